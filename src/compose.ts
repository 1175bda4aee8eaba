import { getLanguage, type Plugin } from 'obsidian';
import { dayOf, fail, minuteOf, ok, onOneLine, shortened, type Result } from './base';
import { nameOf, shownName } from './note';
import { breathing } from './obsidian/breathe';
import { registerCommandLine, type SharePreview } from './obsidian/command-line';
import { createEdge, say } from './obsidian/create-edge';
import { DraftStore } from './obsidian/draft-store';
import type { Edge } from './obsidian/edge';
import { propertySettingDefinitions } from './obsidian/property-settings';
import { scriptApi, type ApiQuote, type ScriptApi, type ScriptNeeds } from './obsidian/script-api';
import { SettingsStore } from './obsidian/settings-store';
import { SeekSenseShareSettingTab } from './obsidian/settings-tab';
import { Sidebar } from './obsidian/sidebar';
import { systemClipboard } from './obsidian/system-clipboard';
import { isTemplatePath } from './obsidian/template-notes';
import { systemMail, systemShareSheet } from './obsidian/system-ways';
import { answerUri } from './obsidian/uri';
import { VaultFiles } from './obsidian/vault-files';
import { endOf, whenReady } from './obsidian/when-ready';
import type { PracticeSources } from './practice';
import { ActivityBook, furnishPractice, furnishWeek, furnishWelcome, practiceSettingDefinitions, type Practice, type WeekNeeds } from './practice/ui';
import { furnishSeek, seekSettingDefinitions } from './seek/ui';
import { isSensed, takeRule, waitingOf, withTake, type QuoteEntry } from './sense';
import { AsideNote, FoundShelf, PromptBook, QuoteMarks, QuoteShelf, TakeDesk, TakeDrafts, WaitingList, entryAt, furnishSense, isOneOfSeveral, markEditedQuotes, markRenderedQuotes, quoteHere, quoteNoteFor, senseSettingDefinitions, type KeepQuote } from './sense/ui';
import { furnishSerendipity, serendipitySettingDefinitions, type Serendipity } from './serendipity/ui';
import { clipboardChannel, commonsChannel, emailChannel, feedChannel, isPrivateNote, shareSheetChannel, type ShareChannel } from './share';
import { furnishShare, shareSettingDefinitions, type ShareDesk, type Sharing } from './share/ui';
import { furnishTies, tiesSettingDefinitions, type Ties } from './ties/ui';
import { speak, words } from './words';

/** In characters: how much of a quote in another note a list shows. */
const QUOTED = 80;

/** What the plugin keeps of the house once it stands. */
export interface House {
  reloadSettings(): Promise<void>;
  readonly api: ScriptApi;
  /** Opens the welcome, where nothing is known of the plugin yet. */
  greet(): Promise<void>;
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
  edge.onNote((event) => {
    if (event.kind === 'renamed') drafts.follow(event.from, event.note.path);
  });
  const sidebar = new Sidebar(plugin);
  const showTab = (id: string): void => void sidebar.show(id);

  const ties = furnishTies(edge, drafts);
  const serendipity = furnishSerendipity(edge, {
    showTab,
    setSetting: (path, value) => settings.change(path, value),
    changeExcluded: (make) => settings.update('serendipity.excludedFolders', (now) => make(now.serendipity.excludedFolders)),
  });
  const quotes = new QuoteShelf(edge);
  const found = new FoundShelf(edge);
  const aside = new AsideNote(edge);
  const waiting = new WaitingList(edge, quotes, found, aside, drafts);
  const keep: KeepQuote = (quote, place) => seek.keep(quote, place);
  const takeDrafts = new TakeDrafts(edge, drafts, quotes, found);
  const desk = new TakeDesk({
    edge, quotes, waiting, aside, keep,
    drafts: takeDrafts,
    findOffers: (query) => serendipity.unexpectedFor(query),
    promptBook: new PromptBook(edge, drafts),
    directory: ties.directory,
  });
  const sensed = (): QuoteEntry[] => quotes.all().filter((entry) => isSensed(entry, edge.settings().sense.leastOwnWords));

  const seek = furnishSeek({
    edge,
    directory: ties.directory,
    kept: () => quotes.ready().then(() => quotes.all()),
    withTake: (note, take) => withTake(note, { text: take, ways: [] }, minuteOf(edge.clock()), takeRule(edge.settings())),
    keepTakeDraft: (kept, take) => desk.keepDraft(kept, take),
    dailyNote: () => practice.dailyNote(),
  }, drafts);
  const sense = furnishSense({ edge, quotes, waiting, desk, drafts, keep, isPrivate: (path) => isPrivateNote(path, edge.notes, edge.settings().share, edge.settings().properties), capture: () => seek.captureClipboard() });
  const share = furnishShare({
    edge,
    directory: ties.directory,
    channels: shareChannels(edge),
    giving: () => ties.giving(),
    clipboard: systemClipboard,
    quoteAt: (path) => entryAt(path, edge, quotes),
    isOneOfSeveral: (path) => isOneOfSeveral(path, { edge, quotes, found }),
    writeTake: (path, occasion) => void desk.open(path, occasion),
    sensed,
    onQuotes: (listener) => quotes.onChange(listener),
    review: () => void desk.reviewNext(),
    showTab,
    quoteHere: () => quoteHere(edge, quotes),
    quoteNoteFor: (here) => quoteNoteFor(here, edge, quotes, keep),
  }, drafts);
  ties.connect({
    now: () => ({ shares: share.history.all(), quotes: quotes.all().map(({ path, quote }) => ({ ...quote, path })) }),
    ready: () => Promise.all([quotes.ready(), share.history.ready()]),
    onChange(listener) {
      const ends = [quotes.onChange(listener), share.history.onChange(listener)];
      return () => ends.forEach((end) => end());
    },
    mayBeGiven(path) {
      const [quote, { share: sharing, properties, sense: { leastOwnWords } }] = [quotes.get(path), edge.settings()];
      return !isPrivateNote(path, edge.notes, sharing, properties) && !isTemplatePath(plugin.app, path) && (quote === undefined || isSensed(quote, leastOwnWords));
    },
  });
  const marks = new QuoteMarks({
    edge, quotes, found, desk,
    isReady: () => waiting.isReady,
    isShared: (path) => share.history.isShared(path),
    onChange(listener) {
      const ends = [waiting, share.history].map((room) => room.onChange(listener));
      return () => ends.forEach((end) => end());
    },
  });
  markRenderedQuotes(marks);
  markEditedQuotes(marks);
  const activity = new ActivityBook(edge);
  const rooms: SourceRooms = { edge, quotes, waiting, desk, share, ties, serendipity, activity };
  const sources = practiceSources(rooms);
  const practice = furnishPractice(edge, sources, { spaces: (container, life, limit) => ties.drawSpaces(container, life, limit) });
  furnishWeek(edge, weekNeeds({ edge, activity, quotes, waiting, desk, ties, sources, practice, capture: () => seek.captureClipboard() }));

  sidebar.furnish([serendipity.tab, sense.tab, share.tab, ties.tab]);
  const settingTab: SeekSenseShareSettingTab = new SeekSenseShareSettingTab(plugin.app, plugin, settings, () => [
    ...seekSettingDefinitions(),
    ...senseSettingDefinitions({
      kept: () => edge.settings().sense.prompts,
      keep: (make) => settings.update('sense.prompts', (now) => make(now.sense.prompts)),
      redraw: () => settingTab.update(),
    }),
    ...shareSettingDefinitions(),
    ...tiesSettingDefinitions(),
    ...serendipitySettingDefinitions(serendipity),
    ...practiceSettingDefinitions(),
    ...propertySettingDefinitions(),
  ]);
  plugin.addSettingTab(settingTab);
  answerUri(plugin, {
    capture: (parameters) => seek.openFromParameters(parameters),
    take: ({ path }) => sense.openFromParameters(path),
    contact: (parameters) => ties.openFromParameters(parameters),
  }, say);
  whenReady(plugin, () => {
    void waiting.ready().then(() => takeDrafts.takeOverAll());
    void share.history.ready();
  });
  const api = scriptApi(scriptNeeds(rooms, practice, ({ text, url, title, author, via }) => seek.openFromParameters({ text, url, title, author, via })));
  registerCommandLine(plugin, { api, take: (path) => sense.openFromParameters(path), preview: (path) => previewOf(path, edge, share.desk) });
  const welcome = furnishWelcome({ edge, drafts, setSetting: (path, value) => settings.change(path, value), makeBases: () => ties.makeBases() });
  return { reloadSettings: () => settings.load(), api, greet: () => welcome.greet(settings.isKept) };
}

/** The note that a path or a name means. */
function noteAt(path: string, { notes }: Edge): Result<string> {
  const found = notes.find(path)?.path ?? notes.resolve(path, '');
  return found === undefined ? fail(words.notes.missing(path)) : ok(found);
}

async function previewOf(path: string, edge: Edge, desk: ShareDesk): Promise<Result<SharePreview>> {
  const note = noteAt(path, edge);
  if (!note.ok) return note;
  const plan = await desk.preview(note.value);
  return plan.ok ? ok({ text: plan.value.outgoing.text, staysHere: plan.value.redactions.map(({ kind, shown }) => ({ kind, shown })) }) : plan;
}

/** What scripts and the command line may ask of the rooms. */
function scriptNeeds({ edge, waiting, desk, ties, serendipity, activity }: SourceRooms, practice: Practice, capture: (quote: ApiQuote) => void): ScriptNeeds {
  return {
    capture,
    async queue() {
      await waiting.ready();
      return desk.queue().map(({ path, quote }) => ({ path, title: nameOf(path), captured: quote.captured, ...(quote.author === undefined ? {} : { author: shownName(quote.author) }) }));
    },
    related: async (path, limit) => (await serendipity.unexpectedFor({ path, limit })).map(({ path: found, title, why, excerpt, linkText }) => ({ path: found, title, reason: why, excerpt, link: linkText })),
    spark: async () => (await serendipity.sparksOfToday(1))[0],
    async due(date) {
      await ties.directory.ready();
      return ties.directory.due(date ?? dayOf(edge.clock())).map(({ contact: { path }, latest }) => ({ path, title: nameOf(path), ...(latest === undefined ? {} : { latest }) }));
    },
    week: (date) => activity.week(date),
    fill: (path) => practice.fill(path),
    noteAt: (path) => noteAt(path, edge),
  };
}

/** The ways out of the vault that this device has. */
function shareChannels(edge: Edge): () => readonly ShareChannel[] {
  const files = new VaultFiles(edge.app);
  const share = (): ReturnType<Edge['settings']>['share'] => edge.settings().share;
  const clipboard = clipboardChannel(systemClipboard);
  const email = emailChannel(systemMail, systemClipboard);
  const feed = feedChannel(files, () => ({ folder: share().feedFolder, base: share().feedBase, title: share().feedTitle, author: share().byline, most: share().feedItems, language: getLanguage() }));
  const commons = commonsChannel(files, () => ({ folder: share().commonsFolder, by: share().byline, licence: share().licence }));
  return () => {
    // The window in which something is shared has a share sheet, or has none.
    const sheet = systemShareSheet();
    return [clipboard, ...(sheet === undefined ? [] : [shareSheetChannel(sheet)]), email, ...(share().feedFolder.trim() === '' ? [] : [feed]), ...(share().commonsFolder.trim() === '' ? [] : [commons])];
  };
}

interface WeekRooms extends Pick<SourceRooms, 'edge' | 'activity' | 'quotes' | 'waiting' | 'desk' | 'ties'> {
  readonly sources: PracticeSources;
  readonly practice: Practice;
  readonly capture: () => void;
}

/** What the user's own week asks of the other rooms. */
function weekNeeds({ edge, activity, quotes, waiting, desk, ties, sources, practice, capture }: WeekRooms): WeekNeeds {
  return {
    activity, capture, sources,
    dailyNote: () => practice.dailyNote(),
    weeklyNote: (date) => practice.weeklyNote(date),
    personAt: (name) => ties.directory.find(name)?.path,
    spaceOf: (person) => ties.directory.find(person)?.space,
    peopleReady: () => ties.directory.ready(),
    async waiting() {
      await waiting.ready();
      await lookAtTakes(quotes, edge);
      return desk.queue().map(({ path, quote }) => ({ path, title: nameOf(path), captured: quote.captured }));
    },
    onChange(listener) {
      const ends = [waiting, ties.directory].map((room) => room.onChange(listener));
      return () => ends.forEach((end) => end());
    },
  };
}

/** Looks at each quote's take, once, in slices: all together that takes longer than anybody should wait. */
async function lookAtTakes(quotes: QuoteShelf, edge: Edge): Promise<void> {
  const breathe = breathing();
  for (const entry of quotes.all()) {
    if (!isSensed(entry, edge.settings().sense.leastOwnWords)) waitingOf(entry);
    await breathe();
  }
}

interface SourceRooms {
  readonly edge: Edge;
  readonly quotes: QuoteShelf;
  readonly waiting: WaitingList;
  readonly desk: TakeDesk;
  readonly share: Sharing;
  readonly ties: Ties;
  readonly serendipity: Serendipity;
  readonly activity: ActivityBook;
}

/** What daily notes and live blocks show of the other rooms. */
function practiceSources({ edge, quotes, waiting, desk, share: { history, readiness }, ties, serendipity, activity }: SourceRooms): PracticeSources {
  const inFolder = (path: string, folder: string | undefined): boolean => folder === undefined || folder === '' || path.startsWith(`${folder.replace(/\/+$/, '')}/`);
  const titled = ({ path }: { path: string }): { path: string; title: string } => ({ path, title: nameOf(path) });
  // What is read anew is looked at by whoever shows it; the whole is looked at before the first of them.
  let [looked, preparing]: [Promise<void> | undefined, Promise<void> | undefined] = [undefined, undefined];
  const prepare = async (): Promise<void> => {
    await Promise.all([waiting.ready(), history.ready(), ties.directory.ready()]);
    await (looked ??= lookAtTakes(quotes, edge));
    await ties.prepared();
  };
  return {
    queue: (limit, folder) =>
      desk.queue().filter(({ path }) => inFolder(path, folder)).slice(0, limit)
        .map(({ path, quote, found }) => ({
          ...titled({ path }), captured: quote.captured,
          ...(found === undefined ? {} : { quoted: shortened(onOneLine(quote.text), QUOTED) }),
          ...(quote.author === undefined ? {} : { author: quote.author }),
        })),
    sparks: (count) => serendipity.sparksOfToday(count),
    due: () => ties.directory.due(dayOf(edge.clock())).map(({ contact, latest }) => ({ ...titled(contact), ...(latest === undefined ? {} : { latest }) })),
    dormant: () => ties.directory.dormant(dayOf(edge.clock())).map(({ contact, latest }) => ({ ...titled(contact), latest })),
    links: async (path, limit) => (await serendipity.unexpectedFor({ path, limit })).map(({ path: found, title, why }) => ({ path: found, title, reason: why })),
    ready: (folder) => readiness.ready().filter(({ path }) => inFolder(path, folder)).map(titled),
    history: (folder) => history.all().filter(({ path }) => inFolder(path, folder)).map(({ path, day, audience, recipients }) => ({ ...titled({ path }), day, whom: [words.share.audiences[audience], ...recipients.map(shownName)] })),
    prompt: () => desk.prompt()?.question ?? '',
    week: (day) => activity.week(day),
    prepared: () => (preparing ??= prepare().finally(() => (preparing = undefined))),
    onChange(listener) {
      const ends = [waiting, history, ties.directory, serendipity, activity].map((room) => room.onChange(listener));
      return () => ends.forEach((end) => end());
    },
  };
}
