// A bare carriage return would be read as a line feed.
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\r': '&#13;' };

/** Text as it stands in XML, between tags or in an attribute. */
export function escapedXml(text: string): string {
  return text.replace(/[&<>"'\r]/g, (character) => ESCAPES[character] ?? character);
}

/** An element that holds text only. */
export function xmlElement(name: string, text: string): string {
  return `<${name}>${escapedXml(text)}</${name}>`;
}
