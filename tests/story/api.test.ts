import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type OpenWorkbench } from '../../workbench/driver';
import { closeAll } from './moves';

// The examples of docs/reference/api.md, daily-note-tokens.md and uri.md, run as they stand there.

const page = (name: string): string => readFileSync(fileURLToPath(new URL(`../../docs/reference/${name}.md`, import.meta.url)), 'utf8');
const examples = (name: string, language: string): string[] => [...page(name).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter((match) => match[1] === language).map((match) => match[2] ?? '');
const QUOTE = 'Quotes/Harold Jarche - Choose the sources that disconfirm.md';

let bench: OpenWorkbench;

beforeAll(async () => {
  bench = await openWorkbench();
  await bench.openNote('Home.md');
  await bench.runCommand('seek-sense-share:serendipity-show');
  await bench.page.locator('.sss-tab-links').waitFor();
});

afterEach(async () => {
  await closeAll(bench);
  expect(bench.errors).toEqual([]);
});

afterAll(async () => {
  await bench.close();
});

/** Runs code as a script would be run, and gives back what it left in `made`. */
async function run(code: string, prepare = ''): Promise<{ said: unknown[]; value: unknown }> {
  // The page's policy allows no evaluated text, so that the code comes as a script of its own.
  const script = `window.exampleDone = (async () => { const app = window.workbench.app; const said = []; const console = { log: (...told) => said.push(told) }; const module = {}; let value; ${prepare}\n${code}\n; value = typeof module.exports === 'function' ? await module.exports({ app }) : typeof tR === 'undefined' ? undefined : tR; return { said, value }; })();`;
  await bench.page.evaluate(async (text) => {
    const element = document.createElement('script');
    element.src = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    const loaded = new Promise((resolve) => element.addEventListener('load', resolve));
    document.head.append(element);
    await loaded;
    element.remove();
  }, script);
  return bench.page.evaluate(() => (window as unknown as { exampleDone: Promise<{ said: unknown[]; value: unknown }> }).exampleDone);
}

const call = (path: string, ...told: unknown[]): Promise<unknown> =>
  bench.page.evaluate(async ([way, values]) => {
    const { api } = window.workbench.app.plugins.getPlugin('seek-sense-share') as unknown as { api: object };
    const run = way.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], api) as (...told: unknown[]) => Promise<unknown>;
    return run(...values).then((value) => value, (error: unknown) => `failed: ${error instanceof Error ? error.message : String(error)}`);
  }, [path, told] as const);

describe('the recipes', () => {
  it('run in any script', async () => {
    const [first = '', last = ''] = examples('api', 'js');
    await run(first);
    await expect.poll(async () => ((await call('related', 'Notes/Bees/A swarm decides by dancing.md', 3)) as unknown[]).length, { timeout: 30_000 }).toBe(3);
    const { said } = await run(last);
    expect(said).toHaveLength(4);
    expect(said[0]).toEqual([expect.stringMatching(/^\[\[.+\]\]$/), expect.any(String)]);
    expect(await bench.readFile('From a script.md')).toMatch(/^- \[\[.+\]\]$/);
  });

  it('run in Templater', async () => {
    const { value } = await run((examples('api', 'templater')[0] ?? '').replace(/^<%\*|%>\s*$/g, ''), 'let tR = "";');
    expect(value).toMatch(/^- \[ \] A word on \[\[Quotes\/.+\]\]$/);
  });

  it('run in QuickAdd, and open a window that has to be confirmed', async () => {
    await run(examples('api', 'quickadd')[0] ?? '');
    await bench.page.getByText('Capture a quote', { exact: true }).waitFor();
  });

  it('run in DataviewJS', async () => {
    const { said } = await run(examples('api', 'dataviewjs')[0] ?? '', 'const dv = { list: (items) => said.push(["list", items.length]), paragraph: (text) => said.push(["paragraph", text]) };');
    expect(said).toEqual([['list', expect.any(Number)], ['paragraph', expect.stringMatching(/^\d+ takes, \d+ shares$/)]]);
    expect((said[0] as [string, number])[1]).toBeGreaterThan(0);
  });
});

describe('the script interface', () => {
  it('is frozen, also what it answers', async () => {
    expect(await bench.page.evaluate(async () => {
      const { api } = window.workbench.app.plugins.getPlugin('seek-sense-share') as unknown as { api: { version: string; ties: object; queue(): Promise<object[]> } };
      const queue = await api.queue();
      return [api.version, Object.isFrozen(api), Object.isFrozen(api.ties), Object.isFrozen(queue), Object.isFrozen(queue[0])];
    })).toEqual(['1.0.0', true, true, true, true]);
  });

  it.each([
    ['related', [], 'failed: The path of a note is missing.'],
    ['related', ['Nowhere.md'], 'failed: The note "Nowhere.md" is not in the vault any more.'],
    ['related', ['Home.md', 0], 'failed: The limit 0 cannot be used. Allowed is a whole number from 1 to 50.'],
    ['ties.due', ['soon'], 'failed: "soon" is not a day. Allowed is a day such as 2026-11-21.'],
    ['practice.week', [7], 'failed: "7" is not a day. Allowed is a day such as 2026-11-21.'],
    ['capture', ['text'], 'failed: A quote is an object such as { text: "…", author: "…" }.'],
    ['capture', [{ text: 7 }], 'failed: "text" of the quote has to be a text.'],
    ['daily.fill', ['Templates/Daily note.md'], { filled: 0, problems: ['"Daily note" is a template, so its tokens stay for the notes made from it.'] }],
  ])('says what is wrong with %s %j', async (path, told, answer) => {
    expect(await call(path, ...told)).toEqual(answer);
  });
});

describe('the command line', () => {
  const lines = (examples('api', 'cli')[0] ?? '').trim().split('\n');

  it.each(lines)('%s', async (line) => {
    const [, command = '', rest = ''] = /^obsidian (\S+) ?(.*)$/.exec(line) ?? [];
    const params = Object.fromEntries([...rest.matchAll(/([\w-]+)=(?:"([^"]*)"|(\S+))/g)].map(([, key = '', quoted, plain]) => [key, quoted ?? plain ?? '']));
    const answer = JSON.parse(await bench.page.evaluate(([name, told]) => window.workbench.runCli(name, told), [command, params] as const)) as object;
    if (command.endsWith('share-preview')) expect(Object.keys(answer).join()).toMatch(/^(?:text,staysHere|error)$/);
    else expect(answer).not.toHaveProperty('error');
    if (/capture|take/.test(command)) await bench.page.locator('.modal').waitFor();
  });

  it('has the commands of the reference and no other, and says what is missing', async () => {
    const listed = [...page('api').matchAll(/^\| `(seek-sense-share:[\w-]+)` \|/gm)].map(([, name]) => name ?? '');
    expect((await bench.page.evaluate(() => [...window.workbench.app.cliHandlers.keys()])).sort()).toEqual(listed.sort());
    for (const command of ['take', 'related', 'share-preview']) {
      expect(JSON.parse(await bench.page.evaluate((name) => window.workbench.runCli(`seek-sense-share:${name}`, {}), command))).toEqual({ error: 'The path of a note is missing.' });
    }
  });

  it('gives a preview of what may leave, and shares nothing', async () => {
    const before = await bench.readFile(QUOTE);
    await bench.writeClipboard('mine');
    await bench.page.evaluate((path) => window.workbench.runCli('seek-sense-share:share-preview', { path }), QUOTE);
    expect(await bench.readFile(QUOTE)).toBe(before);
    expect(await bench.readClipboard()).toBe('mine');
  });
});

describe('addresses', () => {
  it.each([...page('uri').matchAll(/^`obsidian:\/\/seek-sense-share\?(action=\w+)&(\w+)=…`$/gm)].map(([, action = '', key = '']) => [action, key]))('%s with %s open a window', async (action, key) => {
    const value = { text: 'A quote.', path: QUOTE, name: 'Somebody New' }[key] ?? '';
    await bench.page.evaluate((told) => window.workbench.fireProtocol('seek-sense-share', told), { action: action.replace('action=', ''), [key]: value });
    await bench.page.locator('.modal').waitFor();
  });

  it('a bookmarklet captures what is selected on a page, with its title and address', async () => {
    const [bookmarklet = ''] = examples('uri', 'js');
    const page = await bench.context.newPage();
    const devtools = await bench.context.newCDPSession(page);
    await devtools.send('Page.enable');
    const asked = new Promise<string>((resolve) => void devtools.on('Page.frameRequestedNavigation', ({ url }) => resolve(url)));
    await page.setContent('<title>Bees &amp; people = 100 %</title><p>Bees choose a nest,<br>and 7 % disagree.</p>');
    await page.evaluate((code) => {
      getSelection()?.selectAllChildren(document.querySelector('p') ?? document.body);
      const link = Object.assign(document.createElement('a'), { href: code.trim() });
      document.body.append(link);
      link.click();
    }, bookmarklet);
    const { searchParams } = new URL(await asked);
    await page.close();
    expect(Object.fromEntries(searchParams)).toEqual({ action: 'capture', text: 'Bees choose a nest,\nand 7 % disagree.', title: 'Bees & people = 100 %', url: 'about:blank' });
    await bench.page.evaluate((told) => window.workbench.fireProtocol('seek-sense-share', told), Object.fromEntries(searchParams));
    await bench.page.locator('.modal').waitFor();
    expect(await bench.page.locator('.modal').getByLabel('Quote', { exact: true }).inputValue()).toBe('Bees choose a nest,\nand 7 % disagree.');
  });
});

describe('the tokens', () => {
  let made = 0;
  const filled = async (text: string): Promise<string> => {
    const path = `Tokens ${(made += 1)}.md`;
    await bench.page.evaluate(([at, written]) => window.workbench.app.vault.create(at, written), [path, text] as const);
    await call('daily.fill', path);
    await bench.settle();
    return bench.readFile(path);
  };

  it('give the list that the reference shows', async () => {
    const [list = ''] = examples('daily-note-tokens', 'markdown');
    expect(await filled('{{sense:queue:2}}\n')).toBe(list);
    expect(await filled('- [ ] {{sense:queue:2}}\n')).toBe(list.replace(/^- /gm, '- [ ] '));
  });

  it.each([...page('daily-note-tokens').matchAll(/^\| ((?:`\{\{[\w:]+\}\}`(?:, )?)+) \| `([^`]+)` \|$/gm)].flatMap(([, names = '', form = '']) => [...names.matchAll(/\{\{[\w:]+\}\}/g)].map(([token]) => [token, form])))('%s becomes %s', async (token, form) => {
    const shape = form.replace(/[[\]]/g, '\\$&').replace(/one note|another note|the quote note|the person/g, '[^\\]]+').replace(/\d{4}-\d\d-\d\d/, '\\d{4}-\\d\\d-\\d\\d').replace('shared ideas', '.+');
    await expect.poll(() => filled(`- ${token}\n`), { timeout: 30_000 }).toMatch(new RegExp(`^(?:- ${shape}\\n)+$`));
  });

  it('stay in what people said, in a quote note', async () => {
    const text = '---\ntype: quote\nsensed: 2026-11-20\n---\n{{sense:queue:2}}\n\n> [!quote]\n> {{sense:queue}} they say.\n\n## My take\n{{ties:due}}\n';
    const path = 'Tokens said.md';
    await bench.page.evaluate(([at, written]) => window.workbench.app.vault.create(at, written), [path, text] as const);
    expect(await call('daily.fill', path)).toEqual({ filled: 1, problems: ['2 tokens in "Tokens said" stayed: they stand in what somebody said, such as a quote, a take or a log.'] });
    await bench.settle();
    const [before, said] = text.split('{{sense:queue:2}}');
    expect(await bench.readFile(path)).toMatch(new RegExp(`^${before ?? ''}- \\[\\[[^\\n]+\\n- \\[\\[[^\\n]+$`, 'm'));
    expect((await bench.readFile(path)).endsWith(`]]${said ?? ''}`)).toBe(true);
  });
});
