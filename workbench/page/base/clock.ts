/** How far the page's clock is ahead of the machine's, in ms. 0 unless the address says `now=…`. */
export let clockOffset = 0;

/**
 * Sets the page's clock to a moment from which it goes on running: a vault tells the story of a certain day.
 * Timers are not touched.
 * @throws Error when the text is no date
 */
export function setClock(now: string): void {
	const RealDate = Date;
	const wanted = RealDate.parse(now);
	if (Number.isNaN(wanted)) throw new Error(`The parameter "now" is no date: "${now}".`);
	clockOffset = wanted - RealDate.now();
	window.Date = new Proxy(RealDate, {
		construct: (target, args: [], newTarget) => Reflect.construct(target, args.length > 0 ? args : [RealDate.now() + clockOffset], newTarget === window.Date ? target : newTarget) as Date,
		apply: () => new window.Date().toString(),
		get: (target, name, receiver) => (name === 'now' ? () => RealDate.now() + clockOffset : (Reflect.get(target, name, receiver) as unknown)),
	});
}
