import { Plugin } from 'obsidian';
import { compose, type House } from './compose';

/** The plugin's life: built when Obsidian loads it, told of settings that came by sync, gone when it is unloaded. */
export default class SeekSenseSharePlugin extends Plugin {
  /** For scripts and other plugins; there once the plugin is loaded. */
  api: House['api'] | undefined;
  #house: House | undefined;
  #isEnabledByUser = false;

  override async onload(): Promise<void> {
    this.#house = await compose(this);
    if (this.#isEnabledByUser) void this.#house?.greet();
    this.api = this.#house?.api;
    this.register(() => (this.api = undefined));
  }

  /** Called when somebody switches the plugin on, before or after it is loaded; not at every start. */
  override onUserEnable(): void {
    this.#isEnabledByUser = true;
    void this.#house?.greet();
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.#house?.reloadSettings();
  }
}
