import { onOneLine } from '../base';

// Characters that no file system or no Obsidian link allows, control characters, and what stands for broken ones. Joiners stay where they join:
// Persian and Hindi words and many emoji are made with them.
const FORBIDDEN = /[\\/:*?"<>|#^[\]\uFFFD\p{Cc}\p{Co}\p{Cs}]|(?![\u200C\u200D])\p{Cf}/gu;
const STRAY_JOINERS = /(^|\s)[\u200C\u200D]+/g;
const RESERVED_ON_WINDOWS = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=\.|$)/i;
const LONGEST = 80;
const MOST_BYTES = 200;

/**
 * A file name (without extension) that every platform accepts, made from any text: forbidden characters become spaces,
 * at most 80 characters and 200 bytes in UTF-8. `fallback` is used when nothing is left.
 */
export function fileNameFor(text: string, fallback: string): string {
  const cleaned = onOneLine(text.normalize('NFC').replace(FORBIDDEN, ' ').replace(STRAY_JOINERS, '$1')).replace(/^[.\s]+|[.\s\u200C\u200D]+$/g, '');
  const short = cutToBytes(cutAtWord(cleaned)).replace(/[.\s\u200C\u200D]+$/g, '');
  if (short === '') return fallback;
  return RESERVED_ON_WINDOWS.test(short) ? `_${short}` : short;
}

/** `path` when nothing has it yet, otherwise `name 2.md`, `name 3.md` …; compared without case, as many disks do. */
export function freePath(path: string, isTaken: (path: string) => boolean): string {
  const stem = path.replace(/\.md$/i, '');
  let candidate = path;
  for (let count = 2; isTaken(candidate); count++) candidate = `${stem} ${count}.md`;
  return candidate;
}

/** A path inside the vault from a folder and a file name: no empty, `.` or `..` parts, no leading slash. */
export function pathIn(folder: string, fileName: string): string {
  const parts = folder.split(/[\\/]+/).map((part) => part.trim()).filter((part) => part !== '' && part !== '.' && part !== '..');
  return [...parts, `${fileName}.md`].join('/');
}

function cutAtWord(text: string): string {
  const characters = [...text];
  if (characters.length <= LONGEST) return text;
  const cut = characters.slice(0, LONGEST).join('');
  const space = cut.lastIndexOf(' ');
  return space > LONGEST / 2 ? cut.slice(0, space) : cut;
}

function cutToBytes(text: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > MOST_BYTES) break;
    kept += character;
  }
  return kept;
}
