import { BasesView, type BasesAllOptions, type QueryController } from 'obsidian';
import { registerBasesView } from '../../obsidian/bases';
import { words } from '../../words';
import { SPACES_VIEW } from '..';
import type { SpacesNeeds } from './spaces-people';
import { drawSpaces, type SpacesDrawing } from './spaces-picture';

/** The setting of the view: how many people are drawn, the strongest ties first. */
const STRONGEST = 'strongest';
const CHOICES = ['20', '50', '100', '200'] as const;

/** The three spaces as a view of a base: only the people that the base's filters let through. */
class SpacesBasesView extends BasesView {
  override type = SPACES_VIEW;
  readonly #container: HTMLElement;
  #drawing: SpacesDrawing | undefined;

  constructor(controller: QueryController, container: HTMLElement, private readonly needs: SpacesNeeds) {
    super(controller);
    this.#container = container.createDiv({ cls: 'sss-base' });
  }

  override onDataUpdated(): void {
    if (this.#drawing !== undefined) return this.#drawing.redraw();
    this.#drawing = drawSpaces(this.#container, this, this.needs, {
      only: () => new Set(this.data.data.map(({ file }) => file.path)),
      most: () => mostOf(this.config.get(STRONGEST)),
    });
  }

  override onunload(): void {
    this.#container.remove();
  }
}

function mostOf(chosen: unknown): number {
  return CHOICES.some((choice) => choice === chosen) ? Number(chosen) : Infinity;
}

function spacesOptions(): BasesAllOptions[] {
  const { spacesMost, spacesEverybody, spacesStrongest } = words.ties;
  const options = { all: spacesEverybody, ...Object.fromEntries(CHOICES.map((choice) => [choice, spacesStrongest(choice)])) };
  return [{ type: 'dropdown', key: STRONGEST, displayName: spacesMost, default: 'all', options }];
}

/** Registers the view; false where there are no bases. Nothing else depends on it. */
export function registerSpacesBase(needs: SpacesNeeds): boolean {
  return registerBasesView(needs.edge.plugin, SPACES_VIEW, {
    name: words.ties.spacesLabel,
    icon: 'target',
    factory: (controller, container) => new SpacesBasesView(controller, container, needs),
    options: spacesOptions,
  });
}
