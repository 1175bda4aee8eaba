import type { SettingDefinitionItem } from 'obsidian';
import { words } from '../../words';

/** The room's settings, as declared to Obsidian. */
export function practiceSettingDefinitions(): SettingDefinitionItem[] {
  const texts = words.practice;
  return [
    {
      type: 'group',
      heading: texts.settingsHeading,
      items: [{ name: texts.fillDailySetting, desc: texts.fillDailySettingHint, control: { type: 'toggle', key: 'practice.fillDaily' } }],
    },
  ];
}
