/** Runs tasks one after the other, so that a check and the change that relies on it are never torn apart. */
interface Lane {
	<Result>(task: () => Promise<Result>): Promise<Result>;
}

/** Makes a lane; a failed task rejects for its caller only. */
export function makeLane(): Lane {
	let last: Promise<unknown> = Promise.resolve();
	return <Result>(task: () => Promise<Result>): Promise<Result> => {
		const next = last.then(task);
		last = next.then(
			() => undefined,
			() => undefined,
		);
		return next;
	};
}
