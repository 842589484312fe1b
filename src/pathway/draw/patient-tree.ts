import type { Atom } from "../compile/atom.ts";
import type { NodeId } from "../compile/diagram-store.ts";
import type { Outcome } from "../compile/outcome.ts";
import { OpenDiagram } from "../consult/open-diagram.ts";
import { answersTo } from "../consult/open-questions.ts";
import type { PreparedPathway } from "../consult/prepare-pathway.ts";
import { rankQuestions } from "../consult/rank-questions.ts";
import type { Facts } from "../facts/facts.ts";
import { getPart } from "../facts/pathway-index.ts";
import type { CaseFeature } from "../model/feature.ts";
import { alternatives, printTerm } from "../print/print-condition.ts";

/** What may still happen to one patient, as a tree of questions. */
export type TreeNode =
  | { readonly kind: "end"; readonly outcome: Outcome }
  | {
      readonly kind: "question";
      readonly feature: CaseFeature;
      readonly branches: readonly TreeBranch[];
    }
  /** A part of the tree that is not drawn: how much of it there is, and every end it can lead to. */
  | {
      readonly kind: "folded";
      readonly feature: CaseFeature;
      readonly questions: number;
      readonly ends: readonly Outcome[];
    };

/** The answers that lead to the same part of the tree; the last branch is that it is not known. */
export interface TreeBranch {
  readonly answer: string;
  readonly unknown: boolean;
  /** What each of the answers finds: closed states by level (see `closedArity`), zero for what it leaves unknown. */
  readonly finds: readonly ReadonlyMap<number, number>[];
  readonly to: TreeNode;
}

/** More questions than these are folded: a tree that is drawn has to be read. */
export const MOST_QUESTIONS = 7;

interface Pending {
  readonly id: NodeId;
  readonly place: (node: TreeNode) => void;
}

/**
 * The diagram restricted to what is known of a patient, best question first, as far as `most` questions go; the rest is
 * folded and counted. INVARIANT: every answer of a question drawn is on one branch, and what a branch is folded to names
 * every end that it leads to.
 */
export function treeOf(
  prepared: PreparedPathway,
  states: Uint8Array,
  facts: Facts,
  most: number = MOST_QUESTIONS,
): TreeNode {
  const open = new OpenDiagram(prepared, states);
  const grown = new Tree(prepared, open, facts);
  let questions = 0;
  let root: TreeNode | undefined;
  // Known answers are grown before unknown ones, and near ones before far ones.
  const known: Pending[] = [{ id: open.root, place: (node) => (root = node) }];
  const unknown: Pending[] = [];
  for (let next = known.shift() ?? unknown.shift(); next !== undefined; next = known.shift() ?? unknown.shift()) {
    if (open.store.isTerminal(next.id)) next.place({ kind: "end", outcome: grown.outcomeAt(next.id) });
    else if (questions >= most) next.place(grown.fold(next.id));
    else {
      questions++;
      next.place(grown.ask(next.id, (id, isUnknown, place) => (isUnknown ? unknown : known).push({ id, place })));
    }
  }
  if (root === undefined) throw new Error("a tree has a root");
  return root;
}

class Tree {
  readonly #prepared: PreparedPathway;
  readonly #open: OpenDiagram;
  readonly #facts: Facts;

  constructor(prepared: PreparedPathway, open: OpenDiagram, facts: Facts) {
    this.#prepared = prepared;
    this.#open = open;
    this.#facts = facts;
  }

  outcomeAt(id: NodeId): Outcome {
    const outcome = this.#prepared.outcomes[this.#open.store.valueOf(id)];
    if (outcome === undefined) throw new Error("every end of the diagram has its outcome");
    return outcome;
  }

  ask(id: NodeId, grow: (id: NodeId, unknown: boolean, place: (node: TreeNode) => void) => void): TreeNode {
    const { index, atoms } = this.#prepared;
    const question = this.#next(id);
    const answers = answersTo(index, atoms, this.#open, question).map(({ found }) => ({
      found,
      words: this.#wordsFor(found, question.levels, question.feature),
      to: this.#open.after(id, found),
    }));
    const targets = [...new Set(answers.map(({ to }) => to))];
    const branches: (Omit<TreeBranch, "to"> & { to: TreeNode })[] = [];
    const statesOf = (found: ReadonlyMap<number, number>) =>
      new Map([...found].map(([level, place]) => [level, this.#open.stateAt(level, place)]));
    const add = (answer: string, found: readonly ReadonlyMap<number, number>[], to: NodeId): void => {
      const unknown = found.length === 0;
      const branch = {
        answer,
        unknown,
        finds: found.map(statesOf),
        to: { kind: "end", outcome: { kind: "needs" } } as TreeNode,
      };
      branches.push(branch);
      grow(to, unknown, (node) => {
        branch.to = node;
      });
    };
    for (const target of targets) {
      const own = answers.filter(({ to }) => to === target);
      add(
        alternatives(own.map(({ words }) => words)),
        own.map(({ found }) => found),
        target,
      );
    }
    add("not known", [], this.#withoutAsking(id, question.levels));
    return { kind: "question", feature: question.feature, branches };
  }

  fold(id: NodeId): TreeNode {
    const { index, atoms } = this.#prepared;
    const ends = new Map<NodeId, Outcome>();
    const seen = new Set<NodeId>();
    const pending = [id];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      if (this.#open.store.isTerminal(at)) ends.set(at, this.outcomeAt(at));
      else pending.push(...this.#open.store.childrenOf(at));
    }
    const ranked = rankQuestions(index, atoms, this.#open, this.#facts, id);
    return { kind: "folded", feature: this.#next(id).feature, questions: ranked.length, ends: [...ends.values()] };
  }

  #next(id: NodeId) {
    const { index, atoms } = this.#prepared;
    const [question] = rankQuestions(index, atoms, this.#open, this.#facts, id);
    if (question === undefined) throw new Error("what is open has a question");
    return question;
  }

  /** Asked and not known: the questions that are left are the others. */
  #withoutAsking(id: NodeId, levels: readonly number[]): NodeId {
    return this.#open.after(id, new Map(levels.map((level) => [level, 0])));
  }

  #wordsFor(found: ReadonlyMap<number, number>, levels: readonly number[], feature: CaseFeature): string {
    const words = levels.flatMap((level) => {
      const atom = this.#prepared.atoms[level];
      const place = found.get(level) ?? 0;
      const value = atom?.values[this.#open.stateAt(level, place) - 1];
      return atom === undefined || value === undefined ? [] : [this.#valueWords(atom, value.label, feature)];
    });
    return words.length > 0 ? words.join(", ") : "another value";
  }

  #valueWords(atom: Atom, label: string, asked: CaseFeature): string {
    const { index } = this.#prepared;
    if (atom.kind === "opaque") {
      const { operator, left, right } = atom.comparison;
      const words = `${printTerm(index, left)} ${operator} ${printTerm(index, right)}`;
      return label === "no" ? `not ${words}` : words;
    }
    return atom.feature === asked.id ? label : `${getPart(index.features, atom.feature).label}: ${label}`;
  }
}
