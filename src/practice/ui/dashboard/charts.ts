/** A part of a bar or column; `cls` gives its colour. */
interface ChartPart {
  readonly cls: string;
  readonly name: string;
  readonly value: number;
}

export interface ChartBar {
  readonly name: string;
  readonly parts: readonly ChartPart[];
  /** In a column chart: what hangs below the line. */
  readonly below?: readonly ChartPart[];
}

const WIDTH = 360;
const [BAR_RIGHT, BAR_STEP, BAR_HEIGHT] = [30, 24, 14];
// Room for names before bars, and about how wide a letter is: other languages need more.
const [LEAST_LEFT, MOST_LEFT, LETTER] = [128, 200, 7];
const [COLUMN_HEIGHT, COLUMN_FOOT, COLUMN_GAP] = [180, 20, 5];

/** Draws bars that lie below each other, each with its name before and its sum behind it. */
export function drawBars(container: HTMLElement, label: string, bars: readonly ChartBar[]): void {
  const most = Math.max(1, ...bars.map(({ parts }) => sumOf(parts)));
  const left = Math.min(MOST_LEFT, Math.max(LEAST_LEFT, ...bars.map(({ name }) => 8 + name.length * LETTER)));
  const svg = drawStage(container, label, bars.length * BAR_STEP);
  bars.forEach(({ name, parts }, at) => {
    const y = at * BAR_STEP;
    drawText(svg, name, left - 8, y + BAR_HEIGHT - 2, 'end');
    let x = left;
    for (const part of parts) x += drawPart(svg, part, x, y, ((WIDTH - left - BAR_RIGHT) * part.value) / most, BAR_HEIGHT);
    drawText(svg, String(sumOf(parts)), x + 6, y + BAR_HEIGHT - 2, 'start');
  });
}

/** Draws columns beside each other, over time: `parts` stand on the line, `below` hangs from it. */
export function drawColumns(container: HTMLElement, label: string, columns: readonly ChartBar[]): void {
  const up = Math.max(0, ...columns.map(({ parts }) => sumOf(parts)));
  const down = Math.max(0, ...columns.map(({ below = [] }) => sumOf(below)));
  const unit = COLUMN_HEIGHT / Math.max(1, up + down);
  const line = up + down === 0 ? COLUMN_HEIGHT : up * unit;
  const svg = drawStage(container, label, COLUMN_HEIGHT + COLUMN_FOOT);
  const step = WIDTH / Math.max(1, columns.length);
  svg.createSvg('line', { cls: 'sss-dash-line', attr: { x1: 0, x2: WIDTH, y1: line, y2: line } });
  columns.forEach(({ name, parts, below = [] }, at) => {
    const x = at * step + COLUMN_GAP / 2;
    let [top, bottom] = [line, line];
    for (const part of parts) {
      top -= part.value * unit;
      drawPart(svg, part, x, top, step - COLUMN_GAP, part.value * unit);
    }
    for (const part of below) {
      drawPart(svg, part, x, bottom, step - COLUMN_GAP, part.value * unit);
      bottom += part.value * unit;
    }
    drawText(svg, name, (at + 0.5) * step, COLUMN_HEIGHT + COLUMN_FOOT - 5, 'middle');
  });
}

/** Names the colours of a picture. */
export function drawLegend(container: HTMLElement, parts: readonly Pick<ChartPart, 'cls' | 'name'>[]): void {
  const legend = container.createEl('ul', { cls: 'sss-dash-legend', attr: { 'aria-hidden': 'true' } });
  for (const { cls, name } of parts) {
    const item = legend.createEl('li');
    item.createSvg('svg', { cls: 'sss-dash-swatch', attr: { viewBox: '0 0 10 10' } }).createSvg('rect', { cls: ['sss-dash-fill', cls], attr: { width: 10, height: 10 } });
    item.appendText(name);
  }
}

/** An empty picture with a name for those who cannot see it. */
export function drawStage(container: HTMLElement, label: string, height: number, width = WIDTH): SVGSVGElement {
  return container.createSvg('svg', { cls: 'sss-dash-picture', attr: { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label } });
}

export function drawText(svg: SVGSVGElement, text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end'): SVGTextElement {
  const drawn = svg.createSvg('text', { cls: 'sss-dash-text', attr: { x: rounded(x), y: rounded(y), 'text-anchor': anchor } });
  drawn.textContent = text;
  return drawn;
}

function drawPart(svg: SVGSVGElement, { cls, name, value }: ChartPart, x: number, y: number, width: number, height: number): number {
  if (value <= 0) return 0;
  const rect = svg.createSvg('rect', { cls: ['sss-dash-fill', cls], attr: { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) } });
  rect.createSvg('title').textContent = `${name}: ${value}`;
  return width;
}

function rounded(value: number): string {
  return value.toFixed(1);
}

function sumOf(parts: readonly ChartPart[]): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}
