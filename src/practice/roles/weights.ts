/** Every number of the roles' computation; all are conventions of this product, and all can be set. */
export interface RoleWeights {
  /** What a commentary of each way of sense-making counts. */
  readonly filter: number;
  readonly validate: number;
  readonly present: number;
  readonly synthesise: number;
  readonly customise: number;
  readonly apply: number;
  /** What a commentary counts that names no way: what was left out is a choice, too. */
  readonly noWay: number;
  /** The most that one note counts in a week. */
  readonly mostOfNote: number;
  /** So much sense-making lies half-way to the top of its axis. */
  readonly halfSense: number;
  /** So much sharing lies half-way to the right of its axis. */
  readonly halfShare: number;
  /** What one exchange with a person counts. */
  readonly exchange: number;
  /** The most that all exchanges of a week count. */
  readonly mostOfExchanges: number;
  /** What one introduction counts. */
  readonly introduction: number;
  /** From here on a side is high … */
  readonly high: number;
  /** … and so far from there, on either side, it stays what it was in the week before. */
  readonly margin: number;
  /** Below so many events a week has no role. */
  readonly leastEvents: number;
  /** Weeks after which a week counts half in the role of four weeks. */
  readonly halfLife: number;
  /** What a Catalyst needs besides: so many spaces … */
  readonly catalystSpaces: number;
  /** … and so many introductions. */
  readonly catalystIntroductions: number;
  /** The part of shares without a commentary is told from so many shares on. */
  readonly noiseFrom: number;
}

/** The weights that a new vault starts with. */
export function defaultRoleWeights(): RoleWeights {
  return {
    filter: 1, validate: 2, present: 2, synthesise: 3, customise: 3, apply: 4, noWay: 1, mostOfNote: 6,
    halfSense: 6, halfShare: 3, exchange: 0.5, mostOfExchanges: 5, introduction: 1,
    high: 0.5, margin: 0.05, leastEvents: 3, halfLife: 2, catalystSpaces: 2, catalystIntroductions: 1, noiseFrom: 3,
  };
}
