import { dayAfter, daysBetween } from '../../src/base';

/** The first Monday of the four weeks as they are written below: over the end of a year that has 53 weeks. */
const WRITTEN = '2026-12-21';

const TAKE = 'What the wards lack is not advice but the time to look together, and our handover form gives nobody any of it.';

const VAULT: Readonly<Record<string, string>> = {
  'Quotes/First.md': `---
type: quote
via: "[[Joan Petrie]]"
captured: 2026-12-21T00:00
sensed: 2026-12-27T23:59
sense: [synthesise]
shared: [community]
---
> [!quote] A book
> Observation is a skill.

## My take
${TAKE}

### 2027-01-02 · apply, validate
We tried it in two wards, and it needed somebody who holds the door open for the others.

## Shared
- 2026-12-27 community · [[Circle]] · clipboard
  - 2026-12-28 reply · [[Joan Petrie]] · she asked for the form

## Applied
- 2027-01-06 insight · the form was never the point, it is the minute in which somebody looks and says so
- 2027-01-07 error-avoided · no second form
`,
  'Quotes/Second.md': '---\ntype: quote\ncaptured: 2026-12-27T23:59\n---\n> [!quote] A book\n> Second.\n\n## My take\n',
  'Quotes/Third.md': `---
type: quote
captured: 2026-12-28T00:00
sensed: 2026-12-31T23:30
sense: [validate, synthesise]
shared: [network]
---
> [!quote] A book
> Third.

## My take
So very true.

## Shared
- 2027-01-01 network · clipboard
- 2027-01-01 network · clipboard
- 2027-01-03 network · [[Dele Afolabi]] · clipboard · without a take: he asked for the wording
`,
  'Quotes/Fourth.md': '---\ntype: quote\ncaptured: 2027-01-17\n---\n> [!quote] A book\n> Fourth.\n',
  'Essays/On handovers.md': `${TAKE}\n\n## Shared\n- 2027-01-03 network · [blog](https://example.org/handovers)\n`,
  'People/Joan Petrie.md': `---
type: contact
space: community
---
## Interactions
- 2027-01-05 introduced · [[Dele Afolabi]]
- 2027-01-04 coffee at the station
- 2026-12-24 gave · sent a map
- 2026-12-22 received · call about handovers
`,
  'People/Dele Afolabi.md': '---\ntype: contact\nspace: network\n---\n## Interactions\n- 2027-01-05 introduced · [[People/Joan Petrie|Joan]]\n',
  'Communities/Circle.md': '---\ntype: community\n---\n## Practice changes\n- 2027-01-10 · we look before we write\n',
  'Daily/2027-01-01.md': '# A day\n- nothing of this counts\n',
};

/** What each week holds, counted by hand. */
export const COUNTED = [
  {
    cameIn: { quotes: 2, byWayOfPeople: 1, received: 1 }, takes: 1, ways: { synthesise: 1 }, applied: {}, practiceChanges: 0,
    shares: 1, audiences: { community: 1 }, gave: 1, introductions: 0, cameBack: 0, events: 6, sense: 3, share: 1.5, role: 'consumer',
  },
  {
    cameIn: { quotes: 1, byWayOfPeople: 0, received: 0 }, takes: 2, ways: { apply: 1, validate: 1, present: 1 }, applied: {}, practiceChanges: 0,
    shares: 3, audiences: { network: 3 }, gave: 0, introductions: 0, cameBack: 1, noise: 2 / 3, events: 7, sense: 8, share: 2, role: 'expert',
  },
  {
    cameIn: { quotes: 0, byWayOfPeople: 0, received: 0 }, takes: 0, ways: {}, applied: { insight: 1, 'error-avoided': 1 }, practiceChanges: 1,
    shares: 0, audiences: {}, gave: 0, introductions: 1, cameBack: 0, events: 5, sense: 4, share: 1.5, role: 'consumer',
  },
  {
    cameIn: { quotes: 1, byWayOfPeople: 0, received: 0 }, takes: 0, ways: {}, applied: {}, practiceChanges: 0,
    shares: 0, audiences: {}, gave: 0, introductions: 0, cameBack: 0, events: 1, sense: 0, share: 0, role: undefined,
  },
] as const;

/** The four weeks' notes, moved so that they begin on another Monday. */
export function fourWeeksFrom(monday: string): Record<string, string> {
  const moved = daysBetween(WRITTEN, monday);
  return Object.fromEntries(Object.entries(VAULT).map(([path, text]) => [path, text.replace(/\d{4}-\d{2}-\d{2}/g, (day) => dayAfter(day, moved))]));
}
