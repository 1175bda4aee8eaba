import { AbstractInputSuggest, setIcon, type App } from 'obsidian';
import { onOneLine } from '../../base';
import { shownName } from '../../note';
import { drawField } from '../../obsidian/parts/field';
import { mayMean, type ContactDirectory } from '../../ties';
import { words } from '../../words';

const MOST = 20;

/** What the field works on: names or wikilinks, as the property holds them. */
interface CoAuthorField {
  readonly app: App;
  readonly directory: ContactDirectory;
  /** The link to a contact as it is to stand in the property. */
  linkTo(path: string): string;
  current(): readonly string[];
  change(coAuthors: readonly string[]): void;
}

/**
 * Draws, in a part that opens, who wrote the take together with the user: contacts are suggested, any name may be typed. Gives
 * back what draws them anew.
 */
export function drawCoAuthors(container: HTMLElement, field: CoAuthorField): () => void {
  const box = container.createEl('details', { cls: 'sss-co-authors' });
  box.open = field.current().length > 0;
  box.createEl('summary', { text: words.sense.coAuthors });
  const input = drawField(box, 'input', { label: words.sense.coAuthorLabel, hint: words.sense.coAuthorHint });
  input.type = 'text';
  const chips = createDiv({ cls: 'sss-chips' });
  input.before(chips);
  const draw = (): void => {
    chips.empty();
    for (const name of field.current()) {
      const chip = chips.createEl('button', { cls: 'sss-chip', attr: { type: 'button', 'aria-label': words.sense.removeCoAuthor(shownName(name)) } });
      chip.createSpan({ text: shownName(name) });
      setIcon(chip.createSpan({ cls: 'sss-chip-icon', attr: { 'aria-hidden': 'true' } }), 'x');
      chip.addEventListener('click', () => {
        field.change(field.current().filter((other) => other !== name));
        draw();
        input.focus();
      });
    }
  };
  const add = (written: string): void => {
    const name = onOneLine(written);
    const known = field.directory.find(name);
    const credited = known === undefined ? name : field.linkTo(known.path);
    input.value = '';
    if (name === '' || field.current().includes(credited)) return;
    field.change([...field.current(), credited]);
    draw();
  };
  new CoAuthorSuggest(field.app, input, field.directory, add);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.defaultPrevented || onOneLine(input.value) === '') return;
    event.preventDefault();
    add(input.value);
  });
  draw();
  return draw;
}

class CoAuthorSuggest extends AbstractInputSuggest<string> {
  constructor(
    app: App,
    input: HTMLInputElement,
    private readonly directory: ContactDirectory,
    private readonly choose: (name: string) => void,
  ) {
    super(app, input);
  }

  override getSuggestions(typed: string): string[] {
    return this.directory.all().filter((one) => mayMean(one, typed)).slice(0, MOST).map(({ name }) => name);
  }

  override renderSuggestion(name: string, element: HTMLElement): void {
    element.setText(name);
  }

  override selectSuggestion(name: string): void {
    this.choose(name);
    this.close();
  }
}
