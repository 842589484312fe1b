import type { Pathway, Rule, Stage } from "../model/pathway.ts";
import { type ConditionCompiler, FALSE, TRUE } from "./compile-condition.ts";
import { type NodeId, operation } from "./diagram-store.ts";
import { CLASH, FIRST_ADVICE, GAP, NEEDS, type Outcome } from "./outcome.ts";
import { keptOperation, type Workbench } from "./workbench.ts";

/** Every distinct advice of the rules, in the order of the stages: a recommendation with its follow-up. */
export function listAdvice(pathway: Pathway, profile: string): readonly Extract<Outcome, { kind: "advice" }>[] {
  const advice = pathway.stages.flatMap(({ rules }) => rulesOf(rules, profile).map((rule) => adviceOf(rule, profile)));
  return [...new Map(advice.map((one) => [keyOf(one), one])).values()];
}

/** The rules that a profile has. */
export function rulesOf(rules: readonly Rule[], profile: string): readonly Rule[] {
  return rules.filter(({ profiles }) => profiles.length === 0 || profiles.includes(profile));
}

/** What a rule advises under a profile, with the window that holds there. */
export function adviceOf(rule: Rule, profile: string): Extract<Outcome, { kind: "advice" }> {
  const followUp = rule.followUp && (rule.followUp.byProfile[profile] ?? rule.followUp.default);
  return { kind: "advice", code: rule.advise, ...(followUp === undefined ? {} : { followUp }) };
}

function keyOf({ code, followUp }: Extract<Outcome, { kind: "advice" }>): string {
  return followUp === undefined ? code : `${code} ${followUp}`;
}

/** How far a stage order has come: diagrams of what is settled after each stage, and of each rule. */
export interface StageDiagrams {
  readonly outcome: NodeId;
  /** Before each stage: whether it is reached, that is, no rule of an earlier stage holds. */
  readonly reached: readonly { readonly stage: Stage; readonly running: NodeId }[];
  readonly rules: ReadonlyMap<string, NodeId>;
}

/**
 * Folds the stages of a fully known patient into one diagram of outcomes.
 * A rule that rules out on something only presumed or assumed is open: it neither holds nor is refuted. The fold carries
 * the advice of open rules along (nothing, one advice, or several), as the interpreter's pass does. It differs in one
 * thing: rules that clash behind an open rule are a question first, since the answer may settle the earlier stage.
 */
export class StageCompiler {
  readonly #workbench: Workbench;
  readonly #compiler: ConditionCompiler;
  readonly #profile: string;
  readonly #advice: ReadonlyMap<string, number>;
  readonly #width: number;
  readonly #establishedFrom: (feature: string) => NodeId;

  constructor(
    workbench: Workbench,
    advice: readonly Extract<Outcome, { kind: "advice" }>[],
    establishedFrom: (feature: string) => NodeId,
  ) {
    this.#workbench = workbench;
    this.#compiler = workbench.complete;
    this.#profile = workbench.complete.profile;
    this.#advice = new Map(advice.map((one, at) => [keyOf(one), at]));
    this.#width = advice.length + SOME;
    this.#establishedFrom = establishedFrom;
  }

  fold(stages: readonly Stage[]): StageDiagrams {
    const { store } = this.#compiler.coding;
    const width = this.#width;
    const rules = new Map<string, NodeId>();
    const reached: { stage: Stage; running: NodeId }[] = [];
    const step = keptOperation(this.#workbench, "step", () =>
      operation((state, stage) => this.#step(state, stage), { decides: (state) => state >= width }),
    );
    let state = store.terminal(NOTHING);
    for (const stage of stages) {
      reached.push({ stage, running: store.map(state, (value) => (value < width ? TRUE : FALSE)) });
      state = store.combine(step, state, this.#stage(stage, rules));
    }
    const outcome = store.map(state, (value) => (value >= width ? value - width : value === NOTHING ? GAP : NEEDS));
    return { outcome, reached, rules };
  }

  /** A stage's ends are pairs: what its holding rules say, and what its open rules say. */
  #stage(stage: Stage, rules: Map<string, NodeId>): NodeId {
    const { store } = this.#compiler.coding;
    const width = this.#width;
    const join = keptOperation(this.#workbench, "join", () =>
      operation(
        (left, right) =>
          joinAdvice(Math.floor(left / width), Math.floor(right / width)) * width +
          joinAdvice(left % width, right % width),
        { commutes: true },
      ),
    );
    return rulesOf(stage.rules, this.#profile)
      .map((rule) => {
        const when = this.#compiler.truth(rule.when);
        rules.set(rule.id, when);
        const established = rule.known
          .map(this.#establishedFrom)
          .reduce((left, right) => this.#compiler.connect("and", left, right), store.terminal(TRUE));
        const advice = SOME + (this.#advice.get(keyOf(adviceOf(rule, this.#profile))) ?? 0);
        const guarded = keptOperation(this.#workbench, `guard ${advice}`, () =>
          operation((holds, known) => (holds !== TRUE ? 0 : known === TRUE ? advice * width : advice), {
            decides: (holds) => holds === FALSE,
          }),
        );
        return store.combine(guarded, when, established);
      })
      .reduce((left, right) => store.combine(join, left, right), store.terminal(NOTHING));
  }

  /** Values below the width are the advice of rules still open; those from the width on are settled outcomes. */
  #step(open: number, stage: number): number {
    const width = this.#width;
    const held = Math.floor(stage / width);
    const stillOpen = joinAdvice(open, stage % width);
    if (held === NOTHING) return stillOpen;
    if (held === SEVERAL) return width + (stillOpen === NOTHING ? CLASH : NEEDS);
    return stillOpen === NOTHING || stillOpen === held ? width + FIRST_ADVICE + held - SOME : width + NEEDS;
  }
}

const NOTHING = 0;
const SEVERAL = 1;
const SOME = 2;

/** None, one advice, or several different ones. */
function joinAdvice(left: number, right: number): number {
  if (left === NOTHING || left === right) return right;
  return right === NOTHING ? left : SEVERAL;
}
