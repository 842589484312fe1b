/** One condition under which a negative result rules out by itself; the pathway decides, this names where to look. */
export type CountsWhen = { readonly label: string } & (
  | { readonly score: string; readonly scheme: string; readonly stratum: string }
  | { readonly feature: string; readonly value: string }
  | { readonly definition: string; readonly holds: boolean }
);

/** The score on one screen: which score, and what belongs beside its total. */
export interface ScoreTool {
  readonly score: string;
  /** Features that tell whether the score is meant for this patient. */
  readonly checks: readonly string[];
  /** A field that belongs to an item, for instance the name of the alternative diagnosis. */
  readonly details: readonly { readonly item: string; readonly field: string }[];
  /** Warnings of the pathway that stand beside every total. */
  readonly standing: readonly string[];
  /** Warnings of the pathway that are shown here when this patient raises them. */
  readonly warnings: readonly string[];
  /** Published shares with the disease, by category. */
  readonly prevalences: readonly {
    readonly scheme: string;
    readonly stratum: string;
    readonly facts: readonly string[];
  }[];
}

/** One assay basis of a measurement with a cut-off: features, parameters and definitions of the pathway by name. */
export interface CutOffBasis {
  readonly basis: string;
  readonly value: string;
  readonly laboratory: string;
  readonly usual: string;
  readonly step: string;
  readonly adjusted: string;
  readonly below: string;
}

/** A measurement read against its cut-off. */
export interface CutOffTool {
  readonly measurement: string;
  /** Warning of the pathway that says why there is no verdict without unit and basis. */
  readonly withoutUnit: string;
  readonly age: string;
  readonly ageFrom: string;
  readonly asks: readonly string[];
  readonly bases: readonly CutOffBasis[];
  readonly counts: readonly CountsWhen[];
  /** Warnings of the pathway that are shown here when this patient raises them. */
  readonly warnings: readonly string[];
}

/** A test with its accuracy, by the names of two facts. */
export interface ChancesTest {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  /** What it looks for, where that is not what the tool looks for. */
  readonly condition?: string | undefined;
  readonly sensitivity: string;
  readonly specificity: string;
}

/** From the chance before a test to the chance after it. */
export interface ChancesTool {
  readonly condition: string;
  readonly lines: readonly string[];
  readonly start: string;
  readonly presets: readonly string[];
  readonly tests: readonly ChancesTest[];
}

/** A scan as a checklist: which lists of the library it goes through, and which findings of the pathway its result is. */
export interface ScanTool {
  /** Choice of the pathway that holds the result, and the yes/no of an abnormal waveform. */
  readonly feature: string;
  readonly waveform: string;
  readonly leg: string;
  /** Named sets of segments. */
  readonly required: string;
  readonly byProtocol: string;
  readonly optional: string;
  readonly proximal: string;
  readonly distal: string;
  /** Segments of superficial veins. */
  readonly superficial: readonly string[];
  /** Features that make the segments by protocol required. */
  readonly requiredWith: readonly string[];
  /** Named set: what the report contains. */
  readonly report: string;
  readonly asks: readonly string[];
  /** Entries with the measures of a clot, for the report. */
  readonly measures: readonly string[];
  /** The choice of `feature` that each class is. */
  readonly classes: Readonly<Record<(typeof SCAN_CLASS_NAMES)[number], string>>;
}

/** The classes of `tools/scan`, by name: the library's room lies below it. */
export const SCAN_CLASS_NAMES = [
  "NORMAL_COMPLETE",
  "NORMAL_PROXIMAL_ONLY",
  "ACUTE_PROXIMAL",
  "ACUTE_ISOLATED_DISTAL",
  "CHRONIC_POSTTHROMBOTIC",
  "INDETERMINATE",
  "INCOMPLETE",
  "SUPERFICIAL_ONLY",
  "ABNORMAL_WAVEFORM",
] as const;

/** The tools of a topic. They hold no number: each is a fact or a parameter of the topic, by name. */
export interface TopicTools {
  readonly score?: ScoreTool | undefined;
  readonly cutOff?: CutOffTool | undefined;
  readonly chances?: ChancesTool | undefined;
  readonly scan?: ScanTool | undefined;
}
