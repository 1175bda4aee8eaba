import { lazily } from '../../base';

/** Finds words by the dictionaries of the JavaScript engine. Its locale changes nothing: they serve all scripts without spaces. */
export const segmenter = lazily(() => new Intl.Segmenter('zh', { granularity: 'word' }));
