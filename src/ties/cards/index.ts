export { type Card, makeCard } from './card';
export { readKnownCard, withCardNews, writeCard } from './card-note';
export { COLUMN_KINDS, type ColumnKind, type Columns, type Table, guessColumns, readTable, readTableInSteps, tellWho } from './columns';
export { type DecodeText } from './content-lines';
export { type ImportJournal, type JournalEntry, changedEntry, isUntouched, madeEntry, readJournal, withMovesFollowed, withoutImport } from './import-journal';
export { type CreateStep, IMPORT_CHOICES, type ImportChoice, type ImportPlan, type ImportRow, type MergeStep, planImport, planImportInSteps } from './import-plan';
export { type KnownCard } from './same-person';
export { type CardFile, readVcards, readVcardsInSteps } from './vcard';
export { writeVcards } from './write-vcards';
