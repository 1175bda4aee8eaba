/** In which form a text leaves. */
export const SHARE_FORMATS = ['markdown', 'plain', 'html'] as const;
export type ShareFormat = (typeof SHARE_FORMATS)[number];

/** What leaves: always as text, and as HTML beside it where that is the format. */
export interface Outgoing {
  readonly text: string;
  readonly html?: string;
}
