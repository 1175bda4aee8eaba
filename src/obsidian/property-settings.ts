import type { SettingDefinitionItem } from 'obsidian';
import { PROPERTY_NAMES } from '../note';
import { words } from '../words';

const USABLE_NAME = /^[^\s:#[\]{}"',&*!|>%@`-][^:#[\]{}"',&*!|>%@`\n]*$/;

/** The page on which every property can be given another name. */
export function propertySettingDefinitions(): SettingDefinitionItem[] {
  const texts = words.settings;
  return [
    {
      type: 'page',
      name: texts.propertiesPage,
      desc: texts.propertiesDescription,
      items: Object.entries(PROPERTY_NAMES).map(([key, name]) => ({
        name,
        control: { type: 'text' as const, key: `properties.${key}`, placeholder: name, validate: (value: string) => (USABLE_NAME.test(value.trim()) ? undefined : texts.propertyNameWrong) },
      })),
    },
  ];
}
