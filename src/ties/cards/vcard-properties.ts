import { listProperty, type Properties } from '../../note';

/** Details of a person that stand under the names of vCards. */
interface VcardProperties {
  readonly otherNames: readonly string[];
  readonly uids: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly urls: readonly string[];
  readonly addresses: readonly string[];
  readonly org?: string;
  readonly role?: string;
  readonly birthday?: string;
}

/** `EMAIL[HOME]`, `TEL[1:CELL]`, `ADR[WORK].STREET`: a property in capitals, which of them, and a part of it. */
const NAME = /^([A-Z]+)(\[[^\]]*\])?(?:\.([A-Z]+))?$/;
const PARTS_OF_ADDRESS = ['STREET', 'LOCALITY', 'REGION', 'POSTAL', 'COUNTRY'];

/**
 * Reads what other plugins keep of a person under the names of vCards, in capitals: `EMAIL[HOME]`, `TEL[CELL]`, `ADR[HOME].STREET`.
 * The plugin never writes them.
 */
export function vcardProperties(properties: Properties): VcardProperties {
  const found = new Map<string, string[]>();
  const addresses = new Map<string, Map<string, string>>();
  for (const property of Object.keys(properties)) {
    const [, name = '', which = '', part] = NAME.exec(property) ?? [];
    if (name === '') continue;
    const values = listProperty(properties, property);
    if (values.length === 0) continue;
    if (name === 'ADR' && part !== undefined) addresses.set(which, (addresses.get(which) ?? new Map<string, string>()).set(part, values.join(', ')));
    else if (part === undefined) found.set(name, [...(found.get(name) ?? []), ...values]);
  }
  const all = (name: string): readonly string[] => found.get(name) ?? [];
  const single = { org: all('ORG')[0]?.replace(/\s*;\s*/g, ', '), role: [...all('TITLE'), ...all('ROLE')][0], birthday: all('BDAY')[0] };
  return {
    otherNames: [...all('FN'), ...all('NICKNAME')],
    uids: all('UID'),
    emails: all('EMAIL'),
    phones: all('TEL'),
    urls: all('URL'),
    addresses: [...addresses.values()].map((parts) => PARTS_OF_ADDRESS.flatMap((part) => parts.get(part) ?? []).join(', ')).filter((address) => address !== ''),
    ...Object.fromEntries(Object.entries(single).filter(([, value]) => value !== undefined)),
  };
}
