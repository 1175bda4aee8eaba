import type { App } from 'obsidian';
import { fail, ok, reasonOf, type Result } from '../base';
import { words } from '../words';

const PREFIX = 'seek-sense-share:draft:';

/** The forms that are about a note, and whose drafts go with it when it gets another name. */
const NOTE_FORMS = ['applied', 'early', 'edit-contact', 'gate', 'hold', 'interaction', 'practice-change', 'response'] as const;

/** The key of what is typed into a form about the note at `path`. */
export function draftAbout(form: (typeof NOTE_FORMS)[number], path: string): string {
  return `${form}:${path}`;
}

/**
 * Drafts of what is being typed, per device and vault. Written at once and synchronously, so that a closed window, a
 * reload or a crash keeps them.
 */
export class DraftStore {
  readonly #tooLong = new Set<string>();

  constructor(
    private readonly app: App,
    private readonly say: (sentence: string) => void,
  ) {}

  load(key: string): unknown {
    return this.app.loadLocalStorage(PREFIX + key) as unknown;
  }

  /** Keeps a draft; says so, once, when the device has no room for it, and gives back whether it had. */
  save(key: string, draft: object): boolean {
    const kept = this.keep(key, draft);
    if (kept.ok) this.#tooLong.delete(key);
    else {
      if (!this.#tooLong.has(key)) this.say(words.settings.draftNotKept(kept.problem));
      this.#tooLong.add(key);
    }
    return kept.ok;
  }

  /** Keeps something without which no work may begin, such as the way back; fails with the reason when the device has no room for it. */
  keep<T extends object>(key: string, what: T): Result<T> {
    try {
      this.app.saveLocalStorage(PREFIX + key, what);
      return ok(what);
    } catch (error) {
      return fail(reasonOf(error));
    }
  }

  clear(key: string): void {
    this.app.saveLocalStorage(PREFIX + key, null);
  }

  /** A note has another path now. What an earlier note left there changes places with it: neither is lost. */
  follow(from: string, to: string): void {
    for (const form of NOTE_FORMS) {
      const [before, after] = [draftAbout(form, from), draftAbout(form, to)];
      const [typed, left] = [this.load(before), this.load(after)];
      if (!isDraft(typed) || !this.save(after, typed)) continue;
      if (!isDraft(left)) this.clear(before);
      else if (!this.save(before, left)) this.save(after, left);
    }
  }
}

function isDraft(stored: unknown): stored is object {
  return typeof stored === 'object' && stored !== null;
}
