import type { SettingDefinitionItem } from 'obsidian';
import { readWebAddress } from '../../base';
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
        { name: texts.waitName, desc: texts.waitDescription, control: { type: 'number', key: 'share.waitDays', min: 0, max: 365, step: 1 } },
        { name: texts.askName, desc: texts.askDescription, control: { type: 'toggle', key: 'share.askBeforeNetwork' } },
        { name: texts.bylineName, desc: texts.bylineDescription, control: { type: 'text', key: 'share.byline' } },
        { name: texts.publicBaseName, desc: texts.publicBaseDescription, control: { type: 'text', key: 'share.publicBase', placeholder: 'https://', validate: addressOrNothing } },
        { name: texts.publicFolderName, desc: texts.publicFolderDescription, control: { type: 'folder', key: 'share.publicFolder' } },
        { name: texts.feedFolderName, desc: texts.feedFolderDescription, control: { type: 'folder', key: 'share.feedFolder' } },
        { name: texts.feedBaseName, desc: texts.feedBaseDescription, control: { type: 'text', key: 'share.feedBase', placeholder: 'https://', validate: addressOrNothing } },
        { name: texts.feedTitleName, desc: texts.feedTitleDescription, control: { type: 'text', key: 'share.feedTitle' } },
        { name: texts.feedItemsName, desc: texts.feedItemsDescription, control: { type: 'number', key: 'share.feedItems', min: 1, max: 1000, step: 1 } },
        { name: texts.commonsName, desc: texts.commonsDescription, control: { type: 'folder', key: 'share.commonsFolder' } },
        { name: texts.licenceName, desc: texts.licenceDescription, control: { type: 'text', key: 'share.licence' } },
        { name: texts.takenName, desc: texts.takenDescription, control: { type: 'folder', key: 'share.takenFolder' } },
        { name: texts.sectionName, desc: texts.sectionDescription, control: { type: 'text', key: 'share.sharedSection', validate: (value) => (value.trim() === '' ? texts.sectionEmpty : undefined) } },
      ],
    },
  ];
}

function addressOrNothing(value: string): string | undefined {
  return value.trim() === '' || readWebAddress(value) !== undefined ? undefined : words.share.addressWrong;
}
