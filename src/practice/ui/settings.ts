import type { SettingDefinitionItem } from 'obsidian';
import { words } from '../../words';
import { defaultRoleWeights } from '..';

/** The room's settings, as declared to Obsidian. */
export function practiceSettingDefinitions(): SettingDefinitionItem[] {
  const texts = words.practice;
  return [
    {
      type: 'group',
      heading: texts.settingsHeading,
      items: [{ name: texts.fillDailySetting, desc: texts.fillDailySettingHint, control: { type: 'toggle', key: 'practice.fillDaily' } }],
    },
    {
      type: 'group',
      heading: texts.weekHeading,
      items: [
        { name: texts.reviewPlaceSetting, desc: texts.reviewPlaceSettingHint, control: { type: 'dropdown', key: 'practice.reviewPlace', options: texts.reviewPlaces } },
        { name: texts.reviewQuestionsSetting, desc: texts.reviewQuestionsSettingHint, control: { type: 'textarea', key: 'practice.reviewQuestions', rows: 5 } },
      ],
    },
    rolesPage(),
  ];
}

/** The page with every number of the roles' computation. */
function rolesPage(): SettingDefinitionItem {
  const texts = words.practice;
  return {
    type: 'page',
    name: texts.rolesPage,
    desc: texts.rolesPageHint,
    items: Object.entries(defaultRoleWeights()).map(([key, usual]) => ({
      name: words.week.weightNames[key as keyof typeof words.week.weightNames],
      control: { type: 'number' as const, key: `roles.${key}`, placeholder: String(usual), min: 0, validate: (value: number) => (Number.isFinite(value) && value >= 0 ? undefined : texts.weightWrong) },
    })),
  };
}
