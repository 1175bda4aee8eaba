import type { SettingDefinitionItem } from 'obsidian';
import { words } from '../../words';

const [LEAST_DORMANT, LONGEST] = [30, 36_500];

/** The room's settings, as declared to Obsidian. */
export function tiesSettingDefinitions(): SettingDefinitionItem[] {
  const texts = words.ties;
  return [
    {
      type: 'group',
      heading: texts.settingsHeading,
      items: [
        { name: texts.folderSetting, desc: texts.folderSettingHint, control: { type: 'folder', key: 'ties.folder' } },
        { name: texts.folderCountsSetting, desc: texts.folderCountsSettingHint, control: { type: 'toggle', key: 'ties.folderCounts' } },
        { name: texts.tagSetting, desc: texts.tagSettingHint, control: { type: 'text', key: 'ties.tag' } },
        { name: texts.communityFolderSetting, desc: texts.communityFolderSettingHint, control: { type: 'folder', key: 'ties.communityFolder' } },
        { name: texts.sectionSetting, desc: texts.sectionSettingHint, control: { type: 'text', key: 'ties.interactionsSection', validate: (value) => (value.trim() === '' ? texts.sectionEmpty : undefined) } },
        { name: texts.changesSectionSetting, desc: texts.changesSectionSettingHint, control: { type: 'text', key: 'ties.practiceChangesSection', validate: (value) => (value.trim() === '' ? texts.sectionEmpty : undefined) } },
        { name: texts.quietSetting, desc: texts.quietSettingHint, control: { type: 'number', key: 'ties.quietMonths', min: 0, max: 240 } },
        { name: texts.keepSetting, desc: texts.keepSettingHint, control: { type: 'toggle', key: 'ties.keepLastContact' } },
        { name: texts.cadenceSetting, desc: texts.cadenceSettingHint, control: { type: 'number', key: 'ties.cadence', min: 0, max: LONGEST } },
        { name: texts.dormantSetting, desc: texts.dormantSettingHint, control: { type: 'number', key: 'ties.dormantDays', min: LEAST_DORMANT, max: LONGEST, validate: (value) => (value < LEAST_DORMANT ? texts.dormantWrong : undefined) } },
      ],
    },
  ];
}
