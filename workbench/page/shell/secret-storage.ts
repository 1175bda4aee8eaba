import { Events } from '../base/events';

/** Secrets of this device: kept in the browser, never in the vault. */
export class SecretStorage extends Events {
	constructor(private readonly prefix: string) {
		super();
	}

	/** @throws Error when the id is not made of lower-case letters, digits and dashes */
	setSecret(id: string, secret: string): void {
		if (!/^[a-z\d]+(?:-[a-z\d]+)*$/u.test(id)) throw new Error(`"${id}" cannot name a secret: use lower-case letters, digits and dashes.`);
		if (secret === '') localStorage.removeItem(this.prefix + id);
		else localStorage.setItem(this.prefix + id, secret);
		this.trigger('changed', id);
	}

	getSecret(id: string): string | null {
		return localStorage.getItem(this.prefix + id);
	}

	listSecrets(): string[] {
		return Object.keys(localStorage)
			.filter((key) => key.startsWith(this.prefix))
			.map((key) => key.slice(this.prefix.length))
			.sort();
	}
}
