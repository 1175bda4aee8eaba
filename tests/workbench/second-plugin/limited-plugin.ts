import { Notice, Plugin, type TFile } from 'obsidian';
import { ok } from '../../../src/base';
import { passGate } from '../../../src/sense';
import { parcelOf, planShare, type ShareChannel } from '../../../src/share';
import { ComposerModal, type Composed, type ComposerHooks } from '../../../src/share/ui/composer-modal';

const LIMIT = 280;

/** Says what was handed to it. */
function wayOf(id: string, limit?: number): ShareChannel {
	return {
		id,
		formats: ['plain'],
		...(limit === undefined ? {} : { limit }),
		preview: ({ outgoing }) => outgoing.text,
		send(parcel) {
			new Notice(`${id}: ${parcel.outgoing.text}`);
			return Promise.resolve(ok({}));
		},
	};
}

/** Shares the text of the open note as a take, by a way that carries 280 characters, or by one that carries any number. */
export default class LimitedPlugin extends Plugin {
	/** Ends the looks whether something was shared before, which take as long as a test wants. */
	#looked: { readonly found: () => void; readonly failed: () => void }[] = [];

	override onload(): void {
		this.addCommand({ id: 'looked', name: 'Find what was shared before', callback: () => this.#looked.splice(0).forEach(({ found }) => found()) });
		this.addCommand({ id: 'not-looked', name: 'Fail to find what was shared before', callback: () => this.#looked.splice(0).forEach(({ failed }) => failed()) });
		this.addCommand({
			id: 'share',
			name: 'Share in short',
			callback: () => {
				const file = this.app.workspace.getActiveFile();
				if (file !== null) this.#open(file);
			},
		});
	}

	#look(channel: string): ReturnType<Composed['before']> {
		return new Promise((resolve, reject) => {
			this.#looked.push({ found: () => resolve({ sentence: `It went by "${channel}" before.`, isUpdate: true }), failed: () => reject(new Error('The disk is asleep')) });
		});
	}

	#open(file: TFile): void {
		const channels = [wayOf('short', LIMIT), wayOf('long')];
		const channelOf = (id: string): ShareChannel => channels.find((one) => one.id === id) ?? wayOf(id);
		const nobody = { communities: () => [], all: () => [], find: () => undefined, findCommunity: () => undefined };
		const choice = { path: file.path, audience: 'team', recipients: [], format: 'plain', channel: 'short' } as const;
		const hooks: Omit<ComposerHooks, 'directory'> = {
			channels,
			formatFor: () => 'plain',
			plan: async (chosen) => {
				const passed = passGate({ text: 'Words of others.', captured: '2026-11-20' }, { text: await this.app.vault.read(file), ways: [] }, { leastOwnWords: 1, mayOverride: false });
				if (!passed.ok) return passed;
				const plan = planShare(passed.value, chosen, { isPrivate: () => false, within: () => ({ isPrivate: () => false, placeholder: '…' }) });
				if (!plan.ok) return plan;
				const channel = channelOf(chosen.channel);
				const { limit } = channel;
				const composed: Composed = { plan: plan.value, preview: channel.preview(parcelOf(plan.value, new Date())), told: [], isNameless: false, isEarly: false, before: () => this.#look(chosen.channel), ...(limit === undefined ? {} : { limit }) };
				return ok(composed);
			},
			share: async (plan) => {
				const sent = await channelOf(plan.channel).send(parcelOf(plan, new Date()), false);
				return sent.ok ? undefined : { problem: sent.problem };
			},
			openSettings: () => undefined,
			keep: () => ({ isRestored: false, forget: () => undefined }),
			say: (sentence) => void new Notice(sentence),
		};
		new ComposerModal(this.app, choice, { ...hooks, directory: nobody as unknown as ComposerHooks['directory'] }).open();
	}
}
