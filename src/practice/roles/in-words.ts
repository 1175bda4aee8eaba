import { WAYS } from '../../sense';
import { AUDIENCES } from '../../share';
import { words } from '../../words';
import type { PracticeWeek } from './practice-week';
import type { RoleRule } from './measure';
import type { Standing } from './role';

/** What a week holds, one line each: what came in, what was made of it, what went out, what came back, and its role. */
export function weekLines(week: PracticeWeek): string[] {
  const said = words.week;
  return [
    said.line(said.cameIn, cameInSaid(week) || said.nothing),
    said.line(said.made, madeSaid(week) || said.nothing),
    said.line(said.wentOut, wentOutSaid(week) || said.nothing),
    ...[cameBackSaid(week)].filter((what) => what !== '').map((what) => said.line(said.cameBack, what)),
    roleSaid(week.week),
    said.fourWeeks(roleSaid(week.fourWeeks, said.noRoleInFour)),
  ];
}

/** A role as one sentence. */
export function roleSaid({ role }: Standing, none: string = words.week.noRole): string {
  return role === undefined ? none : words.week.roleLine(words.week.roles[role], words.week.roleSaid[role]);
}

export function cameInSaid({ cameIn }: PracticeWeek): string {
  return words.week.cameInWhat(cameIn.quotes, cameIn.byWayOfPeople, cameIn.received);
}

export function madeSaid({ made }: PracticeWeek): string {
  const ways = WAYS.filter((way) => made.ways[way] > 0).map((way) => words.week.way(words.sense.ways[way], made.ways[way]));
  return words.week.madeWhat(made.takes, made.ownWords, ways, made.applied.tried, made.applied.insight, made.applied['error-avoided'], made.practiceChanges);
}

export function wentOutSaid({ wentOut }: PracticeWeek): string {
  const audiences = AUDIENCES.filter((audience) => wentOut.audiences[audience] > 0).map((audience) => words.week.way(words.share.audiences[audience], wentOut.audiences[audience]));
  return words.week.wentOutWhat(wentOut.shares, audiences, wentOut.gave, wentOut.introductions);
}

export function cameBackSaid({ cameBack }: PracticeWeek): string {
  return words.week.cameBackWhat(cameBack.reply, cameBack.thanks, cameBack.opportunity);
}

/** How a week's role came about, one sentence a step, with the figures and the weights in force. */
export function computationSaid({ measure, week, fourWeeks }: PracticeWeek, { weights, leastOwnWords }: RoleRule): string[] {
  const said = words.week.computation;
  const ways = [...WAYS.map((way) => words.week.way(words.sense.ways[way], weights[way])), said.noWay(weights.noWay)];
  return [
    said.sense(measure.sense, measure.commentaries, measure.notes, weights.mostOfNote),
    said.weights(ways, Math.max(1, leastOwnWords)),
    said.x(measure.sense, weights.halfSense, measure.x),
    said.share(measure.share, measure.distinctShares, measure.exchanges, weights.exchange, weights.mostOfExchanges, measure.introductions),
    said.y(measure.share, weights.halfShare, measure.y),
    said.high(weights.high, weights.high - weights.margin, weights.high + weights.margin),
    said.least(measure.events, weights.leastEvents),
    ...(week.role === 'catalyst' || week.role === 'catalyst-leaning' ? [said.catalyst(weights.catalystSpaces, weights.catalystIntroductions)] : []),
    said.fourWeeks(fourWeeks.x, fourWeeks.y, weights.halfLife),
  ];
}
