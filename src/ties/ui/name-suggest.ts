import { AbstractInputSuggest, type App } from 'obsidian';
import { mayMean, type Named } from '..';

const MOST = 20;

/** Suggests names while one is typed, by name and alias; with `several`, for the last name of a list with commas. */
export class NameSuggest extends AbstractInputSuggest<Named> {
  constructor(
    app: App,
    private readonly input: HTMLInputElement,
    private readonly options: { names: () => readonly Named[]; several: boolean; changed: (value: string) => void },
  ) {
    super(app, input);
  }

  override getSuggestions(typed: string): Named[] {
    const { last } = this.#parts(typed);
    return this.options
      .names()
      .filter((one) => mayMean(one, last))
      .slice(0, MOST);
  }

  override renderSuggestion({ name }: Named, element: HTMLElement): void {
    element.setText(name);
  }

  override selectSuggestion({ name }: Named): void {
    const { before } = this.#parts(this.getValue());
    const value = before === '' ? name : `${before} ${name}`;
    this.setValue(value);
    this.input.focus();
    this.options.changed(value);
    this.close();
  }

  #parts(typed: string): { before: string; last: string } {
    const comma = this.options.several ? typed.lastIndexOf(',') : -1;
    return { before: typed.slice(0, comma + 1), last: typed.slice(comma + 1) };
  }
}
