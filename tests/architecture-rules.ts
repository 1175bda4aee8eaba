import type { ImportGraph } from './import-graph';

/** From the ground up; rooms on the same floor do not know each other. */
const FLOORS: readonly (readonly string[])[] = [['base'], ['words'], ['note'], ['seek', 'ties'], ['sense', 'serendipity'], ['share'], ['practice']];
const MAY_IMPORT_OBSIDIAN = ['ui', 'obsidian', 'compose', 'main'];

/** Where a file stands: in a pure room, in a room's ui, among the adapters, or at the top. */
interface Place {
  readonly kind: 'room' | 'ui' | 'obsidian' | 'compose' | 'main';
  /** The room; empty for the adapters and the top. */
  readonly room: string;
  readonly isDoor: boolean;
}

/** Imports that break the floors, the doors, or bring Obsidian into a pure room; each as a sentence that names both files. */
export function brokenRules(graph: ImportGraph): string[] {
  return [...graph].flatMap(([file, imports]) => {
    const from = placeOf(file);
    if (from === undefined) return [`${file} stands in no room: every file of src/ is main.ts, compose.ts, or in a room, its ui/ or obsidian/.`];
    return imports.flatMap((name) => {
      if (name === 'obsidian' || name.startsWith('obsidian/')) {
        return MAY_IMPORT_OBSIDIAN.includes(from.kind) ? [] : [`${file} imports "${name}", which only <room>/ui, obsidian/, compose.ts and main.ts may.`];
      }
      const to = name.startsWith('src/') ? placeOf(name) : undefined;
      const why = to === undefined ? undefined : forbidden(from, to);
      return why === undefined ? [] : [`${file} imports ${name}, but ${why}.`];
    });
  });
}

/** Circles of files that import each other, each as the way round. */
export function circles(graph: ImportGraph): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): void => {
    const at = way.indexOf(file);
    if (at >= 0) found.push([...way.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) if (graph.has(next)) walk(next, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return found;
}

function placeOf(file: string): Place | undefined {
  if (file === 'src/main.ts') return { kind: 'main', room: '', isDoor: true };
  if (file === 'src/compose.ts') return { kind: 'compose', room: '', isDoor: true };
  const [, room = '', ...rest] = file.split('/');
  if (rest.length === 0) return undefined;
  if (room === 'obsidian') return { kind: 'obsidian', room: '', isDoor: true };
  if (!FLOORS.some((floor) => floor.includes(room))) return undefined;
  const isUi = rest[0] === 'ui';
  return { kind: isUi ? 'ui' : 'room', room, isDoor: rest.join('/') === (isUi ? 'ui/index.ts' : 'index.ts') };
}

// Why one place may not import another; undefined when it may.
function forbidden(from: Place, to: Place): string | undefined {
  if (to.kind === 'main') return 'nothing imports main.ts';
  if (from.kind === 'main') return to.kind === 'compose' ? undefined : 'main.ts imports compose.ts only';
  if (to.kind === 'compose') return 'only main.ts imports compose.ts';
  if (from.kind === 'room') return fromRoom(from, to);
  if (to.kind === 'ui') {
    if (from.kind === 'compose') return to.isDoor ? undefined : `the ui of ${to.room} is entered by its index.ts only`;
    return from.kind === 'ui' && from.room === to.room ? undefined : `only compose.ts and the ui of ${to.room} itself import it`;
  }
  if (to.kind === 'obsidian' || to.isDoor || from.room === to.room) return undefined;
  return `other rooms enter ${to.room} by its index.ts only`;
}

function fromRoom(from: Place, to: Place): string | undefined {
  if (to.kind !== 'room') return `the pure room ${from.room} knows no ui and no adapters`;
  if (from.room === to.room) return undefined;
  const [lower, upper] = [floorOf(to.room), floorOf(from.room)];
  if (lower === upper) return `${from.room} and ${to.room} stand on the same floor and do not know each other`;
  if (lower > upper) return `imports go down only, and ${to.room} stands above ${from.room}`;
  return to.isDoor ? undefined : `other rooms enter ${to.room} by its index.ts only`;
}

function floorOf(room: string): number {
  return FLOORS.findIndex((floor) => floor.includes(room));
}
