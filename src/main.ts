import { Plugin } from 'obsidian';
import { compose, type House } from './compose';

/** The plugin's life: built when Obsidian loads it, told of settings that came by sync, gone when it is unloaded. */
export default class SeekSenseSharePlugin extends Plugin {
  #house: House | undefined;

  override async onload(): Promise<void> {
    this.#house = await compose(this);
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.#house?.reloadSettings();
  }
}
