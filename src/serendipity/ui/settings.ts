import type { SettingDefinitionItem } from 'obsidian';
import { words } from '../../words';

/** What the settings show and do beyond their own values. */
interface SerendipityControls {
  /** How much is hidden, and showing it again. */
  readonly hidden: { readonly pairs: number; readonly notes: number; showAll(): void };
  readonly showIndex: () => void;
}

/** The room's settings, as declared to Obsidian. */
export function serendipitySettingDefinitions({ hidden, showIndex }: SerendipityControls): SettingDefinitionItem[] {
  const texts = words.serendipity;
  return [
    {
      type: 'group',
      heading: texts.settingsHeading,
      items: [
        { name: texts.settingEnabled, desc: texts.settingEnabledHint, control: { type: 'toggle', key: 'serendipity.enabled' } },
        { name: texts.settingSurprise, desc: texts.settingSurpriseHint, control: { type: 'slider', key: 'serendipity.surprise', min: 0, max: 1, step: 0.05 } },
        { name: texts.settingLimit, control: { type: 'slider', key: 'serendipity.limit', min: 3, max: 20, step: 1 } },
        { name: texts.settingExcluded, desc: texts.settingExcludedHint, control: { type: 'textarea', key: 'serendipity.excludedFolders', rows: 3 } },
        { name: texts.settingTemplates, desc: texts.settingTemplatesHint, control: { type: 'textarea', key: 'serendipity.templateFolders', rows: 2 } },
        { name: texts.settingRest, desc: texts.settingRestHint, control: { type: 'slider', key: 'serendipity.restDays', min: 0, max: 30, step: 1 } },
        { name: texts.settingDaily, control: { type: 'toggle', key: 'serendipity.showDaily' } },
        { name: texts.settingIndex, control: { type: 'toggle', key: 'serendipity.showIndex' } },
        { name: texts.settingShowCount, desc: texts.settingShowCountHint, control: { type: 'toggle', key: 'serendipity.showCount' } },
        { name: texts.settingMemory, desc: texts.settingMemoryHint, control: { type: 'number', key: 'serendipity.memoryCap', min: 0, max: 4096, step: 8 } },
        { name: texts.settingPower, desc: texts.settingPowerHint, control: { type: 'dropdown', key: 'serendipity.power', options: texts.powerModes } },
        { name: texts.aboutIndex, desc: texts.aboutIndexHint, action: () => showIndex() },
        { name: texts.settingHidden, desc: texts.settingHiddenHint(hidden.pairs, hidden.notes), visible: () => hidden.pairs + hidden.notes > 0, action: () => hidden.showAll() },
      ],
    },
  ];
}
