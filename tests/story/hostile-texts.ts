// Texts that hurt: each is typed into every field and put into every parameter of an address.

/** What a script would do if one of these came to life. */
export const TRAP = 'pwned';

/** Texts by what is nasty about them. Quoted alone, each has at least one letter. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'brackets that close a link': 'a ]] b [[c]] |d| [e](f) ![[g]]',
  'a line of dashes': '---',
  'tokens and template code': '{{title}} {{sense:queue}} {{date}} <% tp.file.title %> <%* await tp.x() -%> `= this.file.name` `$= dv.x` {% x %}',
  'HTML and script': `<script>window.${TRAP} = 1</script><img src=x onerror="window.${TRAP} = 2"><iframe srcdoc="<script>parent.${TRAP} = 3</script>"></iframe><a href="javascript:window.${TRAP} = 4">click</a><svg onload="window.${TRAP} = 5"></svg>`,
  'a live block and a query': '```seek-sense-share\nshow: queue\n```\n```dataviewjs\nx\n```',
  'control characters': 'bell \u0007 null \u0000 escape \u001B[31m vertical \u000B line \u2028 end \u0085 delete \u007F',
  'half characters': 'lone \uD800 and \uDFFF here, whole \u{1F600}',
  'turned around': '\u202Egnp.exe \u2066 hidden \u200B\u200F شكرا',
  'YAML': '"quoted": \'yaml\' # not a comment, {a: 1}, [x, &anchor *alias !!tag | >',
  'a name no disk takes': 'CON/a\\b:c*d?e"f<g>h|i#j^k[l]m..',
  'open ends': '%% open ``` <!-- $$ ~~~ [^1]: > # - [ ] ^block-id',
};

/** In paragraphs, as long texts are. */
export const MEGABYTE = `${'Words without end. '.repeat(50).trim()}\n\n`.repeat(1_050);
export const LONG_LINE = 'Words without end. '.repeat(5_000);
