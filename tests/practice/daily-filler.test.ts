import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { seededRandom } from '../../src/base';
import { DailyFiller, fillTokens, tokensIn, tokensOf, type FillWish } from '../../src/practice';

const PATH = 'Daily/2026-11-20.md';
const TEMPLATE = '# Day\n{{sense:queue}}\n\n## Log\n<% x %>\n';
const FILLED = '# Day\n- [[Q]]\n\n## Log\n<% x %>\n';
const DONE = '# Day\n- [[Q]]\n\n## Log\nX\n';

/** A small vault: one text a path, and the events that an app sends. */
class World {
  readonly texts = new Map<string, string>();
  readonly open = new Set<string>();
  readonly atWork = new Set<string>();
  fillings = 0;
  rewritesOnCreate = false;
  /** Milliseconds that every reading and writing takes. */
  disk = 0;
  /** Until then an open editor shows nothing. */
  loadedAt = 0;
  readonly filler: DailyFiller;

  constructor() {
    this.filler = new DailyFiller({
      now: () => Date.now(),
      wait: pause,
      isPeriodicNote: (path) => /^Daily\/\d{4}-\d\d-\d\d\.md$/.test(path),
      isTemplate: (path) => path.startsWith('Templates/'),
      isOpen: (path) => this.open.has(path),
      isRewrittenOnCreate: () => this.rewritesOnCreate,
      isBeingRewritten: (path) => this.atWork.has(path),
      fill: (path, wish) => this.fill(path, wish),
    });
  }

  text(path = PATH): string {
    return this.texts.get(path) ?? '';
  }

  create(path: string, text: string, { age = 0, isOwn = false } = {}): void {
    this.texts.set(path, text);
    const time = Date.now() - age;
    this.filler.created({ path, ctime: time, mtime: time, size: text.length, isOwn });
  }

  modify(path: string, text: string): void {
    this.texts.set(path, text);
    this.filler.changed(path);
  }

  async fill(path: string, { part, isAllowed }: FillWish): Promise<number | undefined> {
    await pause(this.disk);
    if (Date.now() < this.loadedAt || this.text(path) === '') return undefined;
    const before = this.text(path);
    const after = isAllowed() ? fillTokens(before, { 'sense:queue': ['[[Q]]'] }, part === undefined ? tokensOf : tokensIn(part)) : before;
    if (after !== before) this.modify(path, after);
    const count = tokensOf(before).length - tokensOf(after).length;
    this.fillings += count;
    return count;
  }

  /** What Templater does to every new note: wait, read, work, write the whole text, tell. */
  async templaterOnCreate(path: string, folderTemplate?: string, work = 0): Promise<void> {
    await pause(300);
    await pause(this.disk);
    const read = this.text(path) === '' && folderTemplate !== undefined ? folderTemplate : this.text(path);
    this.atWork.add(path);
    await pause(this.disk + work);
    this.modify(path, read.replace('<% x %>', 'X'));
    this.filler.rewritten(path);
    await pause(100);
    this.atWork.delete(path);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

describe('filling new daily notes', () => {
  let world: World;

  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-20T08:00:00') });
    world = new World();
  });

  afterEach(() => {
    world.filler.stop();
    vi.useRealTimers();
  });

  it('fills a note that was made and opened here, once', async () => {
    world.create(PATH, TEMPLATE);
    world.open.add(PATH);
    await vi.advanceTimersByTimeAsync(200);
    expect(world.text()).toBe(FILLED);
    await vi.advanceTimersByTimeAsync(30_000);
    expect([world.text(), world.fillings]).toEqual([FILLED, 1]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tries again while the editor has not loaded the note', async () => {
    world.loadedAt = Date.now() + 1_500;
    world.create(PATH, TEMPLATE);
    world.open.add(PATH);
    await vi.advanceTimersByTimeAsync(1_400);
    expect(world.text()).toBe(TEMPLATE);
    await vi.advanceTimersByTimeAsync(30_000);
    expect([world.text(), world.fillings]).toEqual([FILLED, 1]);
  });

  it('tries again while the editor does not show yet what Templater wrote, however old the note is', async () => {
    world.rewritesOnCreate = true;
    world.create('Projects/New.md', '');
    world.open.add('Projects/New.md');
    world.filler.opened('Projects/New.md');
    await vi.advanceTimersByTimeAsync(8_000);
    world.loadedAt = Date.now() + 1_500;
    world.modify('Projects/New.md', TEMPLATE);
    world.filler.rewritten('Projects/New.md');
    await vi.advanceTimersByTimeAsync(30_000);
    expect([world.text('Projects/New.md'), world.fillings]).toEqual([FILLED, 1]);
  });

  it('leaves a note alone that nobody opens as it appears, also when it is opened later', async () => {
    world.create(PATH, TEMPLATE);
    await vi.advanceTimersByTimeAsync(4_000);
    world.open.add(PATH);
    world.filler.changed(PATH);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(world.text()).toBe(TEMPLATE);
  });

  it('leaves a note alone that is older than it seems, open or not', async () => {
    world.open.add(PATH);
    world.create(PATH, TEMPLATE, { age: 3_600_000 });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(world.text()).toBe(TEMPLATE);
  });

  it('leaves what this plugin wrote for somebody as it is, though it is opened at once', async () => {
    world.create('Quotes/New.md', TEMPLATE, { isOwn: true });
    world.open.add('Quotes/New.md');
    world.filler.opened('Quotes/New.md');
    await vi.advanceTimersByTimeAsync(30_000);
    expect([world.text('Quotes/New.md'), world.fillings]).toEqual([TEMPLATE, 0]);
  });

  it.each([false, true])('leaves what this plugin wrote for somebody as it is when Templater rewrites it, opened before (%j) or after', async (isOpenedFirst) => {
    const path = 'Quotes/New.md';
    world.rewritesOnCreate = true;
    world.create(path, TEMPLATE, { isOwn: true });
    const open = (): void => {
      world.open.add(path);
      world.filler.opened(path);
    };
    if (isOpenedFirst) open();
    await Promise.all([world.templaterOnCreate(path), vi.advanceTimersByTimeAsync(1_000)]);
    if (!isOpenedFirst) open();
    await vi.advanceTimersByTimeAsync(30_000);
    expect([world.text(path), world.fillings, vi.getTimerCount()]).toEqual([TEMPLATE.replace('<% x %>', 'X'), 0, 0]);
  });

  it('leaves what this plugin wrote where the notes of days stand, and fills the note of the day that it made itself', async () => {
    world.create('Daily/2026-11-19.md', TEMPLATE, { isOwn: true });
    world.open.add('Daily/2026-11-19.md');
    world.filler.opened('Daily/2026-11-19.md');
    world.create(PATH, TEMPLATE, { isOwn: true });
    void world.filler.madeHere(PATH);
    await vi.advanceTimersByTimeAsync(30_000);
    expect([world.text('Daily/2026-11-19.md'), world.text()]).toEqual([TEMPLATE, FILLED]);
  });

  describe('and words with a token that this plugin writes into a note for somebody', () => {
    const SAID = '{{sense:queue}} is how I would begin.\n';
    const write = (path: string): void => {
      world.filler.said(path);
      world.texts.set(path, world.text(path) + SAID);
    };

    it('leaves them in the note of the day that it made empty', async () => {
      world.create(PATH, '', { isOwn: true });
      let isReady = false;
      void world.filler.madeHere(PATH).then(() => (isReady = true));
      await vi.advanceTimersByTimeAsync(100);
      expect(isReady).toBe(true);
      write(PATH);
      await vi.advanceTimersByTimeAsync(300);
      // Another program touches the note, as one that formats notes does.
      world.modify(PATH, world.text());
      await vi.advanceTimersByTimeAsync(30_000);
      expect(world.text()).toBe(SAID);
    });

    it('leaves them when a template engine rewrites the note afterwards, however new it is', async () => {
      world.rewritesOnCreate = true;
      for (const path of [PATH, 'Notes/Page.md']) {
        world.create(path, '');
        world.open.add(path);
        world.filler.opened(path);
        void world.templaterOnCreate(path);
        write(path);
      }
      world.create('Notes/Behind.md', '');
      write('Notes/Behind.md');
      void world.templaterOnCreate('Notes/Behind.md');
      await vi.advanceTimersByTimeAsync(500);
      world.filler.opened('Notes/Behind.md');
      await vi.advanceTimersByTimeAsync(30_000);
      expect([PATH, 'Notes/Page.md', 'Notes/Behind.md'].map((path) => world.text(path))).toEqual([SAID, SAID, SAID]);
    });

    it('leaves them when they come while a filling is on its way, and lets nobody wait for it', async () => {
      world.disk = 400;
      world.create(PATH, TEMPLATE, { isOwn: true });
      let isReady = false;
      void world.filler.madeHere(PATH).then(() => (isReady = true));
      await vi.advanceTimersByTimeAsync(100);
      write(PATH);
      await vi.advanceTimersByTimeAsync(0);
      expect(isReady).toBe(true);
      await vi.advanceTimersByTimeAsync(30_000);
      expect(world.text()).toBe(TEMPLATE + SAID);
    });

    it('leaves them where a template with the same text is put into the note', async () => {
      world.texts.set('Notes/Old.md', '{{sense:queue}}\n\nLater:\n{{sense:queue}}\n');
      void world.filler.inserted('Notes/Old.md', '{{sense:queue}}');
      await vi.advanceTimersByTimeAsync(30_000);
      expect(world.fillings).toBe(0);
    });
  });

  // The one exception of ADR 007: the app does not tell who made a note.
  it('fresh and opened at once: takes a note from outside for one that was made here', async () => {
    const arrive = async (path: string, age: number, openedAfter: number): Promise<string> => {
      world.create(path, TEMPLATE, { age });
      await vi.advanceTimersByTimeAsync(openedAfter);
      world.open.add(path);
      world.filler.opened(path);
      await vi.advanceTimersByTimeAsync(30_000);
      return world.text(path);
    };
    expect(await arrive('Notes/Both.md', 9_000, 2_900)).toBe(FILLED);
    expect(await arrive('Notes/Opened later.md', 9_000, 3_200)).toBe(TEMPLATE);
    expect(await arrive('Notes/Older.md', 11_000, 100)).toBe(TEMPLATE);
  });

  it('leaves a template alone', async () => {
    world.open.add('Templates/Daily note.md');
    world.create('Templates/Daily note.md', TEMPLATE);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(world.text('Templates/Daily note.md')).toBe(TEMPLATE);
  });

  it('fills any note that was made from a template and opened here, once', async () => {
    world.create('Notes/Unique.md', TEMPLATE);
    await vi.advanceTimersByTimeAsync(2_000);
    world.open.add('Notes/Unique.md');
    world.filler.opened('Notes/Unique.md');
    await vi.advanceTimersByTimeAsync(30_000);
    expect([world.text('Notes/Unique.md'), world.fillings, vi.getTimerCount()]).toEqual([FILLED, 1, 0]);
  });

  it('leaves a new page alone in which a person writes a token, and one that is opened late', async () => {
    world.create('Notes/Page.md', '');
    world.filler.opened('Notes/Page.md');
    world.modify('Notes/Page.md', TEMPLATE);
    world.create('Notes/Late.md', TEMPLATE);
    await vi.advanceTimersByTimeAsync(4_000);
    world.filler.opened('Notes/Late.md');
    await vi.advanceTimersByTimeAsync(30_000);
    expect([world.text('Notes/Page.md'), world.text('Notes/Late.md')]).toEqual([TEMPLATE, TEMPLATE]);
  });

  it('fills a note that Templater made and opened minutes later, after it had asked its user', async () => {
    world.create('Notes/Asked.md', '');
    world.atWork.add('Notes/Asked.md');
    await vi.advanceTimersByTimeAsync(120_000);
    world.create('Notes/Other.md', '');
    world.modify('Notes/Asked.md', TEMPLATE);
    world.filler.rewritten('Notes/Asked.md');
    await vi.advanceTimersByTimeAsync(500);
    world.filler.opened('Notes/Asked.md');
    world.atWork.delete('Notes/Asked.md');
    await vi.advanceTimersByTimeAsync(30_000);
    expect([world.text('Notes/Asked.md'), world.fillings]).toEqual([FILLED, 1]);
  });

  it('fills what a template brought into an old note, and not what stood there', async () => {
    world.texts.set('Notes/Old.md', `{{sense:queue}}\n${TEMPLATE}`);
    void world.filler.inserted('Notes/Old.md', TEMPLATE);
    void world.filler.inserted('Notes/Old.md', 'never there {{sense:queue}}');
    void world.filler.inserted('Templates/Old.md', TEMPLATE);
    await vi.advanceTimersByTimeAsync(30_000);
    expect([world.text('Notes/Old.md'), world.fillings]).toEqual([`{{sense:queue}}\n${FILLED}`, 1]);
  });

  it('lets a person win who writes in a note of the day that was made empty', async () => {
    world.create(PATH, '');
    world.open.add(PATH);
    await vi.advanceTimersByTimeAsync(700);
    world.filler.typed(PATH);
    world.modify(PATH, 'My own {{sense:queue}}');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(world.text()).toBe('My own {{sense:queue}}');
  });

  it('forgets thousands of strangers', async () => {
    for (let at = 0; at < 5_000; at++) world.create(`Notes/${at}.md`, TEMPLATE);
    await vi.advanceTimersByTimeAsync(4_000);
    world.create('Notes/last.md', TEMPLATE);
    expect(vi.getTimerCount()).toBe(0);
    world.filler.opened('Notes/7.md');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(world.fillings).toBe(0);
  });

  it('fills a note that the plugin made itself without opening it, before anything is added', async () => {
    world.create(PATH, TEMPLATE);
    let text = '';
    void world.filler.madeHere(PATH).then(() => (text = world.text()));
    await vi.advanceTimersByTimeAsync(200);
    expect(text).toBe(FILLED);
    let isOver = false;
    void world.filler.madeHere('Daily/2026-11-25.md').then(() => (isOver = true));
    await vi.advanceTimersByTimeAsync(0);
    expect(isOver).toBe(true);
  });

  it('waits for Templater, which rewrites the whole note', async () => {
    world.rewritesOnCreate = true;
    world.create(PATH, TEMPLATE);
    world.open.add(PATH);
    void world.templaterOnCreate(PATH);
    await vi.advanceTimersByTimeAsync(299);
    expect(world.text()).toBe(TEMPLATE);
    await vi.advanceTimersByTimeAsync(2_000);
    expect([world.text(), world.fillings]).toEqual([DONE, 1]);
  });

  it('waits while a template asks its user something, for minutes', async () => {
    world.rewritesOnCreate = true;
    world.create(PATH, '');
    world.open.add(PATH);
    void world.templaterOnCreate(PATH, TEMPLATE, 180_000);
    await vi.advanceTimersByTimeAsync(170_000);
    expect(world.text()).toBe('');
    await vi.advanceTimersByTimeAsync(20_000);
    expect([world.text(), world.fillings]).toEqual([DONE, 1]);
  });

  it('fills again when a late rewrite brought the tokens back', async () => {
    world.create(PATH, TEMPLATE);
    world.open.add(PATH);
    await vi.advanceTimersByTimeAsync(200);
    expect(world.text()).toBe(FILLED);
    world.modify(PATH, TEMPLATE.replace('<% x %>', 'X'));
    world.filler.rewritten(PATH);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(world.text()).toBe(DONE);
  });

  it('does not wait for ever where Templater passes a note by', async () => {
    world.rewritesOnCreate = true;
    world.create(PATH, TEMPLATE);
    world.open.add(PATH);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(world.text()).toBe(FILLED);
  });

  it('fills a note that was made empty and got its template in a second step', async () => {
    world.create(PATH, '');
    world.open.add(PATH);
    await vi.advanceTimersByTimeAsync(700);
    world.modify(PATH, TEMPLATE);
    await vi.advanceTimersByTimeAsync(200);
    expect(world.text()).toBe(FILLED);
  });

  it('does not fill a token that a person typed into a filled note', async () => {
    world.create(PATH, TEMPLATE);
    world.open.add(PATH);
    await vi.advanceTimersByTimeAsync(500);
    world.modify(PATH, `${FILLED}{{sense:queue}}`);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(world.text()).toBe(`${FILLED}{{sense:queue}}`);
  });

  it('keeps what a person types meanwhile', async () => {
    world.disk = 400;
    world.create(PATH, TEMPLATE);
    world.open.add(PATH);
    await vi.advanceTimersByTimeAsync(100);
    world.modify(PATH, `${world.text()}typed`);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(world.text()).toBe(`${FILLED}typed`);
  });

  it('fills two notes that are made at once, each once', async () => {
    const other = 'Daily/2026-11-21.md';
    world.disk = 120;
    for (const path of [PATH, other, PATH]) {
      world.create(path, TEMPLATE);
      world.open.add(path);
    }
    await vi.advanceTimersByTimeAsync(30_000);
    expect([world.text(), world.text(other), world.fillings]).toEqual([FILLED, FILLED, 2]);
  });

  it('forgets a note that was renamed or removed, and everything when it stops', async () => {
    world.create(PATH, TEMPLATE);
    world.open.add(PATH);
    world.filler.gone(PATH);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(world.text()).toBe(TEMPLATE);
    world.create('Daily/2026-11-22.md', TEMPLATE);
    world.open.add('Daily/2026-11-22.md');
    world.filler.stop();
    await vi.advanceTimersByTimeAsync(30_000);
    expect([world.text('Daily/2026-11-22.md'), vi.getTimerCount()]).toEqual([TEMPLATE, 0]);
  });

  it('is right whatever the delays are, with Templater, a slow disk and a typing person', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.boolean(), fc.boolean(), async (seed, templater, madeEmpty) => {
        const random = seededRandom(seed);
        const round = new World();
        round.rewritesOnCreate = templater;
        round.disk = Math.floor(random() * 600);
        round.create(PATH, templater && madeEmpty ? '' : TEMPLATE);
        if (templater) void round.templaterOnCreate(PATH, TEMPLATE, Math.floor(random() * 3_000));
        await vi.advanceTimersByTimeAsync(Math.floor(random() * 1_000));
        round.open.add(PATH);
        await vi.advanceTimersByTimeAsync(9_000);
        // Templater overwrites what is typed before it is through, so the person begins afterwards.
        round.modify(PATH, `${round.text()}typed`);
        await vi.advanceTimersByTimeAsync(20_000);
        expect(round.text()).toBe(`${templater ? DONE : FILLED}typed`);
        expect(vi.getTimerCount()).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});
