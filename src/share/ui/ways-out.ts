import type { Audience, Asked, Delivery, Keeping, ShareChannel } from '..';

/** The ways out of the vault, and the user's answer where one of them asks before it acts. */
export class WaysOut {
  constructor(
    private readonly channels: () => readonly ShareChannel[],
    /** Asks the user whether to go on, with the channel's question. */
    private readonly insist: (question: string) => Promise<boolean>,
  ) {}

  channel(id: string): ShareChannel | undefined {
    return this.channels().find((channel) => channel.id === id);
  }

  /** What a channel can do with what it keeps; undefined where it keeps nothing, or where there is no such channel. */
  keeping(id: string): Keeping | undefined {
    return this.channel(id)?.keeping;
  }

  /** Does what may ask before it is done; the user answers. */
  async asked<T>(act: (insist: boolean) => Promise<Asked<T>>): Promise<Asked<T>> {
    const done = await act(false);
    return !done.ok && 'asks' in done && (await this.insist(done.problem)) ? act(true) : done;
  }

  /** Takes away what a channel keeps. */
  takeBack(keeping: Keeping, key: string, audience: Audience, at: Date): Promise<Delivery> {
    return this.asked((insist) => keeping.withdraw(key, audience, at, insist));
  }
}
