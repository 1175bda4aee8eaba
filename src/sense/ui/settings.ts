import type { SettingDefinitionItem } from 'obsidian';
import { fileNameFor } from '../../note';
import { words } from '../../words';
import { promptSettingsPage, type PromptStore } from './prompt-settings';

/** The room's settings, as declared to Obsidian. */
export function senseSettingDefinitions(prompts: PromptStore): SettingDefinitionItem[] {
  const texts = words.sense;
  return [
    {
      type: 'group',
      heading: texts.settingsHeading,
      items: [
        { name: texts.leastName, desc: texts.leastDescription, control: { type: 'slider', key: 'sense.leastOwnWords', min: 1, max: 40, step: 1 } },
        { name: texts.strictnessName, desc: texts.strictnessDescription, control: { type: 'dropdown', key: 'sense.strictness', options: texts.strictness } },
        { name: texts.overrideName, desc: texts.overrideDescription, control: { type: 'toggle', key: 'sense.mayOverride' } },
        promptSettingsPage(prompts),
        { name: texts.laterName, desc: texts.laterDescription, control: { type: 'slider', key: 'sense.laterDays', min: 1, max: 60, step: 1 } },
        { name: texts.foldersName, desc: texts.foldersDescription, control: { type: 'textarea', key: 'sense.quoteFolders', rows: 3 } },
        { name: texts.excludedName, desc: texts.excludedDescription, control: { type: 'textarea', key: 'sense.excludedFolders', rows: 2 } },
        { name: texts.limitName, desc: texts.limitDescription, control: { type: 'number', key: 'sense.queueLimit', min: 0, max: 10_000, step: 10 } },
        { name: texts.asideName, desc: texts.asideDescription, control: { type: 'text', key: 'sense.asideNote', validate: (value) => (fileNameFor(value, '') === '' ? texts.sectionEmpty : undefined) } },
        { name: texts.appliedSectionName, desc: texts.appliedSectionDescription, control: { type: 'text', key: 'sense.appliedSection', validate: (value) => (value.trim() === '' ? texts.sectionEmpty : undefined) } },
        { name: texts.sectionName, desc: texts.sectionDescription, control: { type: 'text', key: 'sense.takeSection', validate: (value) => (value.trim() === '' ? texts.sectionEmpty : undefined) } },
      ],
    },
  ];
}
