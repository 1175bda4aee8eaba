export { type Asked, type Delivery, type Keeping, type Parcel, type Receipt, type ShareChannel, type Standing } from './channel';
export { type Clipboard, clipboardChannel } from './clipboard';
export { type CommonsRule, commonsChannel } from './commons';
export { COMMONS_TYPE, type CommonsCopy, readCopy } from './commons-copy';
export { type MailProgram, emailChannel } from './email';
export { type FeedRule, feedChannel } from './feed';
export { type FoundCopy, byStanding, spelled } from './found-copy';
export { type SharedFiles } from './shared-files';
export { type ShareSheet, shareSheetChannel } from './share-sheet';
