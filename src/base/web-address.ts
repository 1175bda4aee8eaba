import { wellFormed } from './text';

/** The parts of a web address that matter here; each as written, the scheme and host in small letters. */
interface WebAddress {
  readonly scheme: string;
  readonly host: string;
  readonly path: string;
  /** With its `?`, or empty. */
  readonly query: string;
  /** With its `#`, or empty. */
  readonly fragment: string;
}

// RFC 3986, appendix B, narrowed to http and https and to texts without white space or control characters.
const ADDRESS = /^(https?):\/\/([^\s/?#\p{Cc}]+)([^\s?#\p{Cc}]*)(\?[^\s#\p{Cc}]*)?(#[^\s\p{Cc}]*)?$/iu;

/** Reads an http(s) address; undefined for anything else (other schemes, relative ones, text with spaces). */
export function readWebAddress(text: string): WebAddress | undefined {
  const match = ADDRESS.exec(text.trim());
  if (match === null) return undefined;
  const [, scheme = '', host = '', path = '', query = '', fragment = ''] = match;
  return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), path, query, fragment };
}

/** The address as it stands in Markdown between `(` and `)`: nothing in it can end the link early. */
export function linkDestination(address: string): string {
  return wellFormed(address.trim()).replace(/[\s()<>[\]\\`|"^{}]/g, (character) => (/[()]/.test(character) ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(character)));
}

/** Percent-encoded text decoded as far as it can be; broken sequences stay as they are. */
export function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      // Not UTF-8: what the author of the address wrote is better than nothing.
      return run;
    }
  });
}
