// `npm run screenshots`: makes the pictures of docs/images/ from the workbench – light, dark and phone – so that they
// always show the product as it is. The clock stands still, so that a second run gives the same pictures. Names of scenes after
// `--` make only those.
import { mkdir } from 'node:fs/promises';
import { openWorkbench, type OpenWorkbench } from '../workbench/driver';
import { buildPlugin } from './build-plugin.mts';
import { LADDER_SCENES, type Scene } from './ladder-scenes.mts';

const FOLDER = 'docs/images';
const CLOCK = new Date('2026-11-20T09:12:00');
const TAKE = 'Observation is a skill a team has to practise together, and our handover form gives nobody the time for it.';
const UNSENSED = 'Quotes/Francis Bacon - Ant, spider, bee.md';
const SENSED = 'Quotes/Florence Nightingale - How can I provide for this right thing to be always done.md';
const NOTE = 'Notes/Bees/A swarm decides by dancing.md';

/** A list of connections as LinkedIn sends it; one of them is known, one is a formula. */
const CONNECTIONS = [
  'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
  'Joan,Petrie,https://www.linkedin.com/in/joan-petrie,,Kelder Bay General,Charge nurse,02 May 2024',
  'Aroha,Ngata,https://www.linkedin.com/in/aroha-ngata,aroha@example.org,River Trust,Cartographer,12 Mar 2023',
  'Mateus,Prado,https://www.linkedin.com/in/mateus-prado,,Oficina Livre,Luthier,30 Jan 2022',
  '=cmd,Nobody,,,,,',
  'Ilse,Vogt,https://www.linkedin.com/in/ilse-vogt,ilse@example.org,Imkerverein,Keeper of bees,19 Sep 2025',
].join('\n');

const DESK: Readonly<Record<string, string>> = { queue: 'Waiting for a word from me', 'ties-due': 'Somebody might be glad to hear from me', spaces: 'The three spaces', week: 'My week', roles: 'The role of my week' };

const LOOKS = [
  { name: 'light', theme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'dark', theme: 'dark', viewport: { width: 1280, height: 800 } },
  { name: 'phone', theme: 'light', viewport: { width: 390, height: 844 } },
] as const;

const WANTED = process.argv.slice(2);

const SCENES: readonly Scene[] = [
  {
    name: 'links',
    async show(bench) {
      await bench.openNote(NOTE);
      await bench.runCommand('seek-sense-share:serendipity-show');
      await bench.page.locator('.sss-link, .sss-tab-links [role=option]').first().waitFor({ timeout: 30_000 });
    },
  },
  { name: 'sense', show: (bench) => showTab(bench, 'sense', '.sss-row') },
  { name: 'share', show: (bench) => showTab(bench, 'share', '.sss-row') },
  { name: 'ties', show: (bench) => showTab(bench, 'ties', '.sss-panel button') },
  {
    name: 'spaces',
    async show(bench) {
      await bench.runCommand('seek-sense-share:ties-open-spaces');
      await bench.page.locator('.sss-spaces .sss-dot').first().waitFor({ timeout: 30_000 });
    },
  },
  { name: 'bases-contacts', show: (bench) => showBase(bench, 'People/Contacts.base', '.bases-tr') },
  { name: 'bases-roles', show: (bench) => showBase(bench, 'People/Quotes.base#Where you stand', '.sss-role-field') },
  {
    name: 'import',
    async show(bench) {
      await bench.openNote(NOTE);
      const chooser = bench.page.waitForEvent('filechooser');
      await bench.runCommand('seek-sense-share:ties-import');
      await (await chooser).setFiles({ name: 'Connections.csv', mimeType: 'text/csv', buffer: Buffer.from(CONNECTIONS) });
      await bench.page.locator('.sss-import-row').first().waitFor();
    },
  },
  {
    name: 'capture',
    async show(bench) {
      await bench.writeClipboard('“The most important practical lesson that can be given to nurses is to teach them what to observe.” https://www.gutenberg.org/ebooks/12439');
      await bench.openNote('Home.md');
      await bench.runCommand('seek-sense-share:seek-capture-clipboard');
      await bench.page.locator('.sss-capture-author input').fill('Florence Nightingale');
    },
  },
  {
    name: 'take',
    async show(bench) {
      await bench.openNote(UNSENSED);
      await bench.runCommand('seek-sense-share:sense-write-take');
      await bench.page.locator('.sss-take textarea').fill(TAKE);
      await bench.page.locator('.sss-offer').first().waitFor({ timeout: 30_000 });
      await bench.page.waitForTimeout(700);
    },
  },
  {
    name: 'composer',
    async show(bench) {
      await bench.openNote(SENSED);
      await bench.runCommand('seek-sense-share:share-quote');
      await bench.page.locator('.sss-preview').waitFor();
    },
  },
  {
    name: 'home',
    async show(bench) {
      await bench.openNote('Home.md', 'preview');
      await bench.page.locator('.sss-block a').first().waitFor({ timeout: 30_000 }).catch(() => undefined);
    },
  },
  {
    name: 'dashboard',
    async show(bench) {
      await bench.runCommand('seek-sense-share:practice-open');
      await bench.page.locator('.sss-dash .mod-queue svg').waitFor({ timeout: 30_000 });
      // A phone shows a part at a time: that of the four roles.
      if ((bench.page.viewportSize()?.width ?? 0) < 600) await bench.page.locator('.sss-dash .mod-role').evaluate((part) => part.scrollIntoView());
    },
  },
  {
    name: 'review',
    async show(bench) {
      await bench.openNote('Home.md');
      await bench.runCommand('seek-sense-share:practice-insert-review');
      // The message would lie over the heading.
      await bench.page.locator('.notice').first().click({ timeout: 30_000 });
      await bench.openNote('Daily/2026-11-20.md', 'preview');
      await bench.page.locator('h2', { hasText: 'Weekly review' }).first().evaluate((heading) => heading.scrollIntoView());
    },
  },
  {
    name: 'welcome',
    async show(bench) {
      await bench.runCommand('seek-sense-share:open-welcome');
      await bench.page.locator('.sss-welcome').waitFor();
    },
  },
  {
    name: 'template',
    async show(bench) {
      await bench.openNote('Home.md');
      await bench.runCommand('seek-sense-share:practice-insert-blocks');
      await bench.page.locator('.sss-template').waitFor();
    },
  },
  {
    name: 'settings',
    async show(bench) {
      await bench.runCommand('app:open-settings');
      await bench.page.locator('.vertical-tab-nav-item', { hasText: 'Seek Sense Share' }).last().click();
    },
  },
  {
    name: 'blocks',
    async show(bench) {
      await bench.writeFile('Projects/My desk.md', ['queue', 'ties-due', 'spaces', 'week', 'roles'].map((show) => `## ${DESK[show]}\n\`\`\`seek-sense-share\nshow: ${show}\n${['queue', 'ties-due'].includes(show) ? 'limit: 3\n' : ''}\`\`\`\n`).join('\n'));
      await bench.page.waitForFunction(() => window.workbench.app.vault.getFileByPath('Projects/My desk.md') !== null);
      await bench.openNote('Projects/My desk.md', 'preview');
      await bench.page.locator('.markdown-reading-view .sss-block .sss-dot').first().waitFor({ timeout: 30_000 });
      await bench.page.locator('.markdown-reading-view .sss-block-text').first().waitFor({ timeout: 30_000 });
    },
  },
  ...LADDER_SCENES,
];

async function showTab(bench: OpenWorkbench, tab: string, ready: string): Promise<void> {
  await bench.openNote(NOTE);
  await bench.runCommand('seek-sense-share:open-sidebar');
  await bench.page.locator(`[data-tab=${tab}]`).click();
  await bench.page.locator(`.sss-tab-${tab} ${ready}`.replace(`.sss-tab-${tab} .sss-panel`, '.sss-panel')).first().waitFor({ timeout: 15_000 });
}

/** Makes the ready bases where they are missing, and opens a view of one. */
async function showBase(bench: OpenWorkbench, link: string, ready: string): Promise<void> {
  await bench.runCommand('seek-sense-share:ties-make-bases');
  await bench.page.locator('.notice').first().waitFor();
  await bench.page.evaluate(async (wanted) => {
    document.querySelectorAll<HTMLElement>('.notice').forEach((notice) => notice.click());
    await window.workbench.app.workspace.openLinkText(wanted, '');
  }, link);
  await bench.page.locator(`.bases-pane ${ready}`).first().waitFor({ timeout: 30_000 });
}

async function takeAll(): Promise<void> {
  await buildPlugin();
  await mkdir(FOLDER, { recursive: true });
  const failures: string[] = [];
  for (const { name: look, theme, viewport } of LOOKS) {
    const bench = await openWorkbench({ screenshots: FOLDER, clock: CLOCK, theme, viewport, open: 'Home.md' });
    try {
      for (const { name, show } of SCENES.filter((scene) => WANTED.length === 0 || WANTED.includes(scene.name))) {
        try {
          await show(bench);
          await bench.page.waitForTimeout(400);
          process.stdout.write(`${await bench.screenshot(`${name}-${look}`)}\n`);
        } catch (error) {
          failures.push(`${name}-${look}: ${error instanceof Error ? error.message : String(error)}`);
        }
        await bench.reload();
      }
    } finally {
      await bench.close();
    }
  }
  for (const failure of failures) process.stderr.write(`No picture of ${failure}\n`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

await takeAll();
