export { type CapturePlan, type KeptQuote, planCapture, quoteFileName, withQuoteAppended } from './capture';
export { type ClipboardContent, type HtmlContent, type QuoteDraft, quoteFromClipboard, quoteFromPlain } from './clipboard';
export { type FoundQuote, findingQuotes, foundQuoteAt, foundQuotesOf, isClippedPage, sourceOfNote } from './found-quote';
export { type Quote, QUOTE_DETAILS, isSameQuote, makeQuote, quoteId, sourceLabel, textKey } from './quote';
export { QUOTE_TYPE, isQuoteNote, quoteCallout, quoteOrNothing, readQuoteNote, seemsQuoteNote, writeQuoteNote } from './quote-note';
export { CAPTURE_TARGETS, type CaptureTarget, defaultSeekSettings, type SeekSettings } from './settings';
export { type FragmentAddress, readTextFragment } from './text-fragment';
export { type Place, withPlaceMark } from './place';
export { PLACE_MARK } from './place-mark';
