import type { SettingDefinitionItem } from 'obsidian';
import { words } from '../../words';

/** The room's settings, as declared to Obsidian. */
export function senseSettingDefinitions(): SettingDefinitionItem[] {
  const texts = words.sense;
  return [
    {
      type: 'group',
      heading: texts.settingsHeading,
      items: [
        { name: texts.leastName, desc: texts.leastDescription, control: { type: 'slider', key: 'sense.leastOwnWords', min: 1, max: 40, step: 1 } },
        { name: texts.overrideName, desc: texts.overrideDescription, control: { type: 'toggle', key: 'sense.mayOverride' } },
        { name: texts.laterName, desc: texts.laterDescription, control: { type: 'slider', key: 'sense.laterDays', min: 1, max: 60, step: 1 } },
        { name: texts.sectionName, desc: texts.sectionDescription, control: { type: 'text', key: 'sense.takeSection', validate: (value) => (value.trim() === '' ? texts.sectionEmpty : undefined) } },
      ],
    },
  ];
}
