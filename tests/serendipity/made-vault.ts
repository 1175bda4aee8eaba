import { seededRandom } from '../../src/base';
import { type Engine, type NoteText, type SegmentStore, createEngine } from '../../src/serendipity';

const TOPICS = [
  'garden soil compost tomato seed watering harvest pruning', 'network tie broker trust reciprocity community bridge contact',
  'memory recall spacing forgetting encoding retrieval practice cue', 'river sediment erosion delta flood basin channel meander',
  'melody harmony rhythm chord interval cadence modulation timbre',
].map((words) => words.split(' '));
const COMMON = 'people often notice small changes before anyone else describes their meaning clearly enough for others to use'.split(' ');

/** A seeded vault of notes on five topics with links, mostly within a topic. */
export function madeVault(count: number, seed: number): NoteText[] {
  const random = seededRandom(seed);
  const draw = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  return Array.from({ length: count }, (_, note) => {
    const topic = TOPICS[note % TOPICS.length] as string[];
    const words = Array.from({ length: 40 }, () => (random() < 0.4 ? draw(topic) : draw(COMMON)));
    const links = Array.from({ length: 2 }, () => `[[${draw(topic)} ${Math.floor(random() * count)}]] [[note ${(note + TOPICS.length * Math.floor(random() * 6)) % count}]]`);
    return { path: `area ${note % 3}/note ${note}.md`, text: `# On ${draw(topic)}\n${words.join(' ')}\n${links.join(' ')}\n`, mtime: note * 86_400_000, ctime: 0 };
  });
}

export function engineOf(notes: readonly NoteText[]): Engine {
  const engine = createEngine();
  for (const note of notes) engine.put(note);
  engine.settle();
  return engine;
}

/** A store in memory; `records` may be damaged by a test. */
export function memoryStore(): SegmentStore & { readonly records: Map<string, Uint8Array> } {
  const records = new Map<string, Uint8Array>();
  return {
    records,
    keys: () => Promise.resolve([...records.keys()]),
    read: (key) => Promise.resolve(records.get(key)),
    write: (entries, deletes) => {
      for (const key of deletes) records.delete(key);
      for (const [key, value] of entries) records.set(key, value);
      return Promise.resolve();
    },
  };
}
