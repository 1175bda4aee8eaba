// Quote notes and other notes in every state in which nothing of them may leave.

export const QUOTED = 'Without personal mastery there is no knowledge management, only databases of mostly unused information that nobody ever asked for.';
export const TAKE = 'Our handover folder proves this every single morning: everything is written down, and nobody on the ward can say what it means.';

const PROPERTIES = 'author: Harold Jarche\nsource: https://jarche.com/why\nvia: "[[Joan Petrie]]"\ncaptured: 2026-11-01T09:12\n';
const CALLOUT = `> [!quote] [Why](https://jarche.com/why)\n> ${QUOTED}\n> — Harold Jarche\n`;

function quoteNote(take: string, properties = PROPERTIES): string {
  return `---\ntype: quote\n${properties}---\n${CALLOUT}\n## My take\n${take}`;
}

/** Quote notes that have no take of their own, by what stands in its place. */
export const UNSENSED: Readonly<Record<string, string>> = {
  'no take': quoteNote(''),
  'no section': `---\ntype: quote\n${PROPERTIES}---\n${CALLOUT}`,
  'too short': quoteNote('So very true, I think.\n'),
  'echo of the quote': quoteNote(`${QUOTED}\n`),
  'echo in other typography': quoteNote(`*Without* **personal** MASTERY – there is “no” knowledge-management; only databases of mostly unused information, that nobody ever asked for!!\n`),
  'echo with the author': quoteNote(`"${QUOTED}" — Harold Jarche\n`),
  'quoted text only': quoteNote(`> ${TAKE}\n> [!note] ${TAKE}\n\n- > ${TAKE}\n`),
  'links only': quoteNote('[[What experienced nurses hear before the monitor]] [[Workarounds are research]] [[A checklist is for the forgettable]] [How one community of practice decides things without ever taking a vote](https://example.org/votes) https://example.org/one-two-three-four-five-six-seven\n'),
  'code only': quoteNote(`\`\`\`\n${TAKE}\n\`\`\`\n\n\`${TAKE}\`\n`),
  'comments only': quoteNote(`%% ${TAKE} %%\n<!-- ${TAKE} -->\n\n%%\n${TAKE}\n%%\n`),
  'headings, tags and embeds only': quoteNote(`### ${TAKE}\n#one #two #three #four #five #six #seven #eight #nine #ten #eleven #twelve #thirteen\n![[What experienced nurses hear before the monitor]]\n`),
  'HTML quotation only': quoteNote(`<blockquote>\n${TAKE}\n</blockquote>\n\n<q>${TAKE}</q>\n`),
  'sensed typed by hand': quoteNote('', `${PROPERTIES}sensed: 2026-11-02T10:00\nsense: [synthesise]\n`),
  'take under another heading': quoteNote('').replace('## My take\n', '## Notes\nA few words.\n'),
  'broken properties': quoteNote('').replace('author: Harold Jarche', 'author: "Harold [Jarche'),
  'broken properties and an echo': quoteNote(`${QUOTED}\n`).replace('author: Harold Jarche', 'author: "Harold [Jarche'),
  'properties that nothing closes': quoteNote('').replace('---\n> [!quote]', '> [!quote]'),
  'let go': quoteNote('', `${PROPERTIES}let-go: 2026-11-03\n`),
  'put off': quoteNote('', `${PROPERTIES}sense-later: 2099-11-03\n`),
  'held back': quoteNote('', `${PROPERTIES}hold-until: 2099-11-03\nhold-for: once Joan has read it\nnot-for: [network]\n`),
  'private': quoteNote('', `${PROPERTIES}private: true\n`),
  'private with broken properties': quoteNote(`${TAKE}\n`, `${PROPERTIES}private: true\n`).replace('author: Harold Jarche', 'author: "Harold [Jarche'),
  'private with a take': quoteNote(`${TAKE}\n`, `${PROPERTIES}private: true\n`),
};

/** Notes that are no quote notes and hold other people's words only. */
export const CARRIERS: Readonly<Record<string, string>> = {
  'only quotes': `# Collected\n\n> ${QUOTED}\n> — Harold Jarche\n\n> [!quote] Again\n> ${TAKE}\n`,
  'only quotes, and an echo of them': `> ${QUOTED}\n\n${QUOTED}\n`,
  'HTML quotation': `<blockquote>\n${QUOTED}\n</blockquote>\n`,
  'embeds a quote note': '![[no take]]\n\n![[no take#My take]]\n',
  'embeds and links quote notes': '![[no take]]\n\n- [[echo of the quote]]\n- [[properties that nothing closes]]\n- [[take under another heading]]\n',
  'highlights': `---\nauthor: Harold Jarche\ntitle: Why\n---\n## Highlights\n- ${QUOTED}\n- ${TAKE}\n`,
  'highlights in chapters named like notes of a reader': `# Why\n\n## Metadata\n- Author: [[Harold Jarche]]\n- URL: https://jarche.com/why\n\n## Highlights\n### Questions of Style\n- ${QUOTED} ([Location 1](https://readwise.io/to_kindle?location=1))\n### A Note on the Text\n- ${TAKE} ([Location 2](https://readwise.io/to_kindle?location=2))\n`,
  'highlights of a Kindle in chapters named like notes of a reader': `---\nkindle-sync:\n  title: Why\n  author: Harold Jarche\n---\n## Highlights\n### Review\n${QUOTED} — location: [1](kindle://book?action=open&asin=B00&location=1) ^ref-1\n\n---\n### My Life\n${TAKE} — location: [2](kindle://book?action=open&asin=B00&location=2) ^ref-2\n\n---\n`,
  'annotations without quotation marks': `---\ncitekey: jarche2010\n---\n# Why\n<mark class="hltr-yellow">${QUOTED}</mark> [Page 3](zotero://open-pdf/library/items/XY?page=3)\n\n==${TAKE}==\n[Page](zotero://open-pdf/library/items/XY?page=4)\n`,
  'an abstract and annotations': `---\ncitekey: jarche2010\n---\n# Why\n## Abstract\n${TAKE}\n\n## Annotations\n> ${QUOTED} [(p. 1)](zotero://open-pdf/library/items/XY?page=1)\n`,
  'an abstract and nothing else': `---\ncitekey: jarche2010\n---\n## Abstract\n${TAKE}\n`,
  'a bibliography and an abstract in a field': `---\ncitekey: jarche2010\n---\nJarche, H. (2010). Why do I need personal knowledge mastery at all? *Journal of Work*, 12(3), 1–12. https://doi.org/10.1000/182\n\nabstract:: ${TAKE}\n\n> ${QUOTED} [(p. 1)](zotero://open-pdf/library/items/XY?page=1)\n`,
  'a summary and a whole document by Readwise': `# Why\n\n## Metadata\n- Author: [[Harold Jarche]]\n- Full Title: Why\n- URL: https://jarche.com/why\n\n## Summary\n${TAKE}\n\n## Full Document\n${QUOTED}\n## My life at work\n${TAKE}\n`,
  'highlights of several paragraphs, the place behind the last': `---\nauthor: Harold Jarche\n---\n## Highlights\nAlpha. ([View Highlight](https://read.readwise.io/read/1))\n\n${TAKE}\n\n${QUOTED} ([View Highlight](https://read.readwise.io/read/2))\n`,
  'highlights with lists in them, the place behind the last': `---\nauthor: Harold Jarche\n---\n## Highlights\n- Alpha. ([Location 1](https://readwise.io/to_kindle?location=1))\n- ${TAKE}\n\nAnd ${QUOTED} ([Location 2](https://readwise.io/to_kindle?location=2))\n`,
  'annotations of a PDF file with their signatures': `# Why\n> ${QUOTED}\n\n* *highlighted by Harold Jarche at page 2 on [[why.pdf]]*\n\n> ${TAKE}\n\n* *highlighted by Harold Jarche at page 3 on [[why.pdf]]*\n`,
  'copy from a commons': `---\ntype: commons\ntitle: Why\nby: Ines Carvalho\naudience: community\ncommons-id: 0f3k2m9qz7a1b\n---\n> ${QUOTED}\n\n${TAKE}\n`,
  'page clipped whole': `---\ntitle: Why\nsource: https://jarche.com/why\nauthor:\n  - "[[Harold Jarche]]"\npublished: 2010-10-05\ntags:\n  - clippings\n---\n${QUOTED}\n\n${TAKE}\n`,
  'page clipped whole without the tag': `---\ntitle: Why\nsource: https://jarche.com/why\nauthor:\n  - "[[Harold Jarche]]"\npublished: 2010-10-05\ntags: [articles]\n---\n${QUOTED}\n\n${TAKE}\n`,
  'page clipped with a creator': `---\nTitle: Why\nSource: "[Why](https://jarche.com/why)"\nCreator: Harold Jarche\n---\n${QUOTED}\n\n${TAKE}\n`,
  'page clipped without an author': `---\ntitle: Why\nurl: jarche.com/why\npublished: 2010-10-05\n---\n${QUOTED}\n\n${TAKE}\n`,
  'page with its author in a field': `---\nlink: [https://jarche.com/why]\n---\nAuthor:: Harold Jarche\n\n${QUOTED}\n\n${TAKE}\n`,
  'block in a note of few words': `See this.\n\n> ${QUOTED}\n> — Harold Jarche\n`,
};

/** The words of the quote that may leave. */
export const READY_WORDS = 'Passing things on without adding anything is only more noise in the days of other people, however good the sentence was.';

/** A quote with a take of the user's own. */
export const SENSED = quoteNote(`${TAKE}\n`, `${PROPERTIES}sensed: 2026-11-02T10:00\nsense: [synthesise]\n`).replace(QUOTED, READY_WORDS);
