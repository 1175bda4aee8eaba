/** Draws a labelled field: the label belongs to the control, a hint below it is read out with it. */
export function drawField<Tag extends 'input' | 'textarea' | 'select'>(
  container: HTMLElement,
  tag: Tag,
  { label, hint, cls }: { label: string; hint?: string; cls?: string },
): HTMLElementTagNameMap[Tag] {
  const id = `sss-field-${(count += 1)}`;
  const row = container.createDiv({ cls: cls === undefined ? 'sss-field' : `sss-field ${cls}` });
  row.createEl('label', { text: label, cls: 'sss-field-label', attr: { for: id } });
  const control = row.createEl(tag, { attr: { id } });
  if (hint !== undefined) {
    row.createDiv({ cls: 'sss-field-hint', text: hint, attr: { id: `${id}-hint` } });
    control.setAttr('aria-describedby', `${id}-hint`);
  }
  return control;
}

let count = 0;
