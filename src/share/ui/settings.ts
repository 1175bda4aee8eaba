import type { SettingDefinitionItem } from 'obsidian';
import { words } from '../../words';

/** The room's settings, as declared to Obsidian. */
export function shareSettingDefinitions(): SettingDefinitionItem[] {
  const texts = words.share;
  return [
    {
      type: 'group',
      heading: texts.settingsHeading,
      items: [
        { name: texts.firstAudienceName, desc: texts.firstAudienceDescription, control: { type: 'dropdown', key: 'share.firstAudience', options: texts.audiences } },
        { name: texts.formatName, desc: texts.formatDescription, control: { type: 'dropdown', key: 'share.format', options: texts.formats } },
        { name: texts.privateFoldersName, desc: texts.privateFoldersDescription, control: { type: 'textarea', key: 'share.privateFolders', rows: 3 } },
        { name: texts.privateTagName, desc: texts.privateTagDescription, control: { type: 'text', key: 'share.privateTag' } },
        { name: texts.sectionName, desc: texts.sectionDescription, control: { type: 'text', key: 'share.sharedSection', validate: (value) => (value.trim() === '' ? texts.sectionEmpty : undefined) } },
      ],
    },
  ];
}
