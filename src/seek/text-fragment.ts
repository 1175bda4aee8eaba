import { percentDecoded } from '../base';

/** An address whose text fragment was taken off, and the words the fragment pointed at. */
interface FragmentAddress {
  readonly address: string;
  /** The words, when the fragment names them whole; undefined when it only names their beginning and end. */
  readonly text?: string;
}

const DIRECTIVE = ':~:';

/**
 * Reads the text fragment of an address (`#:~:text=[prefix-,]start[,end][,-suffix]`; WICG Scroll To Text Fragment).
 * An address without one comes back as it is.
 */
export function readTextFragment(address: string): FragmentAddress {
  const at = address.indexOf(DIRECTIVE);
  if (at < 0) return { address };
  const bare = address.slice(0, at).replace(/#$/, '');
  const directive = address.slice(at + DIRECTIVE.length).split('&').find((part) => part.startsWith('text='));
  if (directive === undefined) return { address: bare };
  const parts = directive.slice('text='.length).split(',');
  const own = parts.filter((part, index) => !(index === 0 && part.endsWith('-')) && !(index > 0 && part.startsWith('-')));
  const [start, end] = own.map(percentDecoded);
  return start === undefined || start === '' || end !== undefined ? { address: bare } : { address: bare, text: start };
}
