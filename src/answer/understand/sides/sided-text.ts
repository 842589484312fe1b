import type { CaseFeature } from "../../../pathway/model/feature.ts";
import type { ClinicalLanguage } from "../clinical-language.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { sideFeatureOf } from "../lexicon/side-feature.ts";
import type { Token } from "../text/tokens.ts";

export type Side = "left" | "right";

/** Stems of the words for each side, and the words as written whose followers belong to the other of two numbers. */
export type SideWords = Readonly<Record<Side | "betweenNumbers", ReadonlySet<string>>>;

/** A text, with what tells its sides. */
export interface SidedText {
  readonly tokens: readonly Token[];
  readonly words: SideWords;
  /** The feature that says which side is affected, where the topic has one. */
  readonly feature: CaseFeature | undefined;
  /** Features that are measured on the opposite side. */
  readonly ofOtherSide: ReadonlySet<string>;
}

/** Prepares a text for questions on the sides that it names. */
export function sidedText(
  tokens: readonly Token[],
  features: Iterable<CaseFeature>,
  language: ClinicalLanguage,
  { reader, sentenceWords: { betweenNumbers }, ofOtherSide }: Lexicon,
): SidedText {
  const stems = (words: readonly string[]) => new Set(words.map((word) => reader.stemOf(word)));
  const words = { left: stems(language.sides.left), right: stems(language.sides.right), betweenNumbers };
  return { tokens, words, feature: sideFeatureOf(features), ofOtherSide };
}

/** The side that is named there. */
export function sideAt(at: number, { tokens, words }: SidedText): Side | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  return words.left.has(token.stem) ? "left" : words.right.has(token.stem) ? "right" : undefined;
}

/** The other side, where one is known. */
export function opposite(side: Side | undefined): Side | undefined {
  return side === undefined ? undefined : side === "left" ? "right" : "left";
}
