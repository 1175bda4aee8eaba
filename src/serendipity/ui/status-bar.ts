import { Menu } from 'obsidian';
import type { Edge } from '../../obsidian/edge';
import type { LinkIndex } from '../../obsidian/link-index';
import { words } from '../../words';
import { progressOf } from './progress';

/** Shows in the status bar what the index is doing, while it is worth knowing; a click offers to pause or rebuild. */
export function showIndexStatus(edge: Edge, index: LinkIndex, showIndex: () => void): void {
  const { plugin } = edge;
  const item = plugin.addStatusBarItem();
  item.addClass('mod-clickable', 'sss-index-status');
  item.setAttrs({ role: 'button', tabindex: '0', 'aria-label': words.serendipity.statusLabel });
  const draw = (): void => {
    const text = sentenceOf(index, edge.settings().serendipity.showCount);
    item.toggle(text !== '');
    if (item.textContent !== text) item.setText(text);
  };
  const offer = (): Menu => menuOf(index, showIndex);
  plugin.registerDomEvent(item, 'click', (event) => offer().showAtMouseEvent(event));
  plugin.registerDomEvent(item, 'keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    const { left, top } = item.getBoundingClientRect();
    offer().showAtPosition({ x: left, y: top }, item.doc);
  });
  plugin.register(index.onStatus(draw));
  edge.onSettings(draw);
  draw();
}

function sentenceOf({ status }: LinkIndex, showCount: boolean): string {
  const texts = words.serendipity;
  const progress = progressOf(status);
  if (status.phase === 'failed') return texts.indexBroken;
  if (status.phase === 'paused') return texts.indexPaused(status.total - status.done);
  if (progress !== undefined) return texts.indexing(progress.done, progress.total);
  return showCount && (status.phase === 'ready' || status.phase === 'reading') ? texts.indexed(status.notes) : '';
}

function menuOf(index: LinkIndex, showIndex: () => void): Menu {
  const texts = words.serendipity;
  const menu = new Menu();
  const { phase } = index.status;
  if (phase === 'paused') menu.addItem((item) => item.setTitle(texts.resumeIndexing).setIcon('play').onClick(() => index.resume()));
  if (phase === 'reading') menu.addItem((item) => item.setTitle(texts.pauseIndexing).setIcon('pause').onClick(() => index.pause()));
  menu.addItem((item) => item.setTitle(texts.rebuild).setIcon('refresh-cw').onClick(() => void index.rebuild()));
  menu.addItem((item) => item.setTitle(texts.aboutIndex).setIcon('info').onClick(showIndex));
  return menu;
}
