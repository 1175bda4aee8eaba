const FORMULA = /\$\$[^]*?\$\$|\$[^\s$](?:[^$\n]*[^\s$])?\$/g;
// A letter of a formula: no file, and no place on the web.
const NO_PLACE = /^[^/.:%&#?<>]{0,80}$/;

/** Tells of a place in a text, asked from its start to its end, whether a local address there is none for anybody. */
type Spared = (at: number, address: string) => boolean;

/**
 * Where a text only looks as if it linked: in formulas such as `$a[i](x)$`, which a reader who knows none takes for a link,
 * but to nothing that is a file. A paragraph with backticks is left out, as they may be paired otherwise.
 */
export function sparedIn(text: string): Spared {
  const formulas = text.includes('$') ? formulasIn(text) : [];
  let next = 0;
  return (at, address) => {
    while ((formulas[next]?.to ?? Number.POSITIVE_INFINITY) <= at) next++;
    const formula = formulas[next];
    return formula !== undefined && formula.from <= at && NO_PLACE.test(address);
  };
}

function formulasIn(text: string): { from: number; to: number }[] {
  const formulas: { from: number; to: number }[] = [];
  let start = 0;
  for (const paragraph of text.split(/\n(?=[ \t]*\n)/)) {
    if (!paragraph.includes('`') && paragraph.includes('](')) {
      for (const { index, 0: formula } of paragraph.matchAll(FORMULA)) formulas.push({ from: start + index, to: start + index + formula.length });
    }
    start += paragraph.length + 1;
  }
  return formulas;
}
