/** The properties of the product's notes, by what they mean; users may give each another name. */
export const PROPERTY_NAMES = {
  type: 'type',
  author: 'author',
  source: 'source',
  via: 'via',
  foundIn: 'found-in',
  captured: 'captured',
  sensed: 'sensed',
  sense: 'sense',
  coAuthors: 'co-authors',
  later: 'sense-later',
  letGo: 'let-go',
  shared: 'shared',
  private: 'private',
  holdUntil: 'hold-until',
  holdFor: 'hold-for',
  notFor: 'not-for',
  space: 'space',
  communities: 'communities',
  topics: 'topics',
  cadence: 'cadence',
  lastContact: 'last-contact',
  met: 'met',
  email: 'email',
  phone: 'phone',
  url: 'url',
  address: 'address',
  org: 'org',
  role: 'role',
  birthday: 'birthday',
} as const;

/** What a property means. */
type PropertyKey = keyof typeof PROPERTY_NAMES;

/** The name each property has in this vault. */
export type PropertyNames = Readonly<Record<PropertyKey, string>>;
