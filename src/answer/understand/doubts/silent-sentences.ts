import type { CaseFeature } from "../../../pathway/model/feature.ts";
import { sideFeatureOf } from "../lexicon/side-feature.ts";
import { isAccounting } from "../phrases/entry.ts";
import type { Reading } from "../readings/readings.ts";
import type { StatementContext } from "../statements/outcome.ts";
import { outcomesOfReading } from "../statements/outcomes-of-reading.ts";
import { tokensOf } from "../text/by-token.ts";
import { isSomewhere, widen } from "../text/stretch.ts";
import { isSentenceEnd } from "../text/tokens.ts";
import type { Doubt } from "./words-in-doubt.ts";

/** Tokens of a sentence on either side of a word that says what it is about: a hostile text is one sentence. */
const REACH = 40;

/**
 * Sentences about a test of which nothing was read: "the sonographer struggled with the calf". What they say may well be that the result does not
 * count, so they put it in doubt.
 */
export function doubtsOfSilentSentences(readings: readonly Reading[], context: StatementContext): readonly Doubt[] {
  const about = readings.filter(({ entry, light }) => entry.target.kind === "about" && light === undefined);
  if (about.length === 0) return [];
  const side = sideFeatureOf(context.features.values());
  const told = tokensOf(readings.filter((reading) => tells(reading, side, context)));
  const named = tokensOf(about);
  const { tokens, skippable } = context.text;
  // "Ultrasound of the left leg." is a heading.
  const says = (at: number) => !named.has(at) && !skippable.has(at);
  return about.flatMap(({ entry: { target }, from, to }) => {
    const sentence = widen({ from, to }, tokens, isSentenceEnd, REACH);
    // "What is the plan after this scan?" asks.
    if (target.kind !== "about" || tokens[sentence.to]?.raw === "?") return [];
    if (isSomewhere(sentence, (at) => told.has(at)) || !isSomewhere(sentence, says)) return [];
    return [{ feature: target.feature.id, choice: target.choice, span: context.spanOf(sentence.from, sentence.to) }];
  });
}

/** Whether something is read from these words, of the patient or of somebody else, or they are known to mean nothing. A side alone says nothing of a test. */
function tells(reading: Reading, side: CaseFeature | undefined, context: StatementContext): boolean {
  if (!isAccounting(reading.entry)) return false;
  if (reading.entry.target.kind === "idle") return true;
  return outcomesOfReading(reading, context).some(
    ({ feature, statement, notOfPatient }) =>
      feature !== side && (statement !== undefined || notOfPatient !== undefined),
  );
}
