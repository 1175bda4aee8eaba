import { Component, Keymap, debounce } from 'obsidian';
import { dayOf, daysBetween, inSlices, shortened, type Day } from '../../base';
import { nameOf } from '../../note';
import { breathing } from '../../obsidian/breathe';
import type { Edge } from '../../obsidian/edge';
import { showEmptyState } from '../../obsidian/parts/empty-state';
import { drawRowList, type Row, type RowAction, type RowListLook } from '../../obsidian/parts/row-list';
import type { SidebarTab } from '../../obsidian/sidebar-tab';
import { words } from '../../words';
import { closenessOf, lastChange, latestInteraction, linksTo, shownWhat, type Community, type Contact, type Introduction, type Mention, type Valuer } from '..';
import type { NoteTopics } from './note-topics';
import type { ShelfDirectory } from './shelf-directory';
import { gatherTabFacts, type TabFacts } from './tab-facts';
import type { Standing, TiesBook } from './ties-book';
import type { TiesDesk } from './ties-desk';
import { shownReasons, type ValueDesk } from './value-desk';

/** What the tab shows, and what it can do. */
interface TiesTabNeeds {
  readonly edge: Edge;
  readonly directory: ShelfDirectory;
  readonly book: TiesBook;
  readonly topics: NoteTopics;
  readonly desk: TiesDesk;
  readonly value: ValueDesk;
}

/** Who might value the note that is open. */
interface Valued {
  readonly path: string;
  readonly valuers: readonly Valuer[];
}

const EXCERPT = 100;
const REDRAW_PAUSE = 16;
const WEIGH_PAUSE = 400;
const MINUTE = 60_000;
const MOST_OFFERS = 5;
/** Only the beginning of a list is shown, less of the quieter ones; whoever likes asks for more. */
const [DUE_PAGE, QUIET_PAGE] = [30, 12];

/** The Ties tab: who might be glad to hear from the user, what may have been contact, and, more quietly, who is out of touch. */
export function tiesTab(needs: TiesTabNeeds): SidebarTab {
  const { edge, directory, book, topics, value } = needs;
  return {
    id: 'ties',
    icon: 'users',
    title: () => words.ties.tab,
    mount(container, life) {
      let drawn: Component | undefined;
      let day: Day | undefined;
      let drawing = 0;
      const draw = (facts?: TabFacts): void => {
        const focused = focusedButton(container);
        if (drawn !== undefined) life.removeChild(drawn);
        day = facts?.today ?? dayOf(edge.clock());
        drawn = drawTies(container, life, facts, needs, { valued, grown });
        focused?.();
      };
      // What has to be worked out first is worked out in slices; what came in the meantime comes after.
      const drawReckoned = async (): Promise<void> => {
        const mine = (drawing += 1);
        const today = dayOf(edge.clock());
        await book.prepare(today);
        if (mine !== drawing) return;
        const facts = await inSlices(gatherTabFacts(directory, book, today), breathing());
        if (mine === drawing) draw(facts);
      };
      const redraw = debounce(() => void drawReckoned(), REDRAW_PAUSE);
      let valued: Valued | undefined;
      const grown = new Map<string, number>();
      let turn = 0;
      const weigh = debounce(() => void (async () => {
        const mine = (turn += 1);
        const path = value.activePath();
        const found = path === undefined ? undefined : { path, valuers: (await value.valuersOf(path)).slice(0, MOST_OFFERS) };
        if (mine !== turn || shownValued(found) === shownValued(valued)) return;
        valued = found;
        redraw();
      })(), WEIGH_PAUSE, true);
      life.registerEvent(edge.app.metadataCache.on('changed', ({ path }) => {
        if (path === value.activePath()) weigh();
      }));
      life.registerEvent(edge.app.workspace.on('file-open', weigh));
      life.register(book.onChange(weigh));
      life.register(() => {
        weigh.cancel();
        turn += 1;
        drawing += 1;
      });
      life.register(book.onChange(redraw));
      life.register(topics.onChange(redraw));
      life.register(() => redraw.cancel());
      // A tab may stay open over midnight.
      life.registerInterval(window.setInterval(() => {
        if (dayOf(edge.clock()) !== day) redraw();
      }, MINUTE));
      void directory.ready().then(redraw);
      void topics.ready();
      if (directory.isReady) void drawReckoned();
      else draw();
      weigh();
    },
  };
}

// A button that is drawn anew keeps the focus: the one that says the same, in the row that is about the same.
function focusedButton(container: HTMLElement): (() => void) | undefined {
  const active = container.doc.activeElement;
  if (active === null || !container.contains(active)) return undefined;
  const sayOf = (button: Element): string => button.getAttribute('aria-label') ?? button.querySelector('.sss-row-title')?.textContent ?? button.textContent;
  const said = sayOf(active);
  return () => container.findAll('button').find((button) => sayOf(button) === said)?.focus();
}

function drawTies(container: HTMLElement, parent: Component, facts: TabFacts | undefined, needs: TiesTabNeeds, { valued, grown }: { valued: Valued | undefined; /** How many rows of a list the user asked for, by its heading. */ grown: Map<string, number> }): Component {
  const { directory, desk } = needs;
  const life = parent.addChild(new Component());
  container.empty();
  const head = container.createDiv({ cls: 'sss-head' });
  const status = head.createSpan({ cls: 'sss-head-text', attr: { role: 'status' } });
  if (facts === undefined || !directory.isReady) {
    status.setText(words.ties.reading);
    return life;
  }
  const add = { label: words.ties.addContactShort, run: () => desk.openAddContact() };
  if (directory.all().length === 0) {
    showEmptyState(container, { icon: 'users', text: words.ties.noContacts, action: add });
    return life;
  }
  const button = head.createEl('button', { text: add.label, attr: { type: 'button' } });
  life.registerDomEvent(button, 'click', add.run);
  const { today, due, mentions, closer, quiet, introductions, dormant, dormantForYears } = facts;
  status.setText(due.length === 0 ? words.ties.nobodyDue : words.ties.dueHeading);
  const lookOf = (label: string, page: number): RowListLook => ({ label, more: words.ties.more, page, first: grown.get(label) ?? page, grew: (count) => grown.set(label, count) });
  if (due.length > 0) drawRowList(container, life, due.map((contact) => () => tieRow(contact, today, needs)), lookOf(words.ties.dueHeading, DUE_PAGE));
  const section = (heading: string, rows: readonly (Row | (() => Row))[]): void => {
    if (rows.length === 0) return;
    const part = container.createDiv({ cls: 'sss-quiet' });
    part.createDiv({ cls: 'sss-section', text: heading, attr: { role: 'heading', 'aria-level': '3' } });
    drawRowList(part, life, rows, lookOf(heading, QUIET_PAGE));
  };
  if (valued !== undefined) section(words.ties.valueHeading(nameOf(valued.path)), valued.valuers.map((valuer) => valuerRow(valuer, needs)));
  section(words.ties.mentionsHeading, mentions.map((mention) => mentionRow(mention, needs)));
  section(words.ties.closerHeading, closer.map((standing) => closerRow(standing, needs)));
  section(words.ties.communitiesHeading, quiet.map((community) => quietRow(community, needs)));
  section(words.ties.introductionsHeading, introductions.map((introduction) => introductionRow(introduction, needs)));
  section(words.ties.dormantHeading, dormant.map((contact) => () => dormantRow(contact, today, needs)));
  section(words.ties.dormantYearsHeading, dormantForYears.map((contact) => () => dormantRow(contact, today, needs)));
  return life;
}

function tieRow(contact: Contact, today: Day, { edge, book, desk }: TiesTabNeeds): Row {
  return {
    title: contact.name,
    detail: tieDetail(contact, today, book),
    open: (event) => void edge.open(contact.path, Keymap.isModEvent(event) !== false),
    actions: [
      { label: words.ties.logInteractionWith(contact.name), icon: 'message-circle-plus', run: () => desk.openLogInteraction({ path: contact.path }) },
      { label: words.ties.reminderFor(contact.name), icon: 'alarm-clock', run: () => desk.openReminder(contact) },
      { label: words.ties.whyStrength(contact.name), icon: 'circle-help', run: () => desk.explainTie(contact) },
    ],
  };
}

// Something to give is the best reason to write.
function dormantRow(contact: Contact, today: Day, needs: TiesTabNeeds): Row {
  const row = tieRow(contact, today, needs);
  const { edge, book, topics } = needs;
  const known = new Set(book.foundAnywhere(contact.path).map(({ path }) => path));
  const isKnown = (path: string): boolean => {
    const leadsThere = linksTo(path, (target, from) => edge.notes.resolve(target, from));
    return known.has(path) || contact.interactions.some(({ what }) => leadsThere(what, contact.path));
  };
  const note = topics.latestFor(contact, isKnown);
  if (note === undefined) return row;
  const give: RowAction = { label: words.ties.openReason(nameOf(note.path)), icon: 'gift', run: () => void edge.open(note.path) };
  return { ...row, detail: `${row.detail ?? ''} · ${words.ties.reasonNow(nameOf(note.path), note.topic)}`, actions: [give, ...(row.actions ?? [])] };
}

function mentionRow(mention: Mention, { edge, book, desk }: TiesTabNeeds): Row {
  const { contact, day, path } = mention;
  return {
    title: contact.name,
    detail: words.ties.mentionDetail(day, nameOf(path)),
    open: (event) => void edge.open(path, Keymap.isModEvent(event) !== false),
    actions: [
      { label: words.ties.mentionReceived(contact.name, day), icon: 'arrow-down-left', run: () => void desk.confirmMention(mention, 'received') },
      { label: words.ties.mentionGave(contact.name, day), icon: 'arrow-up-right', run: () => void desk.confirmMention(mention, 'gave') },
      { label: words.ties.mentionNo(contact.name, day), icon: 'x', run: () => book.dismiss(mention) },
    ],
  };
}

function valuerRow({ contact, reasons }: Valuer, { edge, desk }: TiesTabNeeds): Row {
  return {
    title: contact.name,
    detail: shownReasons(reasons),
    open: (event) => void edge.open(contact.path, Keymap.isModEvent(event) !== false),
    actions: [{ label: words.ties.logInteractionWith(contact.name), icon: 'message-circle-plus', run: () => desk.openLogInteraction({ path: contact.path }) }],
  };
}

function introductionRow(introduction: Introduction, { edge, book, desk }: TiesTabNeeds): Row {
  const { one, other, topics } = introduction;
  return {
    title: words.ties.introduction(one.name, other.name),
    detail: words.ties.introductionDetail(topics.join(', ')),
    open: (event) => void edge.open(one.path, Keymap.isModEvent(event) !== false),
    actions: [
      { label: words.ties.introduced(one.name, other.name), icon: 'check', run: () => void desk.logIntroduction(introduction) },
      { label: words.ties.notIntroduced(one.name, other.name), icon: 'x', run: () => book.dismiss(introduction) },
    ],
  };
}

function quietRow(community: Community, { edge, book, desk }: TiesTabNeeds): Row {
  const last = lastChange(community);
  return {
    title: community.name,
    detail: last === undefined ? words.ties.quietNever : words.ties.quietSince(last),
    open: (event) => void edge.open(community.path, Keymap.isModEvent(event) !== false),
    actions: [
      { label: `${words.ties.logChangeShort}: ${community.name}`, icon: 'sparkles', run: () => desk.openPracticeChange({ path: community.path }) },
      { label: words.ties.quietFine(community.name), icon: 'x', run: () => book.dismiss(community) },
    ],
  };
}

function closerRow({ contact, strength: { value, counted } }: Standing, { edge, book, desk }: TiesTabNeeds): Row {
  return {
    title: contact.name,
    detail: words.ties.closerDetail(words.ties.closeness[closenessOf(value)], counted.gave, counted.received),
    open: (event) => void edge.open(contact.path, Keymap.isModEvent(event) !== false),
    actions: [
      { label: words.ties.closerYes(contact.name), icon: 'check', run: () => void desk.moveToCommunity(contact) },
      { label: words.ties.closerNo(contact.name), icon: 'x', run: () => book.dismiss(contact) },
      { label: words.ties.whyStrength(contact.name), icon: 'circle-help', run: () => desk.explainTie(contact) },
    ],
  };
}

function tieDetail(contact: Contact, today: Day, book: TiesBook): string {
  const listed = latestInteraction(contact, today);
  const { latest, strength } = book.standing(contact, today);
  const what = listed === undefined ? '' : shortened(shownWhat(listed), EXCERPT);
  return [
    latest === undefined ? words.ties.noneYet : words.ties.ago(daysBetween(latest, today)),
    contact.cadence === undefined ? '' : words.ties.every(contact.cadence),
    words.ties.closeness[closenessOf(strength.value)],
    what,
  ].filter((part) => part !== '').join(' · ');
}

function shownValued(valued: Valued | undefined): string {
  return valued === undefined ? '' : JSON.stringify([valued.path, valued.valuers.map(({ contact, reasons }) => [contact.path, reasons])]);
}
