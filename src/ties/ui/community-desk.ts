import { dayOf, fail, type Result } from '../../base';
import { draftAbout, type DraftStore } from '../../obsidian/draft-store';
import type { Edge } from '../../obsidian/edge';
import { words } from '../../words';
import { draftOf, planPracticeChange, readPracticeChangeForm, withDraft, type PracticeChangeForm } from '..';
import { PracticeChangeModal } from './practice-change-modal';
import type { ShelfDirectory } from './shelf-directory';

/** Logs how communities changed the user's practice. */
export class CommunityDesk {
  constructor(
    private readonly edge: Edge,
    private readonly directory: ShelfDirectory,
    private readonly drafts: DraftStore,
  ) {}

  /** Asks what changed; the community of the note at `path` is filled in. */
  open(path?: string): void {
    const community = this.directory.communities().find((one) => one.path === path);
    const key = draftAbout('practice-change', community?.path ?? '');
    const empty: PracticeChangeForm = { community: community?.name ?? '', day: dayOf(this.edge.clock()), text: '' };
    new PracticeChangeModal(this.edge.app, withDraft(empty, this.drafts.load(key)), {
      directory: this.directory,
      keepDraft: (form) => this.drafts.save(key, draftOf(form, empty)),
      submit: async (form) => {
        const logged = await this.#log(form);
        if (logged.ok) this.drafts.clear(key);
        return logged.ok ? undefined : logged.problem;
      },
    }).open();
  }

  async #log(form: PracticeChangeForm): Promise<Result<string>> {
    if (form.community.trim() === '') return fail(words.ties.communityMissing);
    await this.directory.ready();
    const community = this.directory.findCommunity(form.community);
    if (community === undefined) return fail(words.ties.noSuchCommunity(form.community.trim()));
    const change = readPracticeChangeForm(form, dayOf(this.edge.clock()));
    if (!change.ok) return change;
    let isNew = true;
    const written = await this.edge.notes.change(community.path, (text) => {
      const planned = planPracticeChange(text, change.value, this.edge.settings().ties.practiceChangesSection);
      isNew = !planned.ok || planned.value !== text;
      return planned;
    });
    if (written.ok) this.edge.say(isNew ? words.ties.changeLogged(community.name) : words.ties.changeKnown(community.name));
    return written;
  }
}
