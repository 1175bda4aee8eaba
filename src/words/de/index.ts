import type { PartialWords } from '../translated';
import { api } from './api';
import { dashboard } from './dashboard';
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

/** The texts in German, one file a room. What is missing is shown in English. */
export const german: PartialWords = { api, notes, seek, sense, share, ties, serendipity, practice, week, dashboard, review, settings, welcome };
