import { decimal } from "../../clinical/quantity.ts";
import { type Atom, type FeatureAtom, presumedOf, UNKNOWN } from "../compile/atom.ts";
import { encodeFacts } from "../compile/encode-facts.ts";
import { assembleFacts } from "../facts/assemble-facts.ts";
import { getPart, type PathwayIndex } from "../facts/pathway-index.ts";
import type { CaseFeature, FindingValue } from "../model/feature.ts";
import type { Statement } from "../model/finding.ts";

/** What an atom must come to: unknown, presumed, or one of its values, stated. */
export type Wanted = ReadonlyMap<number, number>;

/** Trials of numbers for comparisons of two quantities before a cell counts as not written. */
const MOST_TRIALS = 1000;

/**
 * Writes a patient whose atoms have the wanted states, or finds none. Every patient written is checked by assembling the
 * facts anew from the statements: implications, derivations and contradictions included. `short` leaves out what is not needed.
 */
export function writePatient(
  index: PathwayIndex,
  profile: string,
  atoms: readonly Atom[],
  wanted: Wanted,
  holds: (states: Uint8Array) => boolean,
  { short = true }: { readonly short?: boolean } = {},
): readonly Statement[] | undefined {
  const said = new Map<string, Statement>();
  for (const [level, state] of wanted) {
    const atom = atoms[level];
    if (atom?.kind !== "feature") continue;
    const statement = toStatement(atom, state);
    if (statement !== undefined) said.set(atom.feature, statement);
  }
  const check = (statements: readonly Statement[]): boolean =>
    holds(encodeFacts(index, atoms, assembleFacts(index, statements, profile).facts));
  const found = tryNumbers(numbersToChoose(index, atoms, wanted), said, check);
  return found === undefined || !short ? found : shorten(found, check);
}

function toStatement(atom: FeatureAtom, state: number): Statement | undefined {
  const { feature, values } = atom;
  if (state === UNKNOWN) return presumedOf(atom) === undefined ? undefined : { feature, kind: "unknown" };
  const value = values[state - 1]?.example;
  return value === undefined ? undefined : { feature, kind: "value", value };
}

interface Choice {
  readonly feature: CaseFeature;
  readonly values: readonly FindingValue[];
}

/** The quantities that wanted comparisons lean on, with values worth trying. */
function numbersToChoose(index: PathwayIndex, atoms: readonly Atom[], wanted: Wanted): readonly Choice[] {
  const features = [...wanted].flatMap(([level, state]) => {
    const atom = atoms[level];
    return atom?.kind === "opaque" && state !== UNKNOWN ? atom.comparison.features : [];
  });
  return [...new Set(features)].map((id) => {
    const feature = getPart(index.features, id);
    return { feature, values: candidates(index, atoms, feature) };
  });
}

/** Round numbers of the range, and the constants and cut-offs of the pathway in the same unit with their neighbours. */
function candidates(index: PathwayIndex, atoms: readonly Atom[], feature: CaseFeature): readonly FindingValue[] {
  const { type } = feature;
  if (type.kind !== "wholeNumber" && type.kind !== "quantity") return [];
  const unit = type.kind === "quantity" ? type.unit : "1";
  const low = type.kind === "quantity" ? type.low.value : decimal(type.low);
  const high = type.kind === "quantity" ? type.high.value : decimal(type.high);
  const constants = [...index.parameters.values()].flatMap(({ value }) => (value.unit === unit ? [value.value] : []));
  const cuts = atoms.flatMap((atom) =>
    atom.kind === "feature" && unitOf(index, atom.feature) === unit ? (atom.cuts?.thresholds ?? []) : [],
  );
  const near = [...constants, ...cuts].flatMap((constant) => [constant.minus(1), constant, constant.plus(1)]);
  const numbers = [...near, low, high, low.plus(high).div(2).round(0)].filter((n) => n.gte(low) && n.lte(high));
  const distinct = [...new Map(numbers.map((n) => [n.toString(), n])).values()];
  return distinct.map((value) => (type.kind === "quantity" ? { value, unit: type.unit } : value.toNumber()));
}

function unitOf(index: PathwayIndex, id: string): string {
  const { type } = getPart(index.features, id);
  return type.kind === "quantity" ? type.unit : "1";
}

function tryNumbers(
  choices: readonly Choice[],
  said: ReadonlyMap<string, Statement>,
  check: (statements: readonly Statement[]) => boolean,
): readonly Statement[] | undefined {
  let trials = 0;
  const attempt = (at: number, sofar: ReadonlyMap<string, Statement>): readonly Statement[] | undefined => {
    const choice = choices[at];
    if (choice === undefined) {
      trials++;
      const statements = [...sofar.values()];
      return check(statements) ? statements : undefined;
    }
    const { id } = choice.feature;
    const options: (Statement | undefined)[] = [
      sofar.get(id),
      ...choice.values.map((value): Statement => ({ feature: id, kind: "value", value })),
    ];
    for (const option of options) {
      if (trials >= MOST_TRIALS) return undefined;
      const found = attempt(at + 1, option === undefined ? sofar : new Map(sofar).set(id, option));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return attempt(0, said);
}

/** Leaves out whatever is not needed, last first. */
export function shorten(
  statements: readonly Statement[],
  check: (statements: readonly Statement[]) => boolean,
): readonly Statement[] {
  return statements.toReversed().reduce<readonly Statement[]>((kept, statement) => {
    const fewer = kept.filter((one) => one !== statement);
    return check(fewer) ? fewer : kept;
  }, statements);
}
