import type { Atom } from "../compile/atom.ts";
import type { NodeId } from "../compile/diagram-store.ts";
import type { Facts } from "../facts/facts.ts";
import type { PathwayIndex } from "../facts/pathway-index.ts";
import { COSTS, type Cost } from "../model/feature.ts";
import { ExpectedQuestions } from "./expected-questions.ts";
import type { OpenDiagram } from "./open-diagram.ts";
import { answersTo, type OpenQuestion, openQuestions } from "./open-questions.ts";

/** A question with its place in the order. */
export interface RankedQuestion extends OpenQuestion {
  /** How many questions are to be expected until the advice is settled, this one included, when it is put now. */
  readonly expected: number;
}

/**
 * What is asked at the bedside comes before a laboratory, and that before imaging, however much one test could tell: as
 * long as talking to and examining the patient can still change the advice, nobody is sent for a test.
 */
const TIERS: Readonly<Record<Cost, number>> = { history: 0, examination: 0, laboratory: 1, imaging: 2 };

/** Differences below this are rounding. */
const SAME = 1e-9;

/** The questions that can still change the outcome below a node: by tier, then fewest expected, then cheapest, then the pathway's order. */
export function rankQuestions(
  index: PathwayIndex,
  atoms: readonly Atom[],
  open: OpenDiagram,
  facts: Facts,
  root: NodeId = open.root,
): readonly RankedQuestion[] {
  const questions = openQuestions(index, atoms, open.levels(root), facts);
  const answered = questions.map((question) => ({
    levels: question.levels,
    answers: answersTo(index, atoms, open, question),
  }));
  const expected = new ExpectedQuestions(open, answered).from(root);
  // The sort is stable, and the questions come in the pathway's order.
  return questions
    .map((question, at) => ({ ...question, expected: expected[at] ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => TIERS[a.feature.cost] - TIERS[b.feature.cost] || fewer(a, b) || costOf(a) - costOf(b));
}

function fewer({ expected: a }: RankedQuestion, { expected: b }: RankedQuestion): number {
  return a === b || Math.abs(a - b) < SAME ? 0 : a - b;
}

function costOf({ feature }: OpenQuestion): number {
  return COSTS.indexOf(feature.cost);
}
