import type { Plugin } from 'obsidian';
import { FULL_PACE, type Pace, type PowerMode } from '../serendipity';

/** The part of the browser's battery that matters here; not every engine has one. */
interface Battery extends EventTarget {
  readonly charging: boolean;
}

/** Where the device is spared, it is busy for some tens of milliseconds, and then rests for longer. */
const SPARING_PACE: Pace = { batchNotes: 16, batchesAhead: 1, rest: () => new Promise((resolve) => window.setTimeout(resolve, 150)) };

/** Tells whether the device should be spared: always or never by choice, else on phones and tablets and while on battery. */
export class Power {
  #isOnBattery = false;

  constructor(
    plugin: Pick<Plugin, 'register'>,
    private readonly isPhone: boolean,
    private readonly mode: () => PowerMode,
    onChange: () => void,
  ) {
    const { getBattery } = window.navigator as Navigator & { getBattery?: () => Promise<Battery> };
    if (getBattery === undefined) return;
    let isOver = false;
    plugin.register(() => {
      isOver = true;
    });
    const follow = (battery: Battery): void => {
      const read = (): void => {
        this.#isOnBattery = !battery.charging;
        onChange();
      };
      if (isOver) return;
      battery.addEventListener('chargingchange', read);
      plugin.register(() => battery.removeEventListener('chargingchange', read));
      read();
    };
    // A browser may refuse to tell; then the device counts as plugged in.
    getBattery.call(window.navigator).then(follow, () => undefined);
  }

  get isSparing(): boolean {
    const mode = this.mode();
    return mode === 'auto' ? this.isPhone || this.#isOnBattery : mode === 'always';
  }

  /** How fast notes are read. */
  get pace(): Pace {
    return this.isSparing ? SPARING_PACE : FULL_PACE;
  }
}
