/** Fewer refusals than this are not shown: a rare subject on one day may tell of one reader or one patient. */
export const FEWEST_SHOWN = 5;

/** How often a subject was asked about and not answered on one day. */
export interface GapCount {
  /** Id of a subject of the library, or `unplaced`; never a word that a reader typed. */
  readonly subject: string;
  readonly reason: string;
  /** ISO date, UTC: no finer time is kept. */
  readonly day: string;
  readonly count: number;
}

/** Where gaps are counted. What it keeps is what `GapCount` has and nothing else. */
export interface GapCounters {
  add(gap: Omit<GapCount, "count">): void;
  all(): Promise<readonly GapCount[]>;
}
