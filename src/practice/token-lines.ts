import { onOneLine, reasonOf } from '../base';
import { plainAsMarkdown } from '../note';
import { words } from '../words';
import type { DueEntry, NoteEntry, PracticeSources, QueueEntry, SparkEntry } from './entries';
import { weekLines } from './roles';
import type { TokenValues } from './fill';
import type { TokenChoice } from './token-choice';
import { tokensOf, type TokenName } from './tokens';

/** Writes a link to a note as the user's settings want it. */
type LinkWriter = (path: string) => string;

// A note can be called anything, also `<% code %>`: a link with such a name would come to life in a template engine.
const ALIVE = /<%|%>|\{\{|\}\}|`|%%|::|\n/;

/** What was gathered, and a sentence for each token that could not be asked for. */
interface Gathered {
  readonly values: TokenValues;
  readonly problems: readonly string[];
}

/** Asks the rooms for everything a note's tokens want, and writes it as one neutral line an entry: links, names, dates. */
export async function gatherValues(text: string, sources: PracticeSources, linkTo: LinkWriter, choose: TokenChoice = tokensOf): Promise<Gathered> {
  const counts = new Map<TokenName, number>();
  for (const { name, count } of choose(text)) counts.set(name, Math.max(count, counts.get(name) ?? 0));
  const values: [TokenName, readonly string[]][] = [];
  const problems: string[] = [];
  if (counts.size > 0) await sources.prepared();
  for (const [name, count] of counts) {
    try {
      values.push([name, (await linesFor(name, count, sources, linkTo)).slice(0, count)]);
    } catch (error) {
      problems.push(words.practice.tokenProblem(name, reasonOf(error)));
    }
  }
  return { values: Object.fromEntries(values), problems };
}

async function linesFor(name: TokenName, count: number, sources: PracticeSources, linkTo: LinkWriter): Promise<string[]> {
  switch (name) {
    case 'sense:queue':
      return linked(sources.queue(count), linkTo, ({ quoted }: QueueEntry) => (quoted === undefined ? undefined : neutral(quoted)));
    case 'share:ready':
      return linked(sources.ready(), linkTo);
    case 'ties:due':
      return linked(sources.due(), linkTo, ({ latest }: DueEntry) => latest);
    case 'serendipity:spark':
      return (await sources.sparks(count)).flatMap((spark) => sparkLine(spark, linkTo) ?? []);
    case 'sense:prompt':
      return [sources.prompt()].map(neutral).filter((line) => line !== '');
    case 'practice:week':
      return weekLines(await sources.week()).map(neutral);
  }
}

function linked<T extends NoteEntry>(entries: readonly T[], linkTo: LinkWriter, after: (entry: T) => string | undefined = () => undefined): string[] {
  return entries.flatMap((entry) => {
    const link = neutralLink(entry, linkTo);
    if (link === undefined) return [];
    const more = after(entry);
    return [more === undefined ? link : `${link} · ${more}`];
  });
}

function sparkLine({ first, second, terms }: SparkEntry, linkTo: LinkWriter): string | undefined {
  const [left, right] = [neutralLink(first, linkTo), neutralLink(second, linkTo)];
  if (left === undefined || right === undefined) return undefined;
  const shared = terms.map(neutral).filter((term) => term !== '').join(', ');
  return `${left} ↔ ${right}${shared === '' ? '' : ` · ${shared}`}`;
}

function neutralLink({ path }: NoteEntry, linkTo: LinkWriter): string | undefined {
  const link = linkTo(path);
  return ALIVE.test(link) ? undefined : link;
}

function neutral(text: string): string {
  return plainAsMarkdown(onOneLine(text)).trim();
}
