import type { DraftStore } from '../draft-store';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What was typed into a form and left there. */
export interface KeptForm {
  /** Whether something that was left is back in its place. */
  readonly isRestored: boolean;
  /** To be called once it is written, so that nothing comes back. */
  forget(): void;
}

/**
 * Keeps on this device what is typed into a form, from now on and under a key, and puts back what was left there before. To be
 * called when all fields stand in their places with what they begin with. The key of a form about a note goes with its name.
 */
export function keepTyped(form: HTMLElement, drafts: DraftStore, key: () => string): KeptForm {
  const fields = [...form.querySelectorAll<Field>('input, select, textarea')];
  const first = fields.map(valueOf);
  const isRestored = restore(fields, drafts.load(key()));
  let isWritten = false;
  const keep = (): void => {
    // A field that is taken away while it has the focus still says that it changed.
    if (isWritten) return;
    const typed = fields.map(valueOf);
    if (typed.every((value, at) => value === first[at])) drafts.clear(key());
    else drafts.save(key(), { first, typed });
  };
  for (const field of fields) for (const kind of ['input', 'change']) field.addEventListener(kind, keep);
  const forget = (): void => {
    isWritten = true;
    drafts.clear(key());
  };
  return { isRestored, forget };
}

// Only what was changed comes back: what a field begins with may be another thing by now.
function restore(fields: readonly Field[], left: unknown): boolean {
  if (typeof left !== 'object' || left === null || !('first' in left) || !('typed' in left)) return false;
  const { first, typed } = left;
  if (!Array.isArray(first) || !Array.isArray(typed) || typed.length !== fields.length) return false;
  return fields.map((field, at) => {
    const value: unknown = typed[at];
    return typeof value === 'string' && value !== first[at] && put(field, value);
  }).includes(true);
}

function isSelect(field: Field): field is HTMLSelectElement {
  return field.tagName === 'SELECT';
}

function valueOf(field: Field): string {
  if (isSelect(field)) return field.selectedOptions[0]?.text ?? '';
  return field.type === 'checkbox' ? String((field as HTMLInputElement).checked) : field.value;
}

function put(field: Field, value: string): boolean {
  if (isSelect(field)) {
    const option = [...field.options].find(({ text }) => text === value);
    if (option === undefined) return false;
    field.value = option.value;
  } else if (field.type === 'checkbox') (field as HTMLInputElement).checked = value === 'true';
  else field.value = value;
  return true;
}
