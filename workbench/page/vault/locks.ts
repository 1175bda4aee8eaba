/** Runs tasks on the same key one after the other, in the order they came. */
export class Locks {
	private readonly tails = new Map<string, Promise<unknown>>();

	async run<T>(key: string, task: () => Promise<T>): Promise<T> {
		const before = this.tails.get(key) ?? Promise.resolve();
		const result = before.then(task, task);
		this.tails.set(key, result);
		try {
			return await result;
		} finally {
			if (this.tails.get(key) === result) this.tails.delete(key);
		}
	}
}
