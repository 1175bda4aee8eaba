import { getLanguage, type Plugin } from 'obsidian';
import { dayOf, minuteOf } from './base';
import { nameOf } from './note';
import { createEdge, say } from './obsidian/create-edge';
import { DraftStore } from './obsidian/draft-store';
import type { Edge } from './obsidian/edge';
import { propertySettingDefinitions } from './obsidian/property-settings';
import { SettingsStore } from './obsidian/settings-store';
import { SeekSenseShareSettingTab } from './obsidian/settings-tab';
import { Sidebar } from './obsidian/sidebar';
import { systemClipboard } from './obsidian/system-clipboard';
import { answerUri } from './obsidian/uri';
import { endOf, whenReady } from './obsidian/when-ready';
import type { PracticeSources } from './practice';
import { furnishPractice, practiceSettingDefinitions } from './practice/ui';
import { furnishSeek, seekSettingDefinitions } from './seek/ui';
import { isSensed, withTake, type QuoteEntry } from './sense';
import { QuoteShelf, TakeDesk, entryAt, furnishSense, quoteHere, quoteNoteFor, senseSettingDefinitions } from './sense/ui';
import { furnishSerendipity, serendipitySettingDefinitions, type Serendipity } from './serendipity/ui';
import { clipboardChannel } from './share';
import { furnishShare, shareSettingDefinitions, type HistoryShelf } from './share/ui';
import { furnishTies, tiesSettingDefinitions, type Ties } from './ties/ui';
import { speak } from './words';

/** What the plugin keeps of the house once it stands. */
export interface House {
  reloadSettings(): Promise<void>;
}

/** Builds every room and connects them. The only place that knows more than one room's ui. Nothing, when the plugin is gone before. */
export async function compose(plugin: Plugin): Promise<House | undefined> {
  speak(getLanguage());
  const settings = new SettingsStore(plugin, say);
  const isGone = endOf(plugin);
  await settings.load();
  if (isGone()) return undefined;
  const edge = createEdge(plugin, settings);
  const drafts = new DraftStore(plugin.app, say);
  const sidebar = new Sidebar(plugin);
  const showTab = (id: string): void => void sidebar.show(id);

  const ties = furnishTies(edge, drafts);
  const serendipity = furnishSerendipity(edge, { showTab, setSetting: (path, value) => settings.change(path, value) });
  const quotes = new QuoteShelf(edge);
  const desk = new TakeDesk(edge, quotes, drafts, (query) => serendipity.unexpectedFor(query));
  const sensed = (): QuoteEntry[] => quotes.all().filter((entry) => isSensed(entry, edge.settings().sense.leastOwnWords));

  const seek = furnishSeek({
    edge,
    directory: ties.directory,
    kept: () => quotes.ready().then(() => quotes.all()),
    withTake: (note, take) => withTake(note, { text: take, ways: [] }, minuteOf(edge.clock()), takeFormat(edge)),
    keepTakeDraft: (path, take) => desk.keepDraft(path, take),
    dailyNote: () => practice.dailyNote(),
  }, drafts);
  const sense = furnishSense({ edge, quotes, desk, keep: (quote, place) => seek.keep(quote, place), capture: () => seek.captureClipboard() });
  const share = furnishShare({
    edge,
    directory: ties.directory,
    channel: clipboardChannel(systemClipboard),
    quoteAt: (path) => entryAt(path, edge, quotes),
    writeTake: (path, occasion) => void desk.open(path, occasion),
    sensed,
    onQuotes: (listener) => quotes.onChange(listener),
    review: () => void desk.reviewNext(),
    showTab,
    quoteHere: () => quoteHere(edge, quotes),
    quoteNoteFor: (here) => quoteNoteFor(here, edge, quotes, (quote, place) => seek.keep(quote, place)),
  });
  ties.connect({
    now: () => ({ shares: share.history.all(), quotes: quotes.all().map(({ path, quote }) => ({ ...quote, path })) }),
    onChange(listener) {
      const ends = [quotes.onChange(listener), share.history.onChange(listener)];
      return () => ends.forEach((end) => end());
    },
  });
  const practice = furnishPractice(edge, practiceSources({ edge, quotes, desk, sensed, history: share.history, ties, serendipity }), { spaces: (container, life, limit) => ties.drawSpaces(container, life, limit) });

  sidebar.furnish([serendipity.tab, sense.tab, share.tab, ties.tab]);
  plugin.addSettingTab(new SeekSenseShareSettingTab(plugin.app, plugin, settings, () => [
    ...seekSettingDefinitions(),
    ...senseSettingDefinitions(),
    ...shareSettingDefinitions(),
    ...tiesSettingDefinitions(),
    ...serendipitySettingDefinitions(serendipity),
    ...practiceSettingDefinitions(),
    ...propertySettingDefinitions(),
  ]));
  answerUri(plugin, {
    capture: (parameters) => seek.openFromParameters(parameters),
    take: ({ path }) => sense.openFromParameters(path),
    contact: (parameters) => ties.openFromParameters(parameters),
  }, say);
  whenReady(plugin, () => {
    void quotes.ready();
    void share.history.ready();
  });
  return { reloadSettings: () => settings.load() };
}

function takeFormat(edge: Edge): { names: ReturnType<Edge['settings']>['properties']; takeSection: string } {
  const { properties, sense } = edge.settings();
  return { names: properties, takeSection: sense.takeSection };
}

interface SourceRooms {
  readonly edge: Edge;
  readonly quotes: QuoteShelf;
  readonly desk: TakeDesk;
  readonly sensed: () => readonly QuoteEntry[];
  readonly history: HistoryShelf;
  readonly ties: Ties;
  readonly serendipity: Serendipity;
}

/** What daily notes and live blocks show of the other rooms. */
function practiceSources({ edge, quotes, desk, sensed, history, ties, serendipity }: SourceRooms): PracticeSources {
  const inFolder = (path: string, folder: string | undefined): boolean => folder === undefined || folder === '' || path.startsWith(`${folder.replace(/\/+$/, '')}/`);
  const titled = ({ path }: { path: string }): { path: string; title: string } => ({ path, title: nameOf(path) });
  return {
    queue: (limit, folder) =>
      desk.queue().filter(({ path }) => inFolder(path, folder)).slice(0, limit)
        .map(({ path, quote }) => ({ ...titled({ path }), captured: quote.captured, ...(quote.author === undefined ? {} : { author: quote.author }) })),
    sparks: (count) => serendipity.sparksOfToday(count),
    due: () => ties.directory.due(dayOf(edge.clock())).map(({ contact, latest }) => ({ ...titled(contact), ...(latest === undefined ? {} : { latest }) })),
    ready: () => sensed().filter(({ path }) => !history.isShared(path)).map(titled),
    prompt: () => desk.prompt()?.question ?? '',
    prepared: async () => void (await Promise.all([quotes.ready(), history.ready(), ties.directory.ready()])),
    onChange(listener) {
      const ends = [quotes, history, ties.directory, serendipity].map((room) => room.onChange(listener));
      return () => ends.forEach((end) => end());
    },
  };
}
