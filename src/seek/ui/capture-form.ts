import type { QuoteDraft } from '..';

/** What stands in the fields of the capture modal. */
export interface CaptureForm {
  text: string;
  author: string;
  source: string;
  title: string;
  via: string;
  /** Whether the via person is to be made a contact. */
  viaIsNew: boolean;
  take: string;
}

/** The fields of the form, in the order in which they are shown. */
export const FORM_FIELDS = ['text', 'author', 'source', 'title', 'via', 'take'] as const;

/** A form filled from what could be told; a draft of the same quote that was left earlier wins where it has words. */
export function formFrom(draft: Partial<QuoteDraft>, left: unknown): CaptureForm {
  const earlier = typeof left === 'object' && left !== null ? (left as Record<string, unknown>) : {};
  const filled = (field: (typeof FORM_FIELDS)[number]): string => {
    const typed = earlier[field];
    if (typeof typed === 'string' && typed.trim() !== '') return typed;
    return field === 'take' ? '' : (draft[field] ?? '');
  };
  return {
    text: filled('text'), author: filled('author'), source: filled('source'), title: filled('title'), via: filled('via'), take: filled('take'),
    viaIsNew: earlier['viaIsNew'] === true,
  };
}
