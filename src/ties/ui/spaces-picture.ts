import { debounce, Keymap, type Component } from 'obsidian';
import { inSlices } from '../../base';
import { breathing } from '../../obsidian/breathe';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { RINGS, SPACES, layOutSpaces, type Dot } from '..';
import { PICTURE_EDGE, drawNames } from './spaces-names';
import { matchesTyped, spacesPeople, type SpacesChoice, type SpacesNeeds } from './spaces-people';
import { drawSpacesTable, type SpacesPerson } from './spaces-table';

const REDRAW_PAUSE = 250;
/** The part of the window that the picture takes at most, as in the style sheet (80vh). */
const HIGHEST = 0.8;
/** A bridge's rim, and how much of a small circle it takes at most. */
const [RIM, RIM_PART] = [5, 0.3];

/** A drawing that stays up to date: drawn for the first time when the promise resolves, anew when asked. */
export interface SpacesDrawing {
  readonly firstDrawn: Promise<void>;
  readonly redraw: () => void;
}

/** Draws one's network as three rings, and keeps it up to date until `life` ends. */
export function drawSpaces(container: HTMLElement, life: Component, needs: SpacesNeeds, choice: SpacesChoice = {}): SpacesDrawing {
  const root = container.createDiv({ cls: 'sss-spaces' });
  const bar = root.createDiv({ cls: 'sss-spaces-bar' });
  const filter = bar.createEl('input', { type: 'search', placeholder: words.ties.spacesFilter, attr: { 'aria-label': words.ties.spacesFilter, dir: 'auto' } });
  const bridgesLabel = bar.createEl('label', { cls: 'sss-spaces-bridges' });
  const bridges = bridgesLabel.createEl('input', { type: 'checkbox' });
  bridgesLabel.appendText(words.ties.spacesBridges);
  const status = root.createDiv({ cls: 'sss-spaces-status', attr: { role: 'status' } });
  const stage = root.createDiv({ cls: 'sss-spaces-stage' });
  const table = root.createDiv();
  table.hide();
  let people: readonly SpacesPerson[] = [];
  const isShown = (person: SpacesPerson): boolean => (!bridges.checked || person.isBridge) && matchesTyped(person.contact, filter.value);
  const tell = (): void => status.setText(words.ties.spacesCount(people.filter(isShown).length, people.length));
  const fillTable = drawSpacesTable(table, () => people.filter(isShown), (path) => void needs.edge.open(path));
  let dots: readonly Dot[] = [];
  let width = 0;
  const nameNow = (): void => {
    const svg = stage.querySelector('svg');
    if (svg !== null) drawNames(svg, dots, people.filter(isShown), width);
  };
  const filterNow = (): void => {
    for (const [at, circle] of stage.findAll('.sss-dot').entries()) circle.toggleClass('is-out', people[at] !== undefined && !isShown(people[at]));
    fillTable();
    tell();
  };
  const applyFilter = debounce(() => {
    filterNow();
    nameNow();
  }, REDRAW_PAUSE / 2, true);
  // What was begun earlier than what is shown comes too late.
  let [turn, shownTurn] = [0, 0];
  // Everything is worked out and drawn in slices, beside the picture that is still shown; then it takes its place.
  const drawInSlices = async (): Promise<void> => {
    const mine = (turn += 1);
    if (!needs.directory.isReady) status.setText(words.ties.reading);
    const today = needs.book.today();
    await needs.book.prepare(today);
    const breathe = breathing();
    const found = await inSlices(spacesPeople(needs, choice, today), breathe);
    const picture = await drawPicture(stage, found, needs.edge, (said) => status.setText(said), tell, breathe);
    width = shownWidth(stage);
    drawNames(picture.svg, picture.dots, picture.placed.filter(isShown), width);
    await breathe();
    if (mine < shownTurn) return;
    shownTurn = mine;
    const focused = stage.doc.activeElement?.getAttribute('data-path');
    stage.empty();
    people = picture.placed;
    dots = picture.dots;
    table.toggle(people.length > 0);
    if (people.length === 0) return status.setText(choice.only === undefined ? words.ties.noContacts : words.ties.spacesNobody);
    stage.appendChild(picture.svg);
    filterNow();
    if (focused != null) stage.findAll('.sss-dot').find((dot) => dot.getAttribute('data-path') === focused)?.focus();
  };
  const draw = (): void => void drawInSlices();
  const redraw = debounce(draw, REDRAW_PAUSE);
  life.registerDomEvent(filter, 'input', () => applyFilter());
  life.registerDomEvent(bridges, 'change', () => applyFilter());
  life.register(needs.book.onChange(redraw));
  const resize = debounce(() => {
    const now = shownWidth(stage);
    if (now === width) return;
    width = now;
    nameNow();
  }, REDRAW_PAUSE);
  const sizes = new ResizeObserver(resize);
  sizes.observe(stage);
  life.register(() => {
    sizes.disconnect();
    resize.cancel();
    redraw.cancel();
    applyFilter.cancel();
    shownTurn = Infinity;
  });
  return { firstDrawn: drawInSlices(), redraw: draw };
}

// The picture is as wide as its pane, but no higher than the style sheet says.
function shownWidth(stage: HTMLElement): number {
  return Math.min(stage.clientWidth, stage.win.innerHeight * HIGHEST);
}

/** A picture that is not shown yet, and the people in the order in which they stand in it. */
interface Picture {
  readonly svg: SVGSVGElement;
  readonly placed: readonly SpacesPerson[];
  readonly dots: readonly Dot[];
}

async function drawPicture(stage: HTMLElement, people: readonly SpacesPerson[], edge: Edge, say: (said: string) => void, tellAll: () => void, breathe: () => Promise<void>): Promise<Picture> {
  const byPath = new Map(people.map((person) => [person.contact.path, person]));
  const dots = layOutSpaces(people.map(({ contact, group, strength }) => ({ path: contact.path, space: contact.space, strength, group })));
  const svg = stage.createSvg('svg', { cls: 'sss-spaces-picture', attr: { viewBox: `${-PICTURE_EDGE} ${-PICTURE_EDGE} ${2 * PICTURE_EDGE} ${2 * PICTURE_EDGE}`, role: 'listbox', 'aria-label': words.ties.spacesLabel } });
  svg.remove();
  for (const space of SPACES) svg.createSvg('circle', { cls: ['sss-ring', `mod-${space}`], attr: { cx: 0, cy: 0, r: RINGS[space][1], 'aria-hidden': 'true' } });
  const placed: SpacesPerson[] = [];
  for (const [at, dot] of dots.entries()) {
    const person = byPath.get(dot.path);
    if (person === undefined) continue;
    drawDot(svg, dot, person, at === 0);
    placed.push(person);
    await breathe();
  }
  const personAt = (target: EventTarget | null): SpacesPerson | undefined => byPath.get((target as Element | null)?.getAttribute('data-path') ?? '');
  svg.addEventListener('click', (event) => openPerson(personAt(event.target), event, edge));
  svg.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') openPerson(personAt(event.target), event, edge);
    else moveFocus(svg, dots, event);
  });
  const tell = (event: Event): void => {
    const person = personAt(event.target);
    if (person !== undefined) say(person.said);
  };
  svg.addEventListener('focusin', tell);
  svg.addEventListener('mouseover', tell);
  svg.addEventListener('mouseleave', tellAll);
  return { svg, placed, dots };
}

function drawDot(svg: SVGSVGElement, { path, x, y, radius }: Dot, { contact, isBridge, isDormant, said }: SpacesPerson, isFirst: boolean): void {
  const cls = ['sss-dot', `mod-${contact.space}`, ...(isBridge ? ['is-bridge'] : []), ...(isDormant ? ['is-dormant'] : [])];
  const dot = svg.createSvg('circle', { cls, attr: { cx: x.toFixed(1), cy: y.toFixed(1), r: radius.toFixed(1), 'stroke-width': Math.min(RIM, radius * RIM_PART).toFixed(1), role: 'option', tabindex: isFirst ? '0' : '-1', 'aria-label': said, 'data-path': path } });
  dot.createSvg('title').textContent = said;
}

function openPerson(person: SpacesPerson | undefined, event: MouseEvent | KeyboardEvent, edge: Edge): void {
  if (person === undefined) return;
  event.preventDefault();
  void edge.open(person.contact.path, Keymap.isModEvent(event) !== false);
}

/** The arrows go to the nearest person in their direction; Home and End to the first and the last. */
function moveFocus(svg: SVGSVGElement, dots: readonly Dot[], event: KeyboardEvent): void {
  const circles = [...svg.querySelectorAll<SVGCircleElement>('.sss-dot')];
  const at = circles.findIndex((circle) => circle === svg.doc.activeElement);
  const from = dots[at];
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  const next = event.key === 'Home' ? 0 : event.key === 'End' ? dots.length - 1 : way === undefined || from === undefined ? -1 : nearest(dots, from, way[0] ?? 0, way[1] ?? 0);
  const circle = circles[next];
  if (circle === undefined) return;
  event.preventDefault();
  for (const one of circles) one.setAttribute('tabindex', one === circle ? '0' : '-1');
  circle.focus();
}

function nearest(dots: readonly Dot[], from: Dot, right: number, down: number): number {
  let [best, least] = [-1, Infinity];
  dots.forEach((dot, at) => {
    const [x, y] = [dot.x - from.x, dot.y - from.y];
    const ahead = x * right + y * down;
    const cost = ahead + 2 * Math.abs(x * down + y * right);
    if (ahead > 1 && cost < least) [best, least] = [at, cost];
  });
  return best;
}
