import type { NodeId } from "../../src/pathway/compile/diagram-store.ts";
import { encodeFacts } from "../../src/pathway/compile/encode-facts.ts";
import { OpenDiagram } from "../../src/pathway/consult/open-diagram.ts";
import { answersTo, openQuestions, type WeighedAnswer } from "../../src/pathway/consult/open-questions.ts";
import type { PreparedPathway } from "../../src/pathway/consult/prepare-pathway.ts";
import { rankQuestions } from "../../src/pathway/consult/rank-questions.ts";
import type { Facts } from "../../src/pathway/facts/facts.ts";

/** Expected numbers of questions until the advice is settled, for one patient. */
export interface StrategyLengths {
  /** Of the best strategy there is, found by trying every question after every answer. */
  readonly best: number;
  /** Of the strategy that puts the first question, looks again after the answer, and so on. */
  readonly ours: number;
  /** What was announced with the first question. */
  readonly announced: number;
  readonly questions: number;
}

/** Measures the order of questions against exhaustive search, by the same model of answers. */
export function measureStrategy(prepared: PreparedPathway, facts: Facts): StrategyLengths {
  const { index, atoms } = prepared;
  const open = new OpenDiagram(prepared, encodeFacts(index, atoms, facts));
  const questions = openQuestions(index, atoms, open.levels(), facts);
  const answers = new Map(questions.map((one) => [one.feature.id, answersTo(index, atoms, open, one)]));
  const [first] = rankQuestions(index, atoms, open, facts);
  /** The length when each answer is followed by `next`. */
  const lengthOf = (id: NodeId, options: readonly WeighedAnswer[], next: (id: NodeId) => number): number =>
    options.reduce((sum, { share, found }) => sum + share * next(open.after(id, found)), 1);
  const relevant = (id: NodeId) => {
    const levels = new Set(open.levels(id));
    return questions.filter((question) => question.levels.some((level) => levels.has(level)));
  };
  const best = memoised((id) =>
    open.isSettled(id)
      ? 0
      : Math.min(...relevant(id).map((one) => lengthOf(id, answers.get(one.feature.id) ?? [], best))),
  );
  const ours = memoised((id) => {
    const [next] = open.isSettled(id) ? [] : rankQuestions(index, atoms, open, facts, id);
    return next === undefined ? 0 : lengthOf(id, answers.get(next.feature.id) ?? [], ours);
  });
  return {
    best: best(open.root),
    ours: ours(open.root),
    announced: first?.expected ?? 0,
    questions: questions.length,
  };
}

function memoised(compute: (id: NodeId) => number): (id: NodeId) => number {
  const memo = new Map<NodeId, number>();
  return (id) => {
    const known = memo.get(id) ?? compute(id);
    memo.set(id, known);
    return known;
  };
}
