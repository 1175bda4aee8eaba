import { onOneLine } from '../base';
import { contactName } from './contact-note';

/** What a copied text tells of a person. */
interface ToldContact {
  readonly name: string;
  readonly email: string;
  readonly url: string;
}

const EMAIL = /[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:".]+/;
const URL = /https?:\/\/[^\s<>"')\]]+/i;
const LONGEST_NAME = 60;

/**
 * Reads a name, an email and a web address from a copied text, such as `Ana Lee <ana@x.example>`, a signature, or `@ana`.
 * Undefined when it tells none of them, or is too long to be about one person.
 */
export function contactInText(text: string): ToldContact | undefined {
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '').slice(0, 12);
  const [email = '', url = ''] = [EMAIL.exec(text)?.[0], URL.exec(text)?.[0].replace(/[.,;:!?]+$/, '')];
  const named = lines
    .map((line) => line.replace(new RegExp(URL, 'gi'), ' ').replace(new RegExp(EMAIL, 'g'), ' ').replace(/mailto:|[<>"“”()]|\[\s*\]/gi, ' '))
    .map((line) => contactName(line.replace(/^[\s,;:·|–—-]+|[\s,;:·|–—-]+$/g, '')))
    .find((line) => /\p{L}/u.test(line) && line.length <= LONGEST_NAME && !/[.!?]\s/.test(`${line} `.replace(/\b\p{L}{1,3}\. /gu, '')));
  const name = onOneLine(named ?? '');
  return name === '' && email === '' ? undefined : { name, email, url };
}
