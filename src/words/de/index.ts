import type { PartialWords } from '../translated';
import { api } from './api';
import { notes } from './notes';
import { practice } from './practice';
import { seek } from './seek';
import { sense } from './sense';
import { settings } from './settings';
import { share } from './share';
import { welcome } from './welcome';

/** The texts in German, one file a room. What is missing is shown in English. */
export const german: PartialWords = { api, notes, seek, sense, share, practice, settings, welcome };
