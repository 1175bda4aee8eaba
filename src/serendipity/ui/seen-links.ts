import type { App } from 'obsidian';
import { daysBetween, readDay, type Day } from '../../base';
import type { NoteEvent } from '../../note';

const KEY = 'seek-sense-share:seen';
/** Pairs of a note and a link. More would make every write of the record felt; the notes whose links were seen longest ago are forgotten first. */
const MOST_PAIRS = 2000;
/** After so many days a link that was seen counts half. */
const HALF_LIFE = 10;
/** More often than this counts no more: a good link sinks gently, and comes back. */
const MOST_TIMES = 4;
/** Seen less than this often is forgotten. */
const LEAST_TIMES = 0.1;

/** How often a link was seen, as of a day, and whether it was seen on that day: this counts from the next day on. */
interface Seen {
  readonly times: number;
  readonly day: Day;
  readonly wasSeen: boolean;
}

/**
 * How often links were seen for each note, on this device: what was seen often sinks. A list counts once a day, from the next day on,
 * so that it stays the same all day; asking for others counts at once. Every count fades. Kept outside the vault and the settings.
 */
export class SeenLinks {
  /** By note, the one whose links were seen last at the end; then by link. */
  readonly #seen: Map<string, Map<string, Seen>>;
  #isDirty = false;

  constructor(private readonly app: App) {
    this.#seen = readSeen(app.loadLocalStorage(KEY) as unknown);
  }

  /** These were before somebody's eyes. */
  see(subject: string, paths: readonly string[], today: Day): void {
    this.#change(subject, paths, today, (seen) => ({ times: timesOn(seen, today), day: today, wasSeen: true }));
  }

  /** These were seen enough: others are wanted. */
  pass(subject: string, paths: readonly string[], today: Day): void {
    this.#change(subject, paths, today, (seen) => ({ times: Math.min(MOST_TIMES, timesOn(seen, today) + 1), day: today, wasSeen: seen?.day === today && seen.wasSeen }));
  }

  /** How often each link was seen for a note; fractions, as counts fade. */
  for(subject: string, today: Day): ReadonlyMap<string, number> {
    return new Map([...(this.#seen.get(subject) ?? [])].map(([path, seen]) => [path, timesOn(seen, today)]));
  }

  /** Renamed notes keep their counts, deleted ones lose them. */
  follow(event: NoteEvent): void {
    if (event.kind === 'changed') return;
    const path = event.kind === 'removed' ? event.path : event.from;
    const moved = event.kind === 'renamed' ? event.note.path : undefined;
    for (const links of [this.#seen, ...this.#seen.values()] as Map<string, unknown>[]) {
      const value = links.get(path);
      if (value === undefined) continue;
      links.delete(path);
      if (moved !== undefined) links.set(moved, value);
      this.#isDirty = true;
    }
  }

  /** Writes the record down if it changed. */
  save(): void {
    if (!this.#isDirty) return;
    this.app.saveLocalStorage(KEY, Object.fromEntries([...this.#seen].map(([subject, links]) => [subject, Object.fromEntries([...links].map(asStored))])));
    this.#isDirty = false;
  }

  #change(subject: string, paths: readonly string[], today: Day, change: (seen: Seen | undefined) => Seen): void {
    const links = this.#seen.get(subject) ?? new Map<string, Seen>();
    for (const path of paths) {
      const before = links.get(path);
      const after = change(before);
      if (before !== undefined && before.day === after.day && before.times === after.times && before.wasSeen === after.wasSeen) continue;
      links.set(path, after);
      this.#isDirty = true;
    }
    for (const [path, seen] of links) if (!(seen.wasSeen && seen.day === today) && timesOn(seen, today) < LEAST_TIMES) links.delete(path);
    this.#seen.delete(subject);
    if (links.size > 0) this.#seen.set(subject, links);
    let pairs = [...this.#seen.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [oldest, { size }] of this.#seen) {
      if (pairs <= MOST_PAIRS) break;
      this.#seen.delete(oldest);
      pairs -= size;
    }
  }
}

function timesOn(seen: Seen | undefined, today: Day): number {
  if (seen === undefined) return 0;
  // A clock that was put back makes nothing fade.
  const days = Math.max(0, daysBetween(seen.day, today));
  const times = days > 0 && seen.wasSeen ? seen.times + 1 : seen.times;
  return Math.min(MOST_TIMES, times) * 2 ** (-days / HALF_LIFE);
}

type Stored = readonly [times: number, day: Day, wasSeen: 0 | 1];

function asStored([path, { times, day, wasSeen }]: readonly [string, Seen]): [string, Stored] {
  return [path, [Math.round(times * 1000) / 1000, day, wasSeen ? 1 : 0]];
}

function readSeen(stored: unknown): Map<string, Map<string, Seen>> {
  return new Map(entriesIn(stored).map(([subject, links]) => [subject, new Map(entriesIn(links).flatMap(([path, value]) => {
    const [times, day, wasSeen] = Array.isArray(value) ? (value as unknown[]) : [];
    return typeof times === 'number' && times >= 0 && typeof day === 'string' && readDay(day) === day ? [[path, { times, day, wasSeen: wasSeen === 1 }] as const] : [];
  }))]));
}

function entriesIn(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
