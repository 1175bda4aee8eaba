import { shortened } from '../../base';
import { words } from '../../words';
import { PICTURE_RADIUS, RINGS, SPACES, placeNames, type Dot, type NamePlace } from '..';
import type { SpacesPerson } from './spaces-table';

/** Half of the picture with what stands around it, in its own units. */
export const PICTURE_EDGE = PICTURE_RADIUS + 60;
/** How large a name is on the screen, in CSS pixels, however small the picture is. */
const NAME_SIZE = 11.5;
const NAME_LENGTH = 18;
/** The picture's width in CSS pixels where it is not known, as in a pane that is hidden. */
const USUAL_WIDTH = 600;

/** Up to so many people, all get a name that have room for one, and no name lies on a circle. */
const MOST_NAMES = 60;
/** Of more people only the strongest ties of each space are named; these names may lie on the circles of others. */
const NAMES_IN_A_CROWD = 8;

/**
 * Writes the names of the rings and of as many people as there is room for, the strongest ties first, anew each time. `width` is
 * that of the picture in CSS pixels; it is handed in, for measuring a picture of thousands that was just drawn takes long.
 */
export function drawNames(svg: SVGSVGElement, dots: readonly Dot[], people: readonly SpacesPerson[], width: number): void {
  svg.querySelector('.sss-names')?.remove();
  const size = (NAME_SIZE * 2 * PICTURE_EDGE) / (width || USUAL_WIDTH);
  const group = svg.createSvg('g', { cls: 'sss-names', attr: { 'font-size': size.toFixed(1), 'aria-hidden': 'true' } });
  const rings = SPACES.map((space): NamePlace => ({ path: '', text: words.ties.spaceNames[space], x: 0, y: size * 1.1 - RINGS[space][1] }));
  const strongest = [...people].sort((left, right) => right.strength - left.strength);
  const named = people.length <= MOST_NAMES ? strongest : SPACES.flatMap((space) => strongest.filter(({ contact }) => contact.space === space).slice(0, NAMES_IN_A_CROWD));
  const wanted = named.map(({ contact }) => ({ path: contact.path, text: shortened(contact.name, NAME_LENGTH) }));
  const isNamed = new Set(wanted.map(({ path }) => path));
  for (const place of rings) write(group, place, 'sss-ring-name');
  for (const place of placeNames(wanted, dots.filter(({ path }) => isNamed.has(path)), { size, edge: PICTURE_EDGE, taken: rings })) write(group, place, 'sss-dot-name');
}

function write(group: SVGGElement, { text, x, y }: NamePlace, cls: string): void {
  group.createSvg('text', { cls, attr: { x: x.toFixed(1), y: y.toFixed(1), 'text-anchor': 'middle' } }).textContent = text;
}
