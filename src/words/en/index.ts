import { notes } from './notes';
import { practice } from './practice';
import { seek } from './seek';
import { sense } from './sense';
import { serendipity } from './serendipity';
import { settings } from './settings';
import { share } from './share';
import { ties } from './ties';

/** Every text of the product in English, one file a room. */
export const english = { notes, seek, sense, share, ties, serendipity, practice, settings };
