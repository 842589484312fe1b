import type { CaseFeature, FindingValue } from "../../../pathway/model/feature.ts";
import type { TextSpan } from "../../../pathway/model/finding.ts";
import { sideFeatureOf } from "../lexicon/side-feature.ts";
import type { Capture } from "../match/walk.ts";
import { isTelling, type TellingTarget } from "../phrases/entry.ts";
import { isOneStep, isWhenDenied, type Phrase } from "../phrases/phrase.ts";
import type { Reading } from "../readings/readings.ts";
import { stateQuantity } from "./assay.ts";
import { isContrasted } from "./contrasted.ts";
import { isEndToCome } from "./end-to-come.ts";
import { isExcepted, type Told } from "./excepted.ts";
import { isOfAnother } from "./of-another.ts";
import type { NotOfPatient, Outcome, StatementContext, Unsettled } from "./outcome.ts";

/** A reading whose phrase tells something of a feature, with the words it was read from. */
interface Telling extends Told {
  readonly target: TellingTarget;
  readonly span: TextSpan;
}

/** What a reading comes to in the light in which the text says it; several outcomes where it holds several numbers. */
export function outcomesOfReading(reading: Reading, context: StatementContext): readonly Outcome[] {
  const { target, phrase } = reading.entry;
  if (!isTelling(target) || !context.isComparedSo(reading)) return [];
  const telling: Telling = { reading, target, feature: target.feature, span: context.spanOf(reading.from, reading.to) };
  if (phrase.marks.has("alarm")) return [notKnown(telling)];
  const light = lightFor(reading, context);
  if (light !== "family" && light !== "elsewhere" && isEndToCome(telling, context)) return [notKnown(telling)];
  switch (light) {
    case "family":
    case "hypothetical":
    case "elsewhere":
      return [notOfPatient(telling, light)];
    case "resultElsewhere":
      return [notOfPatient(telling, "elsewhere")];
    case "otherSide":
      return [notOfPatient(telling, "other-side")];
    case "uncertain":
      return [unsettled(telling, "hedged")];
    case "past":
      return [unsettled(telling, "past")];
    case "notKnown":
      return [notKnown(telling), ...toldBeside(telling, context)];
    case "compared":
      return [];
    case "earlier":
      return affirmed(telling, context).map((outcome) => ({ ...outcome, earlier: true }));
    case "denied":
      if (isOfAnother(telling, context)) return [notKnown(telling)];
      return unlessExcepted(telling, [denied(telling, context)], context);
    case undefined:
      return unlessExcepted(telling, affirmed(telling, context), context);
  }
}

/** "410 ug/L FEU (GP 1200)": which limit holds is not known, and the result is. */
function toldBeside(telling: Telling, context: StatementContext): readonly Outcome[] {
  const { entry } = telling.reading;
  if (!entry.phrase.marks.has("notKnown")) return [];
  return context
    .capturesOf(telling.reading)
    .filter((capture) => capture.feature !== telling.feature.id)
    .flatMap((capture) => measured(telling, capture, context));
}

/** What is denied with an exception that nobody reads is not known. */
function unlessExcepted(telling: Telling, outcomes: readonly Outcome[], context: StatementContext): readonly Outcome[] {
  const denies = ({ statement }: Outcome) => statement?.kind === "value" && statement.value === false;
  const { light, entry } = telling.reading;
  // "No haemoptysis, except some streaks": denying one sign of several denies nothing, and its exception may be the sign.
  const isOneOfSeveral = light === "denied" && entry.phrase.marks.has("oneOfSeveral");
  if (!(isOneOfSeveral || outcomes.some(denies))) return outcomes;
  if (!isExcepted(telling, context) && !isContrasted(telling, context)) return outcomes;
  if (isOneOfSeveral) return [notKnown(telling)];
  return outcomes.map((outcome) => (denies(outcome) ? notKnown(telling) : outcome));
}

/** The light that matters to what the phrase says. */
function lightFor({ entry, light, captures }: Reading, { isLimit }: StatementContext): Reading["light"] {
  if (entry.phrase.marks.has("notKnown") && (light !== "hypothetical" || captures.length === 2)) return "notKnown";
  // The name of what only counts where it is denied ("operated in 2015") tells nothing where it is long past.
  if (entry.target.kind === "denies" && light === "past" && isWrittenDenied(entry.phrase)) return undefined;
  // Who the patient is does not hang on the sentence's mood: "whether she had a clot is not known" is about a woman.
  if (entry.target.kind !== "states" || light === "family") return light;
  // "No pitting, calves 36 and 35 cm": what was measured on both sides was not denied.
  if (light === "denied" && captures.length === 2) return undefined;
  // "410 (positive if above 400)": what stands beside the result is how the laboratory judges it.
  if (light === "hypothetical" && captures.length === 2 && captures.some(isLimit)) return undefined;
  const { choice, feature } = entry.target;
  const isOfPatient = entry.phrase.marks.has("timeless") || sideFeatureOf([feature]) !== undefined;
  // The word for a test ("no scan") tells nothing where it is not denied.
  const tellsNothing = isWrittenDenied(entry.phrase);
  const single = isOneStep(entry.phrase) && choice !== undefined && (isOfPatient || tellsNothing);
  // "A 60-year-old man with cancer, cured years ago": the age is of today. A total that may be below zero is no age.
  const isAge = feature.type.kind === "wholeNumber" && feature.type.low >= 0;
  return isAge ||
    (single && (light === "notKnown" || light === "hypothetical" || light === "past" || light === "uncertain"))
    ? undefined
    : light;
}

function denied(telling: Telling, context: StatementContext): Outcome {
  const { target, feature, reading } = telling;
  const { phrase } = reading.entry;
  const isMeant = isWrittenDenied(phrase);
  if (target.kind === "denies")
    // "No risk factors, nothing else as likely": an item of a denied list that is a denial itself.
    return isMeant || isNegative(phrase, context) ? stated(telling, false) : unsettled(telling, "denied-in-part");
  if (isMeant && target.choice !== undefined) return stated(telling, target.choice);
  if (phrase.marks.has("oneOfSeveral")) return { reading, feature };
  if (feature.type.kind === "truth") return stated(telling, false);
  const hasNone = feature.type.kind === "choice" && feature.type.choices.some(({ code }) => code === "none");
  if (hasNone && target.choice === undefined) return stated(telling, "none");
  return unsettled(telling, "denied-in-part");
}

function affirmed(telling: Telling, context: StatementContext): readonly Outcome[] {
  const { target, feature, reading, span } = telling;
  if (isWrittenDenied(reading.entry.phrase)) return [unsettled(telling, "not-specific")];
  if (target.kind === "denies") return [stated(telling, false)];
  if (feature.type.kind === "truth") return [stated(telling, true)];
  if (feature.type.kind !== "choice")
    return context.capturesOf(reading).flatMap((capture) => measured(telling, capture, context));
  if (target.choice !== undefined) return [stated(telling, target.choice)];
  const missing = [feature.label];
  return [
    { reading, feature, statement: { feature: feature.id, kind: "incomplete", given: span.text, missing, span } },
  ];
}

/** What a number of the reading comes to, as a value of the feature that it was captured for. */
function measured({ reading, span }: Telling, capture: Capture, context: StatementContext): readonly Outcome[] {
  const feature = context.features.get(capture.feature);
  if (feature === undefined || !context.isSpokenSo(capture)) return [];
  const leftOut = context.unitLeftOut(capture);
  const measure = leftOut === undefined ? capture.measure : { ...capture.measure, unit: leftOut };
  const statement = stateQuantity(feature, measure, span, {
    family: familyOf(feature, context),
    basisInText: context.basisNear(capture),
    unitInText: context.unitNear(capture),
    isLimit: context.isLimit(capture),
  });
  const inferred = leftOut !== undefined && statement.kind === "value";
  return [{ reading, feature, statement: inferred ? { ...statement, inferred } : statement }];
}

/** The quantities that are one test on several assay bases. */
function familyOf({ family }: CaseFeature, { features }: StatementContext): readonly CaseFeature[] {
  if (family === undefined) return [];
  return [...features.values()].filter((member) => member.family === family && member.type.kind === "quantity");
}

/** Whether the phrase is written as one that counts only where the text denies it. */
function isWrittenDenied(phrase: Phrase): boolean {
  return phrase.parts.length === 1 && isWhenDenied(phrase);
}

/** Whether a word of the phrase makes it a denial by itself. */
function isNegative({ written }: Phrase, { sentenceWords: { negatives } }: StatementContext): boolean {
  return written.split(/[\s|]+/).some((word) => negatives.has(word));
}

function stated({ reading, feature, span }: Telling, value: FindingValue): Outcome {
  return { reading, feature, statement: { feature: feature.id, kind: "value", value, span } };
}

function notKnown({ reading, feature, span }: Telling): Outcome {
  return { reading, feature, statement: { feature: feature.id, kind: "unknown", span } };
}

function unsettled({ reading, feature, span }: Telling, reason: Unsettled["reason"]): Outcome {
  return { reading, feature, unsettled: { feature: feature.id, reason, span } };
}

function notOfPatient({ reading, feature, span }: Telling, reason: NotOfPatient["reason"]): Outcome {
  return { reading, feature, notOfPatient: { feature: feature.id, reason, span } };
}
