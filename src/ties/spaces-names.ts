import type { Dot } from './spaces-map';

/** A name in the picture: the middle of its line's foot. */
export interface NamePlace {
  readonly path: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A letter's width as a part of its height: of Latin and its like, and of scripts that write in squares. */
const [NARROW, SQUARE] = [0.56, 1];
const FIRST_SQUARE = 0x2e80;
/** From a line's foot up and down, as parts of its height. */
const [ABOVE, BELOW] = [0.8, 0.25];

/**
 * Finds room for names beside the circles of their people, the first ones first: below, above, or nowhere. No name lies on
 * another name, on somebody else's circle, on what is `taken`, or beyond `edge` to either side. Sizes are in the picture's units.
 */
export function placeNames(named: readonly { readonly path: string; readonly text: string }[], dots: readonly Dot[], { size, edge, taken = [] }: { size: number; edge: number; taken?: readonly NamePlace[] }): NamePlace[] {
  const circles = dots.map((dot) => ({ path: dot.path, box: { left: dot.x - dot.radius, right: dot.x + dot.radius, top: dot.y - dot.radius, bottom: dot.y + dot.radius } }));
  const byPath = new Map(dots.map((dot) => [dot.path, dot]));
  const boxes = taken.map((place) => boxOf(place, size));
  const placed: NamePlace[] = [];
  for (const { path, text } of named) {
    const dot = byPath.get(path);
    if (dot === undefined) continue;
    const wanted = [dot.y + dot.radius + size * (ABOVE + 0.1), dot.y - dot.radius - size * (BELOW + 0.1)];
    const place = wanted.map((y) => ({ path, text, x: dot.x, y })).find((one) => {
      const box = boxOf(one, size);
      return box.left >= -edge && box.right <= edge && !boxes.some((other) => meet(box, other)) && !circles.some((circle) => circle.path !== path && meet(box, circle.box));
    });
    if (place === undefined) continue;
    boxes.push(boxOf(place, size));
    placed.push(place);
  }
  return placed;
}

/** How wide a text is, about, in the units of its height. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) >= FIRST_SQUARE ? SQUARE : NARROW), 0) * size;
}

function boxOf({ text, x, y }: NamePlace, size: number): Box {
  const half = textWidth(text, size) / 2;
  return { left: x - half, right: x + half, top: y - size * ABOVE, bottom: y + size * BELOW };
}

function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
