import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Roster, nameKey } from '../../src/ties';

interface Person {
  readonly path: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly topics: readonly string[];
}

const person = (path: string, name = path, aliases: readonly string[] = [], topics: readonly string[] = []): Person => ({ path, name, aliases, topics });
const roster = (): Roster<Person> => new Roster(({ topics }) => topics);

describe('the roster', () => {
  it('is in order and finds everybody, whatever changed before', () => {
    const people = fc.uniqueArray(fc.record({ path: fc.constantFrom('a', 'b', 'c', 'd', 'e'), name: fc.constantFrom('Ana', 'bo', 'Émile', 'Zoe'), aliases: fc.subarray(['Annie', 'bo']), topics: fc.subarray(['bees', 'maps']) }), { selector: ({ path }) => path });
    fc.assert(fc.property(fc.array(people, { minLength: 1, maxLength: 5 }), (states) => {
      const kept = roster();
      for (const state of states) {
        kept.update(state);
        expect(kept.inOrder.map(({ name }) => name)).toEqual([...state].map(({ name }) => name).sort(new Intl.Collator().compare));
        expect(new Set(kept.inOrder)).toEqual(new Set(state));
        for (const { name, aliases } of state) for (const one of [name, ...aliases]) expect([kept.find(nameKey(one))].map((found) => [found?.name, ...(found?.aliases ?? [])].map((each) => nameKey(each ?? '')))[0]).toContain(nameKey(one));
        expect(kept.find('nobody')).toBeUndefined();
      }
    }));
  });

  it('tells an edit that changes neither names nor shape from one that does', () => {
    const kept = roster();
    const versions = (): [number, number] => [kept.namesVersion, kept.shapeVersion];
    kept.update([person('a'), person('b')]);
    const [names, shape] = versions();
    const edited = person('a');
    kept.update([edited, person('b')]);
    expect(versions()).toEqual([names, shape]);
    expect(kept.inOrder[0]).toBe(edited);
    expect(kept.find('a')).toBe(edited);
    kept.update([person('a', 'a', [], ['bees']), person('b')]);
    expect(versions()).toEqual([names, shape + 1]);
    kept.update([person('a', 'a', ['x'], ['bees']), person('b')]);
    expect(versions()).toEqual([names + 1, shape + 2]);
    kept.update([person('b')]);
    expect(versions()).toEqual([names + 2, shape + 3]);
    expect(kept.find('x')).toBeUndefined();
  });
});
