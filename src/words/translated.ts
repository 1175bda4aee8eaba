import type { english } from './en';

/** All texts the product shows, by room. English is complete; another language may leave keys out. */
export type Words = typeof english;

/** The same texts in another language. Keys may be missing, also within a group; what is there takes the same values. */
export type Translated<Text> = Text extends (...told: infer Told) => infer Said
  ? (...told: Told) => Said
  : Text extends string | readonly unknown[]
    ? Text
    : { readonly [Key in keyof Text]?: Translated<Text[Key]> };

/** The texts of a language that may be incomplete. */
export type PartialWords = Translated<Words>;
