import { words } from '../../../words';
import type { RoleWeights, Standing, Week } from '../..';
import { drawStage, drawText } from './charts';

/** A week's place in the picture. */
export interface TrailPoint {
  readonly week: Week;
  readonly standing: Standing;
}

const [SIZE, EDGE] = [300, 24];
const [SMALL, LARGE] = [4, 9];
const CORNER = 16;

/** Draws the field of the four roles with the weeks' trail through it. Weeks in which too little happened leave no mark. */
export function drawRolePicture(container: HTMLElement, label: string, trail: readonly TrailPoint[], weights: Pick<RoleWeights, 'high'>): void {
  const svg = drawStage(container, label, SIZE + EDGE, SIZE + EDGE);
  svg.addClass('sss-role-picture');
  const across = (share: number): number => EDGE + share * SIZE;
  const upwards = (sense: number): number => SIZE - sense * SIZE;
  svg.createSvg('rect', { cls: 'sss-role-field', attr: { x: EDGE, y: 0, width: SIZE, height: SIZE } });
  const [middleX, middleY] = [across(Math.min(1, weights.high)), upwards(Math.min(1, weights.high))];
  svg.createSvg('line', { cls: 'sss-dash-line', attr: { x1: middleX, x2: middleX, y1: 0, y2: SIZE } });
  svg.createSvg('line', { cls: 'sss-dash-line', attr: { x1: EDGE, x2: EDGE + SIZE, y1: middleY, y2: middleY } });
  const { roles } = words.week;
  drawText(svg, roles.expert, EDGE + CORNER, 1.5 * CORNER, 'start');
  drawText(svg, roles.catalyst, EDGE + SIZE - CORNER, 1.5 * CORNER, 'end');
  drawText(svg, roles.consumer, EDGE + CORNER, SIZE - CORNER, 'start');
  drawText(svg, roles.connector, EDGE + SIZE - CORNER, SIZE - CORNER, 'end');
  drawText(svg, words.dashboard.axisShare, EDGE + SIZE, SIZE + EDGE - 6, 'end');
  drawText(svg, words.dashboard.axisSense, 0, 0, 'end').setAttribute('transform', `translate(${EDGE - 8} 0) rotate(-90)`);
  const seen = trail.filter(({ standing }) => standing.role !== undefined);
  const places = seen.map(({ standing }) => `${across(standing.y).toFixed(1)},${upwards(standing.x).toFixed(1)}`);
  svg.createSvg('polyline', { cls: 'sss-role-trail', attr: { points: places.join(' ') } });
  seen.forEach(({ week, standing }, at) => {
    const isNow = week.id === trail.at(-1)?.week.id;
    const dot = svg.createSvg('circle', {
      cls: isNow ? ['sss-role-dot', 'is-now'] : 'sss-role-dot',
      attr: { cx: across(standing.y).toFixed(1), cy: upwards(standing.x).toFixed(1), r: isNow ? LARGE : SMALL, 'fill-opacity': isNow ? '1' : (0.3 + (0.6 * at) / Math.max(1, seen.length)).toFixed(2) },
    });
    dot.createSvg('title').textContent = pointSaid(week, standing);
  });
}

/** A week's place in words. */
export function pointSaid({ id }: Week, { x, y, role }: Standing): string {
  return words.dashboard.pointSaid(id, x, y, role === undefined ? '' : words.week.roles[role]);
}
