import { wellFormed } from '../../base';

// A bare carriage return would be read as a line feed.
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\r': '&#13;' };
// Characters that XML 1.0 cannot hold, even escaped; the ends of lines and the tab can stand in it.
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text without what XML cannot hold in any form: control characters, halves of letters. */
export function soundText(text: string): string {
  return wellFormed(text).replace(NOT_IN_XML, '');
}

/** Text as it stands in XML, between tags or in an attribute, whatever it holds. */
export function escapedXml(text: string): string {
  return soundText(text).replace(/[&<>"'\r]/g, (character) => ESCAPES[character] ?? character);
}

/** An element that holds text only. */
export function xmlElement(name: string, text: string): string {
  return `<${name}>${escapedXml(text)}</${name}>`;
}
