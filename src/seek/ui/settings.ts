import type { SettingDefinitionItem } from 'obsidian';
import { fileNameFor } from '../../note';
import { words } from '../../words';

/** The room's settings, as declared to Obsidian. */
export function seekSettingDefinitions(): SettingDefinitionItem[] {
  const texts = words.seek;
  return [
    { name: texts.targetName, desc: texts.targetDescription, control: { type: 'dropdown', key: 'seek.target', options: texts.targets } },
    { name: texts.folderName, desc: texts.folderDescription, control: { type: 'folder', key: 'seek.folder' } },
    {
      name: texts.fileNameName,
      desc: texts.fileNameDescription,
      control: { type: 'text', key: 'seek.fileName', validate: (value) => (fileNameFor(value.replace(/[{}]/g, ''), '') === '' ? texts.fileNameEmpty : undefined) },
    },
    { name: texts.headingName, desc: texts.headingDescription, control: { type: 'text', key: 'seek.heading', validate: (value) => (value.trim() === '' ? texts.fileNameEmpty : undefined) } },
  ];
}
