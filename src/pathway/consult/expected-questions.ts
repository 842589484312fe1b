import type { NodeId } from "../compile/diagram-store.ts";
import type { OpenDiagram } from "./open-diagram.ts";
import type { WeighedAnswer } from "./open-questions.ts";

/** How many answers may be followed for one patient before the remaining questions are left in the order of the stages. */
export const LOOKAHEAD_NODES = 100_000;

/**
 * How many questions are still to be expected, the one now put included, for each question that could be put now.
 *
 * Finding the best order exactly means trying every order. This looks one question ahead: after the question now put, the
 * rest is asked in the order of the stages, each question only where it can still change the outcome, until it is settled.
 * That plan's expected length is found by dynamic programming over the nodes of the open diagram. By the policy improvement
 * theorem (Howard 1960) choosing anew in this way after each answer needs no more questions than the order of the stages.
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
    for (const [at, { levels }] of questions.entries()) for (const level of levels) this.#ownerOf.set(level, at);
  }

  /** For each question what is to be expected when it is put first; infinite for those not reached within the bound. */
  from(root: NodeId): readonly number[] {
    const before = this.#open.store.size;
    return this.#answers.map((answers) =>
      this.#open.store.size - before > LOOKAHEAD_NODES ? Number.POSITIVE_INFINITY : this.#after(root, answers),
    );
  }

  #after(root: NodeId, answers: readonly WeighedAnswer[]): number {
    return answers.reduce((sum, { share, found }) => sum + share * this.#expected(this.#open.after(root, found)), 1);
  }

  /** The length of the plan that asks in the order of the stages. */
  #expected(id: NodeId): number {
    const known = this.#rest.get(id);
    if (known !== undefined) return known;
    const owner = this.#open.isSettled(id) ? undefined : this.#ownerOf.get(this.#open.store.levelOf(id));
    const made = owner === undefined ? 0 : this.#after(id, this.#answers[owner] ?? []);
    this.#rest.set(id, made);
    return made;
  }
}
