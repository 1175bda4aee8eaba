import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_NAMES, bodyOf, readProperties } from '../../src/note';
import { interactionText, interactionsOf, planMerge, withLinksMoved, type ContactText } from '../../src/ties';

const rule = { names: PROPERTY_NAMES, interactionsSection: 'Interactions', keepLastContact: true };

function merged(kept: ContactText, other: ContactText): ContactText {
  const text = planMerge(kept, other, rule);
  if (!text.ok) throw new Error(text.problem);
  return { name: kept.name, text: text.value };
}

/** What a property tells: each text of a list by itself, anything else as a whole. */
function factsOf(key: string, value: unknown): string[] {
  const several: readonly unknown[] = Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number') ? value : [value];
  return several.map((one) => `${key}: ${typeof one === 'string' ? one : JSON.stringify(one)}`.toLowerCase());
}

function factsOfLine(line: string): string[] {
  const [, key, value] = /^(\w+): ([[{].*)$/.exec(line) ?? [];
  return key === undefined || value === undefined ? [line.toLowerCase()] : factsOf(key, JSON.parse(value));
}

/** Everything a note tells, wherever it stands: properties, interactions, lines. */
function contents({ name, text }: ContactText): string[] {
  const properties = readProperties(text);
  const facts = Object.entries(properties.ok ? properties.value : {}).flatMap(([key, value]) => factsOf(key, value));
  const lines = bodyOf(text).split('\n').map((line) => line.trim().replace(/^- (?=\w+: )/, '')).filter((line) => line !== '' && !line.startsWith('#')).flatMap(factsOfLine);
  return [...new Set([`aliases: ${name.toLowerCase()}`, ...facts, ...lines, ...interactionsOf(text, 'Interactions').map((one) => interactionText(one).toLowerCase())])].sort();
}

const day = fc.constantFrom('2026-01-01', '2026-02-02', '2025-03-03');
const entry = fc.tuple(day, fc.constantFrom('gave', 'received'), fc.constantFrom('a call', 'a book', '[[x]]')).map(([on, direction, what]) => `- ${on} ${direction} · ${what}`);
const maybe = (name: string, ...values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom('', ...values.map((value) => `${name}: ${value}\n`));
const note = (name: string): fc.Arbitrary<ContactText> =>
  fc.tuple(maybe('email', 'a@x.example', '[a@x.example, b@x.example]', '{home: h@x.example}'), maybe('role', 'Boss', 'Friend'), maybe('topics', '[bees]', '[maps, bees]'), maybe('aliases', '[Bo]', '[Annie]'),
    maybe('flags', '[true]', '[false, 2]', '[2]', 'true'), maybe('kids', '[{name: Bo, age: 3}]', '[Bo]', '{name: Bo}'), fc.constantFrom('', 'Words.', 'More words.\n\n## Garden\nSeeds.'), fc.array(entry, { maxLength: 4 }))
    .map(([email, role, topics, aliases, flags, kids, words, entries]) => ({ name, text: `---\ntype: contact\n${email}${role}${topics}${aliases}${flags}${kids}---\n${words}\n\n## Interactions\n${[...new Set(entries)].join('\n')}\n` }));

describe('two notes of one person', () => {
  it('become one in which nothing is lost', () => {
    fc.assert(fc.property(note('A'), note('B'), (kept, other) => {
      const all = contents(merged(kept, other));
      for (const fact of [...contents(kept), ...contents(other)].filter((each) => each !== 'aliases: a')) expect(all).toContain(fact);
    }), { numRuns: 300 });
  });

  it('of three notes it does not matter which two are merged first', () => {
    fc.assert(fc.property(note('A'), note('B'), note('C'), (one, two, three) => {
      expect(contents(merged(merged(one, two), three))).toEqual(contents(merged(one, merged(two, three))));
    }), { numRuns: 300 });
  });

  it('keep what the kept note says, and every byte around the changes', () => {
    const kept = { name: 'Ana Lee', text: '---\n# mine\ntype: contact\nemail: a@x.example # work\nmet: 2024-05-01\nlast-contact: 2026-01-01\nrole: Boss\n---\nMy words.\n\n## Interactions\n- 2026-01-01 gave · x\n' };
    const other = { name: 'Annie', text: '---\ntype: contact\nemail: b@x.example\nmet: 2020-01-01\nlast-contact: 2026-03-01\nrole: Friend\nshoe-size: 38\n---\nOther words.\n\n## Interactions\n- 2026-03-01 received · y\n- 2026-02-01 gave · long\n  and longer\n\n## Garden\nSeeds.\n' };
    expect(merged(kept, other).text).toBe('---\n# mine\ntype: contact\nemail: [a@x.example, b@x.example] # work\nmet: 2020-01-01\nlast-contact: 2026-03-01\nrole: Boss\nshoe-size: 38\naliases: [Annie]\n---\nMy words.\n\n## Interactions\n- 2026-03-01 received · y\n- 2026-01-01 gave · x\n\n## From Annie\n- role: Friend\n\nOther words.\n\n- 2026-02-01 gave · long\n  and longer\n\n### Garden\nSeeds.\n');
  });

  it.each([
    ['flags: [true]', 'flags: [false, 2]', 'flags: [true]', '- flags: [false,2]'],
    ['kids: [Bo]', 'kids: [{name: Bo, age: 3}]', 'kids: [Bo]', '- kids: [{"name":"Bo","age":3}]'],
    ['email: a@x.example', 'email: {home: h@x.example}', 'email: a@x.example', '- email: {"home":"h@x.example"}'],
    ['email: {home: h@x.example}', 'email: b@x.example', 'email: {home: h@x.example}', '- email: b@x.example'],
    ['years: [2019, 2020]', 'years: [2019]', 'years: [2019, 2020]', ''],
    ['met: 2024-05-01', 'met: 2024-05-01T10:00', 'met: 2024-05-01', '- met: 2024-05-01T10:00'],
    ['url: https://x.example/a', 'url: https://x.example/A', 'url: [https://x.example/a, https://x.example/A]', ''],
    ['aliases: [Bo]', 'aliases: [bo]', 'aliases: [Bo]', ''],
  ])('keep what is told in another way: %s and %s', (mine, theirs, kept, told) => {
    const { text } = merged({ name: 'Ana', text: `---\n${mine}\n---\n` }, { name: 'Ana', text: `---\n${theirs}\n---\n` });
    expect(text).toBe(`---\n${kept}\n---\n${told === '' ? '' : `\n## From Ana\n${told}\n`}`);
  });

  it('stay two when the properties of one cannot be read', () => {
    expect(planMerge({ name: 'A', text: '---\na: [\n---\n' }, { name: 'B', text: '' }, rule)).toMatchObject({ ok: false });
    expect(planMerge({ name: 'B', text: '' }, { name: 'A', text: '---\na: [\n---\n' }, rule)).toMatchObject({ ok: false });
  });
});

describe('links to a note that became part of another one', () => {
  const move = { isOld: (target: string) => target === 'Annie' || target === 'People/Annie', wikiTarget: 'Ana Lee', path: 'People/Ana Lee.md' };

  it.each([
    ['With [[Annie]] and [[People/Annie|her]].', 'With [[Ana Lee|Annie]] and [[Ana Lee|her]].'],
    ['[[Annie#Garden]] ![[Annie]] [[Annie2]]', '[[Ana Lee#Garden|Annie]] ![[Ana Lee]] [[Annie2]]'],
    ['[a](People/Annie.md) [b](<People/Annie.md#G>) [c](https://x.example/Annie)', '[a](People/Ana%20Lee.md) [b](People/Ana%20Lee.md#G) [c](https://x.example/Annie)'],
    ['`[[Annie]]` [[Annie]]', '`[[Annie]]` [[Ana Lee|Annie]]'],
    ['```\n[[Annie]]\n```\n[[Annie]]', '```\n[[Annie]]\n```\n[[Ana Lee|Annie]]'],
    ['---\nvia: "[[Annie]]"\nwith: ["[[People/Annie|A]]"]\n---\nx', '---\nvia: "[[Ana Lee]]"\nwith: ["[[Ana Lee|A]]"]\n---\nx'],
    ['a\r\n[[Annie]]\r\n', 'a\r\n[[Ana Lee|Annie]]\r\n'],
  ])('move: %j', (text, expected) => {
    expect(withLinksMoved(text, move)).toBe(expected);
  });

  it('change nothing else', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('[[', ']]', '|', '#', '(', ')', '[', '\n', '`', 'Ann', '---\n', ' ', '!', '<', '>')), (pieces) => {
      const text = pieces.join('');
      expect(withLinksMoved(text, move)).toBe(text);
    }));
  });
});
