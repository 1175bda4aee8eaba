export { AUDIENCES, type Audience, type Recipient, readAudiences } from './audience';
export { type Receipt, type ShareChannel } from './channels/channel';
export { type Clipboard, clipboardChannel } from './channels/clipboard';
export { type LedgerEntry, type LedgerFormat, canRecord, ledgerLine, readLedger, withRecord, withoutLedger } from './ledger';
export { type Outgoing, SHARE_FORMATS, type Shareable, type ShareChoice, type ShareFormat, type SharePlan, planKey, planShare } from './plan';
export { isPrivateNote, privacyIn } from './privacy';
export { type ShareRecord, carryOut } from './record';
export { type Privacy, type Redacted, type Redaction, redact } from './redact';
export { type ShareSettings, defaultShareSettings } from './settings';
