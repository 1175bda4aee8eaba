import { dashboard } from './dashboard';
import { api } from './api';
import { notes } from './notes';
import { practice } from './practice';
import { review } from './review';
import { seek } from './seek';
import { sense } from './sense';
import { serendipity } from './serendipity';
import { settings } from './settings';
import { share } from './share';
import { ties } from './ties';
import { week } from './week';
import { welcome } from './welcome';

/** Every text of the product in English, one file a room. */
export const english = { api, notes, seek, sense, share, ties, serendipity, practice, week, dashboard, review, settings, welcome };
