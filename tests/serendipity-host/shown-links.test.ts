import { expect, it } from 'vitest';
import { isAskedSo, NOTHING_SHOWN, type ShownLinks } from '../../src/serendipity/ui/shown-links';

it('a list is asked for as the slider and the filter stand only where both are the same', () => {
  const shown: ShownLinks = { ...NOTHING_SHOWN, surprise: 0.25, filter: { folder: 'Quotes', types: [''] } };
  expect(isAskedSo(shown, 0.25, { folder: 'Quotes', types: [''] })).toBe(true);
  expect(isAskedSo(shown, 0.5, { folder: 'Quotes', types: [''] })).toBe(false);
  expect(isAskedSo(shown, 0.25, { folder: 'Quotes' })).toBe(false);
  expect(isAskedSo(shown, 0.25, undefined)).toBe(false);
  expect(isAskedSo({ ...shown, filter: undefined }, 0.25, undefined)).toBe(true);
});
