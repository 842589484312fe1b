import type { Analyser } from "../../search/analyser.ts";
import type { FoundPassage } from "../../search/candidate-index.ts";
import { isAdded, type WeighedTerm } from "../../search/score-candidates.ts";
import type { Sentence } from "../../search/split-sentences.ts";
import type { Cues } from "./cues.ts";
import { spokenWords } from "./phrase-set.ts";

/** What is known of a sentence that may answer a question; each from 0 to 1, and each weighed by `library/quoting-weights.json`. */
export const SENTENCE_FEATURES = [
  "coverage",
  "coverageWithTitle",
  "neighbours",
  "passage",
  "number",
  "result",
  "conclusion",
  "recommendation",
  "purpose",
  "method",
  "pointer",
  "roleResults",
  "roleConclusion",
  "roleRecommendation",
  "graded",
  "first",
  "last",
  "short",
  "long",
  "question",
] as const;
export type SentenceFeature = (typeof SENTENCE_FEATURES)[number];

/** A sentence with all that its choice depends on. */
export interface ReadSentence {
  readonly sentence: Sentence;
  readonly features: Readonly<Record<SentenceFeature, number>>;
  /** Stems of the question that it holds, and those that it or its title holds. */
  readonly holds: ReadonlySet<string>;
  readonly holdsWithTitle: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  /** Its words, for phrases to be looked for in. */
  readonly spoken: string;
  /** The stretch of the passage that is quoted: with the sentence before it, where it points back at that. */
  readonly extent: { readonly start: number; readonly end: number };
}

export interface SentenceContext {
  readonly terms: readonly WeighedTerm[];
  readonly analyser: Analyser;
  readonly cues: Cues;
}

/** Fewer words say nothing by themselves; more are no sentence that a reader takes in. */
const SHORTEST = 6;
const LONGEST = 60;
/** Stems of the question that stand this near to each other belong together. */
const NEAR = 4;

/** Reads the sentences of one passage for one question. `share` is the passage's score, from 0 to 1. */
export function readSentences(
  { passage, title }: FoundPassage,
  sentences: readonly Sentence[],
  share: number,
  context: SentenceContext,
): readonly ReadSentence[] {
  const said = context.terms.filter(({ origin }) => !isAdded(origin));
  const weights = new Map(said.map(({ stem, weight, idf }) => [stem, weight * idf]));
  const whole = total(weights.values()) || 1;
  const inTitle = new Set(context.analyser.terms(title).filter((stem) => weights.has(stem)));
  const heldWeight = (stems: ReadonlySet<string>) => total([...stems].map((stem) => weights.get(stem) ?? 0)) / whole;
  return sentences.map((sentence, at) => {
    const terms = context.analyser.terms(sentence.text);
    const stems = new Set(terms);
    const holds = new Set(terms.filter((stem) => weights.has(stem)));
    const holdsWithTitle = new Set([...holds, ...inTitle]);
    const spoken = spokenWords(sentence.text);
    const words = spoken.split(" ").length - 2;
    const pointsBack = context.cues.pointers.begins(spoken);
    const flag = (is: boolean) => (is ? 1 : 0);
    const features = {
      coverage: heldWeight(holds),
      coverageWithTitle: heldWeight(holdsWithTitle),
      neighbours: neighbourShare(terms, weights),
      passage: share,
      number: flag(/\d/.test(sentence.text)),
      result: flag(context.cues.results.isIn(spoken)),
      conclusion: flag(context.cues.conclusions.isIn(spoken)),
      recommendation: flag(context.cues.recommendations.isIn(spoken)),
      purpose: flag(context.cues.purposes.isIn(spoken)),
      method: flag(context.cues.methods.isIn(spoken)),
      pointer: flag(pointsBack),
      roleResults: flag(passage.role === "results"),
      roleConclusion: flag(passage.role === "conclusion"),
      roleRecommendation: flag(passage.role === "recommendation"),
      graded: flag(passage.grade !== undefined),
      first: flag(at === 0 && sentences.length > 1),
      last: flag(at === sentences.length - 1 && sentences.length > 1),
      short: flag(words < SHORTEST),
      long: flag(words > LONGEST),
      question: flag(sentence.text.trimEnd().endsWith("?")),
    };
    const before = pointsBack ? sentences[at - 1] : undefined;
    const extent = { start: before?.start ?? sentence.start, end: sentence.end };
    return { sentence, features, holds, holdsWithTitle, stems, spoken, extent };
  });
}

/** Share of the question's pairs of neighbouring stems that stand near to each other here too. */
function neighbourShare(terms: readonly string[], weights: ReadonlyMap<string, number>): number {
  const asked = [...weights.keys()];
  if (asked.length < 2) return 0;
  const places = new Map<string, number[]>();
  for (const [at, stem] of terms.entries()) if (weights.has(stem)) places.set(stem, [...(places.get(stem) ?? []), at]);
  let near = 0;
  for (let at = 1; at < asked.length; at++) {
    const left = places.get(asked[at - 1] ?? "") ?? [];
    const right = places.get(asked[at] ?? "") ?? [];
    if (left.some((one) => right.some((other) => Math.abs(one - other) <= NEAR))) near++;
  }
  return near / (asked.length - 1);
}

function total(numbers: Iterable<number>): number {
  let sum = 0;
  for (const one of numbers) sum += one;
  return sum;
}
