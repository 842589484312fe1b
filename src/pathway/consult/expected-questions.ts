import type { NodeId } from "../compile/diagram-store.ts";
import type { OpenDiagram } from "./open-diagram.ts";
import type { WeighedAnswer } from "./open-questions.ts";

/** With no more questions than this left, every order is tried. */
const FEW = 4;

/** Nodes that may be made for one patient; questions not followed by then keep the pathway's order, last in their tier. */
const MOST_NODES = 100_000;

/**
 * How many questions are still to be expected, the one now put included, for each question that could be put now.
 *
 * Finding the best order exactly means trying every order. This looks one question ahead: after the question now put, the
 * rest follows a plan: while many questions are left, in the order of the stages, each asked only where it can still change
 * the outcome; in the best order once they are few. The plan's expected length is found by dynamic programming over the
 * nodes of the open diagram. Choosing anew in this way after each answer needs no more questions than the plan announced
 * (policy improvement, Howard 1960). What a question costs is not counted here; `rankQuestions` sees to that.
 */
export class ExpectedQuestions {
  readonly #open: OpenDiagram;
  readonly #answers: readonly (readonly WeighedAnswer[])[];
  readonly #ownerOf = new Map<number, number>();
  readonly #rest = new Map<NodeId, number>();

  /** `answers` and `levels` of each question. */
  constructor(
    open: OpenDiagram,
    questions: readonly { readonly levels: readonly number[]; readonly answers: readonly WeighedAnswer[] }[],
  ) {
    this.#open = open;
    this.#answers = questions.map(({ answers }) => answers);
    for (const [at, { levels }] of questions.entries())
      for (const level of levels) if (!this.#ownerOf.has(level)) this.#ownerOf.set(level, at);
  }

  /** For each question what is to be expected when it is put first; infinite for those not reached within the bound. */
  from(root: NodeId): readonly number[] {
    const before = this.#open.store.size;
    return this.#answers.map((answers) =>
      this.#open.store.size - before > MOST_NODES ? Number.POSITIVE_INFINITY : this.#after(root, answers),
    );
  }

  #after(root: NodeId, answers: readonly WeighedAnswer[]): number {
    return answers.reduce((sum, { share, found }) => sum + share * this.#expected(this.#open.after(root, found)), 1);
  }

  /** The length of the best plan while few questions are left, else of the plan that asks in the order of the stages. */
  #expected(id: NodeId): number {
    const known = this.#rest.get(id);
    if (known !== undefined) return known;
    const made = this.#open.isSettled(id) ? 0 : Math.min(...this.#plans(id).map((answers) => this.#after(id, answers)));
    this.#rest.set(id, made);
    return made;
  }

  /** The questions that a plan may go on with. */
  #plans(id: NodeId): readonly (readonly WeighedAnswer[])[] {
    const first = this.#ownerOf.get(this.#open.store.levelOf(id));
    const owners = this.#few(id) ?? (first === undefined ? [] : [first]);
    return [...owners].map((owner) => this.#answers[owner] ?? []);
  }

  /** The questions that matter below a node; undefined when they are more than few. */
  #few(id: NodeId): ReadonlySet<number> | undefined {
    const owners = new Set<number>();
    for (const level of this.#open.levelsBelow(id)) {
      const owner = this.#ownerOf.get(level);
      if (owner !== undefined) owners.add(owner);
      if (owners.size > FEW) return undefined;
    }
    return owners;
  }
}
