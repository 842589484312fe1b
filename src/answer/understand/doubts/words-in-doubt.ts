import type { TextSpan } from "../../../pathway/model/finding.ts";
import { isAccounting, isTelling } from "../phrases/entry.ts";
import { isOneStep } from "../phrases/phrase.ts";
import type { Reading } from "../readings/readings.ts";
import type { Outcome, StatementContext, Unsettled } from "../statements/outcome.ts";
import { outcomesOfReading } from "../statements/outcomes-of-reading.ts";
import { tokensOf } from "../text/by-token.ts";

/** Words of a feature's field that no reading accounts for. */
export interface Doubt {
  readonly feature: string;
  /** The value that these words put in doubt where it is read, or `ANY_VALUE`; absent: the feature, whether or not anything is read of it. */
  readonly choice: string | undefined;
  readonly span: TextSpan;
}

/** Features of whose field the text holds words that are said of the patient now and that no reading comes to anything of. */
export function doubtsOf(readings: readonly Reading[], context: StatementContext): readonly Doubt[] {
  const watched = readings.filter((reading) => isSaidOfPatient(reading, context));
  if (watched.length === 0) return [];
  const told = choicesTold(readings, context);
  const explained = tokensOf(readings.filter((reading) => comesToSomething(reading, told, context)));
  return watched.flatMap(({ entry: { target }, at, from, to, light }) =>
    target.kind === "watched" && (light !== undefined || !at.every((token) => explained.has(token)))
      ? [{ feature: target.feature.id, choice: target.choice, span: context.spanOf(from, to) }]
      : [],
  );
}

/** Words of alarm put in doubt where they are only suspected or asked about as well: "?thrombus in the soleal vein", "Compartment syndrome?". */
function isSaidOfPatient({ entry: { phrase, target }, light, at }: Reading, { lights }: StatementContext): boolean {
  if (target.kind !== "watched" || light === undefined) return target.kind === "watched";
  const isSuspected = light === "uncertain" || light === "hypothetical";
  return isSuspected && phrase.marks.has("alarm") && !at.some((token) => lights[token]?.has("denied"));
}

/** What counts only where it is denied, or is denied in part, says nothing of the words it stands on. */
function comesToSomething(reading: Reading, told: ReadonlySet<string>, context: StatementContext): boolean {
  if (!isAccounting(reading.entry) || tellsWhoAlone(reading.entry)) return false;
  if (!isTelling(reading.entry.target)) return true;
  return outcomesOfReading(reading, context).some(
    (outcome) => !isNamedOnly(outcome, told) && !SAYING_NOTHING.has(outcome.unsettled?.reason),
  );
}

/** "Breastfeeding" tells that the patient is a woman, and more than that. */
function tellsWhoAlone({ phrase, target }: Reading["entry"]): boolean {
  return target.kind === "states" && target.choice !== undefined && phrase.marks.has("timeless") && isOneStep(phrase);
}

/** "No anticoagulant. On tinzaparin": a closed list is named, and none of its values told but by denying all of them. */
function isNamedOnly({ feature, statement }: Outcome, told: ReadonlySet<string>): boolean {
  return statement?.kind === "incomplete" && feature.type.kind === "choice" && !told.has(feature.id);
}

/** Closed lists of which the text tells a value, other than by a denial. */
function choicesTold(readings: readonly Reading[], context: StatementContext): ReadonlySet<string> {
  const telling = readings.filter(({ entry: { target }, light }) => light === undefined && isChoice(target));
  return new Set(
    telling.flatMap((reading) =>
      outcomesOfReading(reading, context).flatMap(({ feature, statement }) =>
        statement?.kind === "value" ? [feature.id] : [],
      ),
    ),
  );
}

function isChoice(target: Reading["entry"]["target"]): boolean {
  return target.kind === "states" && target.choice !== undefined;
}

const SAYING_NOTHING: ReadonlySet<Unsettled["reason"] | undefined> = new Set(["not-specific", "denied-in-part"]);
