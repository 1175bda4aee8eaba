import { dayAfter, onOneLine, shortened, type Day } from '../../../base';
import { nameOf, shownName } from '../../../note';
import { WAYS } from '../../../sense';
import { AUDIENCES } from '../../../share';
import { words } from '../../../words';
import {
  ORIGINS, RESTING_DAYS, flowOf, harvestOf, passingOf, queueAge, takesIn, totalOf, unusedTakes, weeksUpTo,
  type ActivityEvent, type Fruit, type Origin, type QueueEntry, type RoleBook, type SpaceOf, type Week,
} from '../..';
import { drawBars, drawColumns, drawLegend, type ChartBar } from './charts';
import type { TableData } from './data-table';
import { drawRolePicture, pointSaid, type TrailPoint } from './role-picture';

/** One part of the dashboard: a sentence, perhaps a picture with the table behind it, perhaps notes. */
export interface DashboardPart {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly table?: TableData;
  readonly notes?: readonly PartNote[];
  draw?(container: HTMLElement): void;
}

/** A note that a part names. */
interface PartNote {
  readonly path: string;
  readonly title: string;
  readonly detail: string;
}

/** What the dashboard is drawn from. */
interface DashboardView {
  readonly book: RoleBook;
  readonly byNote: ReadonlyMap<string, readonly ActivityEvent[]>;
  /** A day of the last week that is shown. */
  readonly day: Day;
  readonly today: Day;
  readonly spaceOf: SpaceOf;
  isLinked(path: string): boolean;
  /** The quotes that wait; absent while they are being counted. */
  readonly queue: readonly QueueEntry[] | undefined;
}

const WEEKS = 12;
const [MOST_FRUITS, MOST_UNUSED, LONGEST] = [8, 8, 140];

/** All parts, in their order. */
export function dashboardParts(view: DashboardView): DashboardPart[] {
  const weeks = weeksUpTo(view.day, WEEKS);
  return [rolePart(view, weeks), ...flowParts(view, weeks), queuePart(view), ...takeParts(view, weeks), noisePart(view, weeks), harvestPart(view, weeks), unusedPart(view)];
}

/** Where one stands, as a picture: this week and the trail of the weeks before. */
export function rolePart({ book }: Pick<DashboardView, 'book'>, weeks: readonly Week[]): DashboardPart {
  const said = words.dashboard;
  const trail = weeks.map((week) => ({ week, standing: book.week(week.from) }));
  const roleName = (role: keyof typeof words.week.roles | undefined): string => (role === undefined ? '' : words.week.roles[role]);
  const now = trail.at(-1);
  const label = said.roleLabel(
    now === undefined ? '' : `${pointSaid(now.week, now.standing)}.`,
    said.trail(trail.filter(({ standing }) => standing.role !== undefined).map(({ week, standing }) => said.trailWeek(week.id, roleName(standing.role)))),
  );
  return {
    id: 'role', title: said.roleTitle, lead: leadOf(trail),
    table: { columns: said.roleColumns, rows: trail.map(({ week, standing }) => [week.id, words.week.figure(standing.x), words.week.figure(standing.y), roleName(standing.role)]) },
    draw: (container) => drawRolePicture(container, label, trail, book.rule.weights),
  };
}

// A week in which too little happened leaves no mark.
function leadOf(trail: readonly TrailPoint[]): string {
  const said = words.dashboard;
  if (trail.at(-1)?.standing.role !== undefined) return said.roleLead;
  return trail.some(({ standing }) => standing.role !== undefined) ? said.roleLeadNoDot : said.roleLeadNoDots;
}

function flowParts({ book, spaceOf }: DashboardView, weeks: readonly Week[]): DashboardPart[] {
  const said = words.dashboard;
  const flow = flowOf(book.activity, weeks, spaceOf);
  const total = totalOf(flow);
  const [cameIn, wentOut] = [sumOf(Object.values(total.cameIn)), sumOf(Object.values(total.wentOut))];
  const partOf = (counts: Readonly<Partial<Record<Origin, number>>>, direction: string) => (origin: Origin) =>
    ({ cls: `mod-${origin}`, name: said.peopleTitle(direction, said.origins[origin]), value: counts[origin] ?? 0 });
  const columns = flow.map((one): ChartBar => ({ name: said.weekShort(one.week.id), parts: AUDIENCES.map(partOf(one.wentOut, said.up)), below: ORIGINS.map(partOf(one.cameIn, said.down)) }));
  const lead = said.flowSaid(cameIn, wentOut);
  const giveLead = said.giveSaid(wentOut, cameIn - total.cameIn.reading);
  const bars = AUDIENCES.flatMap((space): ChartBar[] => [
    { name: said.peopleTitle(said.gave.toLowerCase(), said.origins[space]), parts: [partOf(total.wentOut, said.gave)(space)] },
    { name: said.peopleTitle(said.received.toLowerCase(), said.origins[space]), parts: [{ ...partOf(total.cameIn, said.received)(space), cls: `mod-${space} is-soft` }] },
  ]);
  return [
    {
      id: 'flow', title: said.flowTitle, lead,
      table: {
        columns: said.flowColumns(AUDIENCES.map((space) => said.origins[space]), ORIGINS.map((origin) => said.origins[origin])),
        rows: flow.map((one) => [one.week.id, ...AUDIENCES.map((space) => String(one.wentOut[space])), ...ORIGINS.map((origin) => String(one.cameIn[origin]))]),
      },
      draw(container) {
        drawColumns(container, said.flowLabel(lead), columns);
        drawLegend(container, ORIGINS.map((origin) => ({ cls: `mod-${origin}`, name: said.origins[origin] })));
      },
    },
    {
      id: 'give', title: said.giveTitle, lead: giveLead,
      table: { columns: said.giveColumns, rows: AUDIENCES.map((space) => [said.origins[space], String(total.wentOut[space]), String(total.cameIn[space])]) },
      draw: (container) => drawBars(container, said.giveLabel(giveLead), bars),
    },
  ];
}

function queuePart({ queue, today }: DashboardView): DashboardPart {
  const said = words.dashboard;
  if (queue === undefined) return { id: 'queue', title: said.queueTitle, lead: said.queueCounting };
  const { count, ages } = queueAge(queue, today);
  const lead = said.queueSaid(count);
  if (count === 0) return { id: 'queue', title: said.queueTitle, lead };
  return { id: 'queue', title: said.queueTitle, lead, ...bars(said.ages, ages, said.queueColumns, said.queueLabel(lead), 'mod-accent') };
}

function takeParts({ book }: DashboardView, weeks: readonly Week[]): DashboardPart[] {
  const said = words.dashboard;
  const takes = takesIn(book.activity, weeks, book.rule);
  const lead = said.takesSaid(takes.count, takes.median);
  if (takes.count === 0) return [{ id: 'takes', title: said.takesTitle, lead }];
  const names = [...WAYS.map((way) => words.sense.ways[way]), said.noWay];
  const counts = [...WAYS.map((way) => takes.ways[way]), takes.noWay];
  const most = Math.max(...WAYS.map((way) => takes.ways[way]));
  const waysLead = said.waysSaid(WAYS.filter((way) => most > 0 && takes.ways[way] === most).map((way) => words.sense.ways[way]));
  return [
    { id: 'takes', title: said.takesTitle, lead, ...bars(said.lengths, takes.lengths, said.lengthColumns, said.lengthsLabel(lead), 'mod-accent') },
    { id: 'ways', title: said.waysTitle, lead: waysLead, ...bars(names, counts, said.wayColumns, said.waysLabel(waysLead), 'mod-accent') },
  ];
}

function noisePart({ book }: DashboardView, weeks: readonly Week[]): DashboardPart {
  const said = words.dashboard;
  const passing = passingOf(book.activity, weeks, book.rule);
  const [withTake, bare] = [sumOf(passing.map((one) => one.withTake)), sumOf(passing.map((one) => one.bare))];
  const from = Math.max(1, book.rule.weights.noiseFrom);
  if (withTake + bare < from) return { id: 'noise', title: said.noiseTitle, lead: said.noiseFew(withTake + bare, from) };
  const lead = said.noiseSaid(withTake + bare, bare);
  const legend = [{ cls: 'mod-accent', name: said.withTake }, { cls: 'mod-reading', name: said.bare }] as const;
  return {
    id: 'noise', title: said.noiseTitle, lead,
    table: { columns: said.noiseColumns, rows: passing.map((one) => [one.week.id, String(one.withTake), String(one.bare)]) },
    draw(container) {
      drawColumns(container, said.noiseLabel(lead), passing.map((one) => ({ name: said.weekShort(one.week.id), parts: [{ ...legend[0], value: one.withTake }, { ...legend[1], value: one.bare }] })));
      drawLegend(container, legend);
    },
  };
}

function harvestPart({ book }: DashboardView, weeks: readonly Week[]): DashboardPart {
  const said = words.dashboard;
  const fruits = harvestOf(book.activity, weeks);
  const how = (fruit: Fruit): keyof typeof said.fruits => (fruit.kind === 'applied' ? fruit.how : 'changed');
  const count = (wanted: keyof typeof said.fruits): number => fruits.filter((fruit) => how(fruit) === wanted).length;
  return {
    id: 'harvest', title: said.harvestTitle,
    lead: fruits.length === 0 ? said.harvestEmpty : said.harvestSaid(count('tried'), count('insight'), count('error-avoided'), count('changed')),
    notes: fruits.slice(0, MOST_FRUITS).map((fruit) => ({ path: fruit.path, title: nameOf(fruit.path), detail: `${fruit.day} · ${said.fruits[how(fruit)]}${fruit.text === '' ? '' : ` · ${shortened(onOneLine(shownName(fruit.text)), LONGEST)}`}` })),
  };
}

function unusedPart(view: DashboardView): DashboardPart {
  const said = words.dashboard;
  const { book, byNote, today } = view;
  const paths = unusedTakes(byNote, { before: dayAfter(today, -RESTING_DAYS), limit: MOST_UNUSED, leastOwnWords: book.rule.leastOwnWords, isLinked: (path) => view.isLinked(path) });
  return { id: 'unused', title: said.unusedTitle, lead: said.unusedSaid(paths.length, RESTING_DAYS), notes: paths.map((path) => ({ path, title: nameOf(path), detail: '' })) };
}

function bars(names: readonly string[], counts: readonly number[], columns: readonly string[], label: string, cls: string): Required<Pick<DashboardPart, 'table' | 'draw'>> {
  return {
    table: { columns, rows: names.map((name, at) => [name, String(counts[at] ?? 0)]) },
    draw: (container) => drawBars(container, label, names.map((name, at) => ({ name, parts: [{ cls, name, value: counts[at] ?? 0 }] }))),
  };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
