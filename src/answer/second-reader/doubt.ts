import type { Pathway } from "../../pathway/model/pathway.ts";
import { likelySteps } from "./likely-steps.ts";
import type { SecondReader, UrgencyLevel } from "./second-reader.ts";

/** Fewer grams that the reader has met are too few to judge a text by. */
const FEWEST_KNOWN = 60;
/** Below this the second reader takes the text for nothing in particular. */
const LEAST_LIKELY = 0.2;

/** What the second reader takes the patient of a text to need instead. */
export interface Doubt {
  /** Code of the step. */
  readonly step: string;
  /** How likely each step is by the words of the text alone. */
  readonly probability: { readonly second: number; readonly first: number };
}

/**
 * Whether the words of a text, taken together, speak against the step to which its findings lead, and for one that is safer. Double reading
 * as in radiology: two readers who do not know of each other, and where they disagree the safer reading holds until somebody has looked.
 * The second reader never rules out, never asks, and never makes a step less urgent.
 */
export function doubtOf(text: string, first: string, reader: SecondReader, pathway: Pathway): Doubt | undefined {
  const { probabilities, known } = likelySteps(text, reader);
  const likeliest = Math.max(...probabilities);
  if (known < FEWEST_KNOWN || likeliest < LEAST_LIKELY) return undefined;
  const step = reader.steps[probabilities.indexOf(likeliest)];
  const own = probabilities[reader.steps.indexOf(first)];
  // Of a step that it never met the reader knows nothing, not that it is unlikely.
  if (step === undefined || own === undefined || own >= reader.doubtBelow * likeliest) return undefined;
  if (reader.indistinct.some((pair) => pair.includes(step) && pair.includes(first))) return undefined;
  return isSafer(step, first, reader.urgency, pathway)
    ? { step, probability: { second: likeliest, first: own } }
    : undefined;
}

/**
 * A step is safer than one of the same urgency or of less. Where the pathway asks, it is safer to image or to treat, and where the text
 * contradicts itself, or the topic is not for the patient, only what must not wait.
 */
function isSafer(step: string, than: string, urgency: readonly UrgencyLevel[], pathway: Pathway): boolean {
  const { recommendations, outcomes } = pathway;
  const find = (code: string) => recommendations.find((one) => one.code === code);
  const levelOf = (code: string) => urgency.findIndex(({ codes }) => codes.includes(code));
  const [level, other] = [levelOf(step), levelOf(than)];
  if (level < 0 || find(step) === undefined || find(step)?.rulesOut === true) return false;
  if (other >= 0) return level <= other;
  const lastAtOnce = urgency.findLastIndex(({ atOnce }) => atOnce);
  return level <= (than === outcomes.needs ? lastAtOnce + 1 : lastAtOnce);
}
