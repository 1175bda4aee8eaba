import { SuggestModal, type App } from 'obsidian';
import { shortened } from '../../base';
import { breathing } from '../../obsidian/breathe';
import { nameChooser } from '../../obsidian/parts/modal-name';
import { words } from '../../words';
import { exchangeWords, shownWhat, whoKnowsAbout, type Contact } from '..';
import type { ShelfDirectory } from './shelf-directory';
import type { TiesBook } from './ties-book';

interface Knower {
  readonly contact: Contact;
  readonly why: string;
}

const MOST = 50;
const EXCERPT = 120;

/** Reads the words of all interactions in slices, so that nobody waits while typing. */
export async function prepareWhoKnows(directory: ShelfDirectory): Promise<void> {
  await directory.ready();
  const breathe = breathing();
  for (const contact of directory.all()) {
    exchangeWords(contact);
    await breathe();
  }
}

/** Asks whom one knows about a topic; choosing somebody opens their note. */
export class WhoKnowsModal extends SuggestModal<Knower> {
  constructor(app: App, private readonly directory: ShelfDirectory, private readonly book: TiesBook, private readonly open_: (path: string) => void) {
    super(app);
    nameChooser(this, words.ties.whoKnowsTitle, words.ties.whoKnowsPlaceholder);
    this.emptyStateText = words.ties.whoKnowsNobody;
  }

  override getSuggestions(asked: string): Knower[] {
    return whoKnowsAbout(asked, this.directory.all(), (path) => this.book.found(path)).slice(0, MOST)
      .map(({ contact, by, what }) => ({ contact, why: by === 'topic' ? contact.topics.join(', ') : shortened(shownWhat({ what }), EXCERPT) }));
  }

  override renderSuggestion({ contact, why }: Knower, element: HTMLElement): void {
    element.createDiv({ text: contact.name, attr: { dir: 'auto' } });
    element.createDiv({ cls: 'sss-row-detail', text: why, attr: { dir: 'auto' } });
  }

  override onChooseSuggestion({ contact }: Knower): void {
    this.open_(contact.path);
  }
}
