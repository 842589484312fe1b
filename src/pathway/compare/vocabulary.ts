import type { Diagrams } from "../compile/build-diagrams.ts";
import { collectAtoms } from "../compile/collect-atoms.ts";
import { TRUE } from "../compile/compile-condition.ts";
import type { NodeId } from "../compile/diagram-store.ts";
import { toNumber } from "../compile/to-number.ts";
import { getPart } from "../facts/pathway-index.ts";
import type { Expression } from "../language/expression.ts";
import type { CaseFeature } from "../model/feature.ts";
import { IN, type JointSpace, OUT, type SideAt } from "./joint-space.ts";
import type { Side } from "./side.ts";

/** A condition with words for it, as a region of the patients of whom everything is stated. */
export interface Word {
  readonly label: string;
  readonly region: NodeId;
  /** Harder to read: it says what is not so. */
  readonly negative: boolean;
  /** A value of a feature that nobody presumes, worth saying beside other words. */
  readonly fact: boolean;
}

/**
 * What regions are described with: the pathways' own categories of scores, definitions and features, and their opposites.
 * Of words that mean the same region the first one stays. A name that the two pathways use for different things would
 * mislead: such definitions and categories are left out, such features say which they are.
 */
export function listWords(space: JointSpace, sides: readonly [Side, Side]): readonly Word[] {
  const named = ([0, 1] as const).flatMap((at) => namedConditions(space, sides[at], at));
  const features = space.atoms.map((_, level) => atomWords(space, level, sides));
  const plain = [...named, ...features.flat()];
  const clear = features.flatMap((words, level) =>
    words.map((word) =>
      isAmbiguous(word, plain) ? { ...word, label: `${word.label} (${whichOf(space, level)})` } : word,
    ),
  );
  const distinct = new Map<NodeId, Word>();
  for (const word of [...named.filter((one) => !isAmbiguous(one, plain)), ...clear])
    if (!distinct.has(word.region)) distinct.set(word.region, word);
  return [...distinct.values()].filter(({ region }) => region !== space.nowhere && region !== space.everywhere);
}

function isAmbiguous(word: Word, among: readonly Word[]): boolean {
  return among.some(({ label, region }) => label === word.label && region !== word.region);
}

/** Tells an atom from one of the same label: of one pathway only, or by its name. */
function whichOf({ atoms }: JointSpace, level: number): string {
  const atom = atoms[level];
  if (atom?.sides[1].level === undefined) return "in the first";
  return atom.sides[0].level === undefined ? "in the second" : atom.atom.name;
}

function namedConditions(space: JointSpace, { diagrams }: Side, at: SideAt): readonly Word[] {
  const { scores, definitions } = diagrams.pathway;
  const region = (condition: Expression): NodeId =>
    space.take(at, diagrams.closed.coding.store, diagrams.closed.truth(condition), (end) => (end === TRUE ? IN : OUT));
  const strata = scores.flatMap((score) =>
    score.schemes.flatMap((scheme) =>
      scheme.strata.flatMap(({ id, label }) => {
        const { span } = score;
        const left: Expression = { kind: "stratum", score: score.id, scheme: scheme.id, span };
        const right: Expression = { kind: "code", value: id, span };
        const condition: Expression = { kind: "comparison", operator: "=", left, right, span };
        return isCovered(diagrams, condition)
          ? withOpposite(space, `${score.label}: ${label}`, `${score.label}: not ${label}`, region(condition))
          : [];
      }),
    ),
  );
  const defined = definitions.flatMap(({ label, when }) =>
    isCovered(diagrams, when) ? withOpposite(space, label, `not (${label})`, region(when)) : [],
  );
  return [...strata, ...defined];
}

/** True when the diagram's atoms are fine enough to tell the condition. */
function isCovered({ pathway, index, atoms }: Diagrams, condition: Expression): boolean {
  return collectAtoms(pathway, index, [condition], new Set()).every((wanted) => {
    const atom = atoms.find(({ kind, name }) => kind === wanted.kind && name === wanted.name);
    if (atom?.kind !== "feature" || wanted.kind !== "feature") return atom !== undefined;
    const cuts = atom.cuts?.thresholds ?? [];
    return (wanted.cuts?.thresholds ?? []).every((threshold) => cuts.some((cut) => cut.eq(threshold)));
  });
}

function withOpposite(space: JointSpace, label: string, opposite: string, region: NodeId): readonly Word[] {
  return [
    { label, region, negative: false, fact: false },
    { label: opposite, region: space.without(space.everywhere, region), negative: true, fact: false },
  ];
}

function atomWords(space: JointSpace, level: number, sides: readonly [Side, Side]): readonly Word[] {
  const atom = space.atoms[level]?.atom;
  if (atom === undefined) return [];
  if (atom.kind === "opaque")
    return withOpposite(
      space,
      atom.name,
      `not ${atom.name}`,
      space.where(level, (state) => state === 1),
    );
  const owner = sides.find(({ diagrams }) => diagrams.index.features.has(atom.feature)) ?? sides[0];
  const feature = getPart(owner.diagrams.index.features, atom.feature);
  if (feature.type.kind !== "truth" && feature.type.kind !== "choice") return numberWords(space, level, feature);
  return atom.values.flatMap(({ label, example }, at): readonly Word[] => {
    const region = space.where(level, (state) => state === at);
    const word = { label: `${feature.label}: ${label}`, region, negative: false, fact: feature.presume !== example };
    const opposite = `${feature.label}: not ${label}`;
    const without = { label: opposite, region: space.without(space.everywhere, region), negative: true, fact: false };
    return feature.type.kind === "truth" ? [word] : [word, without];
  });
}

function numberWords(space: JointSpace, level: number, { label, type }: CaseFeature): readonly Word[] {
  const atom = space.atoms[level]?.atom;
  if (atom?.kind !== "feature") return [];
  const numbers = atom.values.map(({ example }) => toNumber(example));
  return (atom.cuts?.thresholds ?? []).flatMap((threshold) => {
    const shown = type.kind === "quantity" ? `${threshold.toString()} ${type.unit}` : threshold.toString();
    return [
      ...withOpposite(
        space,
        `${label} < ${shown}`,
        `${label} ≥ ${shown}`,
        space.where(level, (state) => numbers[state]?.lt(threshold) === true),
      ),
      ...withOpposite(
        space,
        `${label} > ${shown}`,
        `${label} ≤ ${shown}`,
        space.where(level, (state) => numbers[state]?.gt(threshold) === true),
      ),
    ];
  });
}
