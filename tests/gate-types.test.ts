import { beforeAll, describe, expect, it } from 'vitest';
import { codeFiles, textOf } from './import-graph';
import { compilerErrors } from './typescript-program';

const HEAD = `
import { fail, ok, type Result } from '../src/base';
import type { Quote } from '../src/seek';
import { overrideGate, passGate, passOwnWriting, type GateRule, type OwnWriting, type SensedQuote, type Take } from '../src/sense';
import { carryOut, planShare, withRecord, type LedgerFormat, type NotePrivacy, type Outcome, type ShareChannel, type ShareChoice, type SharePlan } from '../src/share';
declare const quote: Quote, take: Take, rule: GateRule, choice: ShareChoice, vault: NotePrivacy, channel: ShareChannel, format: LedgerFormat;
const outgoing = { text: 'Words' };
void [fail, ok, overrideGate, passGate, passOwnWriting, planShare, carryOut, withRecord];
`;

/** Ways past the gate. Each has to be refused by the compiler, for the reason given. */
const REFUSED: Readonly<Record<string, readonly [code: string, reason: RegExp]>> = {
  'a bare quote that is planned': ['planShare(quote, choice, vault);', /not assignable to parameter of type 'Shareable'/],
  'a hand-made object with a commentary': ['planShare({ ...quote, commentary: take }, choice, vault);', /not assignable to parameter of type 'Shareable'/],
  'a hand-made object that is called sensed': ['const sensed: SensedQuote = { ...quote, commentary: take }; void sensed;', /'\[passedTheGate\]' is missing/],
  'a hand-made own writing': ["planShare({ path: 'A.md', title: 'A', text: 'Words' }, choice, vault);", /not assignable to parameter of type 'Shareable'/],
  'a result of the gate that nobody looked at': ['planShare(passGate(quote, take, rule), choice, vault);', /not assignable to parameter of type 'Shareable'/],
  'a refusal of the gate': ['const passed = passGate(quote, take, rule); if (!passed.ok) planShare(passed.value, choice, vault);', /Property 'value' does not exist/],
  'a hand-made plan that is carried out': ["void carryOut({ ...choice, key: '', title: '', outgoing, redactions: [] }, channel, new Date());", /'\[planned\]' is missing/],
  'a choice that is carried out': ["void carryOut(choice, channel, new Date());", /missing the following properties.*outgoing/],
  'a hand-made record that is put into the ledger': ["withRecord('', { ...choice, day: '2026-11-22' }, format);", /'\[carriedOut\]' is missing/],
  'a plan that is put into the ledger': ["declare const plan: SharePlan; withRecord('', { ...plan, day: '2026-11-22' }, format);", /'\[carriedOut\]' is missing/],
  'an own writing that says it is a sensed quote': ['declare const writing: OwnWriting; const sensed: SensedQuote = writing; void sensed;', /not assignable to type 'SensedQuote'|missing/],
  'a quote that went through the gate for own writing': ["const sensed: Result<SensedQuote> = passOwnWriting({ path: '', title: '', text: '', isQuoteNote: false }, rule); void sensed;", /not assignable/],
};

const RIGHT_WAY = `
export async function share(): Promise<Result<string>> {
  for (const passed of [passGate(quote, take, rule), overrideGate(quote, 'It is the announcement itself.', rule), passOwnWriting({ path: 'A.md', title: 'A', text: 'Words', isQuoteNote: false }, rule)]) {
    if (!passed.ok) return passed;
    const plan: Result<SharePlan> = planShare(passed.value, choice, vault);
    if (!plan.ok) return plan;
    const outcome = await carryOut(plan.value, channel, new Date());
    if (outcome.ok) {
      const { record }: Outcome = outcome.value;
      return withRecord('', record, format);
    }
  }
  return fail('Nothing was shared.');
}
`;

function pathOf(at: number): string {
  return `tests/gate-way-${at}.ts`;
}

describe('the gate as a type', () => {
  let errors = new Map<string, string[]>();

  beforeAll(() => {
    const ways = [...Object.values(REFUSED).map(([code]) => code), RIGHT_WAY];
    errors = compilerErrors('tsconfig.json', Object.fromEntries(ways.map((code, at) => [pathOf(at), `${HEAD}${code}\n`])));
  }, 180_000);

  it('lets the right way through', () => {
    expect(errors.get(pathOf(Object.keys(REFUSED).length)) ?? []).toEqual([]);
  });

  it.each(Object.entries(REFUSED).map(([way, [, reason]], at) => [way, at, reason] as const))('refuses %s', (_, at, reason) => {
    const found = errors.get(pathOf(at)) ?? [];
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(reason);
  });

  it.each([
    ['SensedQuote', 'src/sense/gate.ts'],
    ['OwnWriting', 'src/sense/gate.ts'],
    ['SharePlan', 'src/share/plan.ts'],
    ['ShareRecord', 'src/share/record.ts'],
  ])('is not talked round: only one file says that something is a %s', (type, home) => {
    const claims = new RegExp(`\\bas (?:unknown as )?(?:readonly )?${type}\\b|<${type}>\\s*[{(\\w]`);
    expect(codeFiles('src').filter((path) => claims.test(textOf(path)))).toEqual([home]);
  });

  it('has no way around the types', () => {
    expect(codeFiles('src').filter((path) => /\bas any\b|: any\b|<any>|@ts-(?:ignore|nocheck|expect-error)|eslint-disable/.test(textOf(path)))).toEqual([]);
  });
});
