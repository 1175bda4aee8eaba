import momentLibrary from 'moment';

/** The date library that Obsidian hands to plugins. */
export const moment = momentLibrary;
