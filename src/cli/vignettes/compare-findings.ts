import type { Answer, AnswerFinding } from "../../answer/answer-shape.ts";
import { convert, decimal } from "../../clinical/quantity.ts";
import { featuresIn } from "../../pathway/language/features-in.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { Reading } from "./vignette-shape.ts";

/** One finding that was read wrongly, or not read. */
export interface Miss {
  readonly feature: string;
  readonly expected: string;
  readonly read: string;
  /** The words it was read from, empty when nothing was read. */
  readonly words: string;
}

/** How what was read from a text compares with what the text states. */
export interface FindingsJudged {
  /** Findings that the text states, and how many of them were read. */
  readonly stated: number;
  readonly found: number;
  /** Findings read from words of the text, and how many of them are right; what may be read or left counts in neither. */
  readonly read: number;
  readonly right: number;
  readonly missed: readonly Miss[];
  readonly wrong: readonly Miss[];
}

export interface FindingsCompared {
  readonly pathway: Pathway;
  /** The answer to what the text states, given as findings. */
  readonly truth: Answer;
  /** The answer to the text. */
  readonly answer: Answer;
  readonly mayFind: readonly Reading[];
  /** Readings that are no error where the text states nothing of the feature. */
  readonly mayAlwaysFind: readonly Reading[];
  readonly mustNotFind: readonly Reading[];
  /** Whether `truth` holds all that the text states. If not, only what contradicts it is judged. */
  readonly isTruthComplete: boolean;
  /** Features whose quantity the text gives only roughly ("four months ago"). */
  readonly rough: ReadonlySet<string>;
}

/** Compares findings by what follows from them, so that "40 against 36 cm" and "4 cm larger" are the same statement. */
export function compareFindings(compared: FindingsCompared): FindingsJudged {
  const truth = new Known(compared.truth, compared.rough);
  const read = new Known(compared.answer, compared.rough);
  const stated = compared.isTruthComplete ? [...truth.stated()] : [];
  const missed = stated.filter(({ feature }) => !agree(feature, truth, read, compared.pathway));
  const judged = [...read.fromWords()].flatMap((finding) => judgeRead(finding, truth, read, compared));
  const wrong = judged.filter(({ isRight }) => !isRight);
  return {
    stated: stated.length,
    found: stated.length - missed.length,
    read: judged.length,
    right: judged.length - wrong.length,
    missed: missed.map(({ feature, display }) => ({ feature, expected: display, ...read.saidOf(feature) })),
    wrong: wrong.map(({ finding }) => ({
      feature: finding.feature,
      expected: truth.displayOf(finding.feature),
      read: finding.display,
      words: finding.span?.text ?? "",
    })),
  };
}

/** Whether two answers know the same of a feature, of a measure that is computed from it, or of what it is asked for as a part of. */
function agree(feature: string, truth: Known, read: Known, pathway: Pathway): boolean {
  if (truth.agreesOn(feature, read)) return true;
  const isAsked = pathway.features.find(({ id }) => id === feature)?.input ?? true;
  const wholes = pathway.features.filter(
    ({ type, derive }) =>
      (type.kind === "quantity" || !isAsked) && derive !== undefined && featuresIn(derive).includes(feature),
  );
  // "No operation", where the item is stated as absent, is half of that.
  const isHalf = (whole: string) => !isAsked && truth.valueOf(whole) === false && read.valueOf(feature) === false;
  return wholes.some(({ id }) => truth.agreesOn(id, read) || isHalf(id));
}

function judgeRead(
  finding: AnswerFinding,
  truth: Known,
  read: Known,
  { pathway, isTruthComplete, mayFind, mayAlwaysFind, mustNotFind, rough }: FindingsCompared,
): { readonly finding: AnswerFinding; readonly isRight: boolean }[] {
  const { feature, value } = finding;
  const matches = (reading: Reading) =>
    reading.feature === feature &&
    (!("value" in reading) || areSame(asValue(reading.value), value, rough.has(feature)));
  if (mustNotFind.some(matches)) return [{ finding, isRight: false }];
  const expected = truth.valueOf(feature);
  const isRight = expected === undefined ? agree(feature, truth, read, pathway) : truth.agreesOn(feature, read);
  if (isRight) return [{ finding, isRight }];
  if (truth.isDisputed(feature) || mayFind.some(matches)) return [];
  if (expected === undefined && (!isTruthComplete || mayAlwaysFind.some(matches))) return [];
  return [{ finding, isRight }];
}

type Value = AnswerFinding["value"];

/** What an answer knows of its patient: by statement or by what follows from it, never by presumption. */
class Known {
  readonly #findings: readonly AnswerFinding[];
  readonly #disputed: ReadonlySet<string>;
  readonly #rough: ReadonlySet<string>;

  constructor({ findings, contradictions }: Answer, rough: ReadonlySet<string>) {
    this.#findings = findings.filter(({ from }) => from !== "presumed");
    this.#disputed = new Set(contradictions.flatMap(({ features }) => features));
    this.#rough = rough;
  }

  *stated(): Iterable<{ readonly feature: string; readonly display: string }> {
    yield* this.#findings.filter(({ from }) => from === "stated");
    for (const feature of this.#disputed) yield { feature, display: "contradictory" };
  }

  *fromWords(): Iterable<AnswerFinding> {
    yield* this.#findings.filter(({ span }) => span !== undefined);
  }

  isDisputed(feature: string): boolean {
    return this.#disputed.has(feature);
  }

  valueOf(feature: string): Value | undefined {
    return this.#findings.find((finding) => finding.feature === feature)?.value;
  }

  agreesOn(feature: string, other: Known): boolean {
    if (this.isDisputed(feature)) return other.isDisputed(feature);
    const value = this.valueOf(feature);
    const said = other.valueOf(feature);
    return value !== undefined && said !== undefined && areSame(value, said, this.#rough.has(feature));
  }

  displayOf(feature: string): string {
    return this.#findings.find((finding) => finding.feature === feature)?.display ?? "nothing";
  }

  saidOf(feature: string): { readonly read: string; readonly words: string } {
    if (this.isDisputed(feature)) return { read: "contradictory", words: "" };
    const finding = this.#findings.find((one) => one.feature === feature);
    return { read: finding?.display ?? "nothing", words: finding?.span?.text ?? "" };
  }
}

/** A value of a file as an answer prints it. */
function asValue(value: unknown): Value {
  if (typeof value !== "object" || value === null)
    return typeof value === "boolean" || typeof value === "number" || typeof value === "string" ? value : null;
  const [number, unit, basis] = ["value", "unit", "basis"].map((key) => Reflect.get(value, key) as unknown);
  return { value: String(number), unit: typeof basis === "string" ? `${String(unit)}{${basis}}` : String(unit) };
}

/** Centimetres out of inches have no end, and rough times are rough. */
const EXACT = 0.001;
const ROUGH = 0.05;

function areSame(left: Value, right: Value, rough: boolean): boolean {
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return left === right;
  const converted = convert({ value: decimal(right.value), unit: right.unit }, left.unit);
  if (!converted.ok) return false;
  const [one, other] = [Number(left.value), converted.value.value.toNumber()];
  return Math.abs(one - other) <= Math.abs(one) * (rough ? ROUGH : EXACT);
}
