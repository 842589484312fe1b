import type { Atom } from "../compile/atom.ts";
import { speakerOf } from "../evaluate/next-questions.ts";
import { areEqual, type Facts } from "../facts/facts.ts";
import { getPart, type PathwayIndex } from "../facts/pathway-index.ts";
import { unite } from "../facts/unite.ts";
import type { CaseFeature, FeatureId } from "../model/feature.ts";
import type { OpenDiagram } from "./open-diagram.ts";

/** One question that can be put, and what of the open diagram an answer settles. */
export interface OpenQuestion {
  /** The feature whose question is put; for a family, the member that speaks for it. */
  readonly feature: CaseFeature;
  /** The features it asks for that can still change the outcome. */
  readonly asksFor: readonly FeatureId[];
  /** Levels of the atoms that its answer bears on. */
  readonly levels: readonly number[];
}

/** The features that can still change the outcome, each with the levels of its atoms; in the pathway's order. */
export function openFeatures(
  index: PathwayIndex,
  atoms: readonly Atom[],
  levels: readonly number[],
  facts: Facts,
): readonly FeatureId[] {
  const found = new Set(levels.flatMap((level) => unknownsOf(atoms[level], facts)));
  return index.pathway.features.flatMap(({ id }) => (found.has(id) ? [id] : []));
}

/** The questions that ask for the open features, one for each family, in the pathway's order. */
export function openQuestions(
  index: PathwayIndex,
  atoms: readonly Atom[],
  levels: readonly number[],
  facts: Facts,
): readonly OpenQuestion[] {
  const features = openFeatures(index, atoms, levels, facts).map((id) => getPart(index.features, id));
  const nameOf = (feature: CaseFeature) => feature.family ?? feature.id;
  return unite([features.map(nameOf)]).map((name) => {
    const members = features.filter((feature) => nameOf(feature) === name);
    const [first] = members;
    if (first === undefined) throw new Error("a question asks for something");
    return {
      feature: first.family === undefined ? first : getPart(index.features, speakerOf(index, first.family, members)),
      asksFor: members.map(({ id }) => id),
      levels: levels.filter((level) =>
        unknownsOf(atoms[level], facts).some((id) => members.some((member) => member.id === id)),
      ),
    };
  });
}

/** What of an atom is not known: its feature, or of a comparison the quantities without a value. */
export function unknownsOf(atom: Atom | undefined, facts: Facts): readonly FeatureId[] {
  if (atom === undefined) throw new Error("every level has its atom");
  if (atom.kind === "feature") return [atom.feature];
  return atom.comparison.features.filter((feature) => facts.valueOf(feature) === undefined);
}

/** One answer as places among the children of the levels it settles, and its share of all answers. */
export interface WeighedAnswer {
  readonly share: number;
  readonly found: ReadonlyMap<number, number>;
}

/** Answers beyond these are not told apart: they would be combinations of very many comparisons of one quantity. */
const MOST_ANSWERS = 64;

/**
 * The answers to a question. MODEL: every value that the diagram tells apart is as likely as any other, features are
 * independent of each other, and a quantity of a family is as likely reported on one basis as on another. What an answer
 * implies is found along with it; what it leaves open (the other basis) stays as it is. A comparison of several unknown
 * quantities counts as settled with any of them, which promises too little, alike for all of them.
 */
export function answersTo(
  index: PathwayIndex,
  atoms: readonly Atom[],
  open: OpenDiagram,
  question: OpenQuestion,
): readonly WeighedAnswer[] {
  const { asksFor, levels, feature } = question;
  const quantities = asksFor.filter((id) => getPart(index.features, id).type.kind === "quantity");
  const members = feature.family !== undefined && quantities.length > 0 ? quantities : [undefined];
  return members.flatMap((member) => {
    const asItIs = new Map(levels.map((level) => [level, 0]));
    const implied = member === undefined ? [] : impliedPlaces(index, atoms, open, member, undefined);
    const settled = levels.filter(
      (level) => !implied.some(([other]) => other === level) && isAbout(atoms[level], member, asksFor),
    );
    const combined = settled.reduce<readonly WeighedAnswer[]>(
      (answers, level) => {
        const places = open.places(level);
        if (answers.length * places.length > MOST_ANSWERS) return answers;
        return answers.flatMap(({ share, found }) =>
          places.map((place) => ({ share: share / places.length, found: new Map(found).set(level, place) })),
        );
      },
      [{ share: 1 / members.length, found: new Map([...asItIs, ...implied]) }],
    );
    return combined.map((answer) => withImplied(index, atoms, open, question, answer));
  });
}

function isAbout(atom: Atom | undefined, member: FeatureId | undefined, asksFor: readonly FeatureId[]): boolean {
  if (member === undefined) return true;
  if (atom?.kind !== "opaque") return atom?.name === member;
  return atom.comparison.features.every((feature) => feature === member || !asksFor.includes(feature));
}

/** What a value of a single feature implies, for instance that a man is not pregnant. */
function withImplied(
  index: PathwayIndex,
  atoms: readonly Atom[],
  open: OpenDiagram,
  { levels, asksFor: [only, ...others] }: OpenQuestion,
  answer: WeighedAnswer,
): WeighedAnswer {
  const [level] = levels;
  const place = level === undefined ? undefined : answer.found.get(level);
  if (only === undefined || others.length > 0 || levels.length !== 1 || level === undefined || place === undefined)
    return answer;
  const value = atoms[level]?.values[open.stateAt(level, place) - 1]?.example;
  const implied = impliedPlaces(index, atoms, open, only, value).filter(([other]) => other !== level);
  return implied.length === 0 ? answer : { ...answer, found: new Map([...answer.found, ...implied]) };
}

function impliedPlaces(
  index: PathwayIndex,
  atoms: readonly Atom[],
  open: OpenDiagram,
  from: FeatureId,
  value: Parameters<typeof areEqual>[0] | undefined,
): [number, number][] {
  return getPart(index.features, from).implies.flatMap(({ when, feature, value: implied }): [number, number][] => {
    if (when !== undefined && (value === undefined || !areEqual(when, value))) return [];
    const level = atoms.findIndex((atom) => atom.kind === "feature" && atom.feature === feature);
    const at = atoms[level]?.values.findIndex(({ example }) => areEqual(example, implied)) ?? -1;
    return at < 0 ? [] : [[level, open.place(level, at + 1)]];
  });
}
