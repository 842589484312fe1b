import type { Diagrams } from "../compile/build-diagrams.ts";
import { FALSE, TRUE } from "../compile/compile-condition.ts";
import { adviceOf, rulesOf } from "../compile/compile-stages.ts";
import type { NodeId } from "../compile/diagram-store.ts";
import { CLASH, FIRST_ADVICE, GAP, NEEDS, type Outcome } from "../compile/outcome.ts";
import type { Rule, Stage } from "../model/pathway.ts";

/** Where an exit of a stage leads. */
export type ExitEnd =
  | Extract<Outcome, { kind: "advice" }>
  /** The rule wants these known, and something of them is only presumed: they are asked before it may rule out. */
  | { readonly kind: "ask"; readonly known: readonly string[] }
  /** Rules of the stage that give different advice. */
  | { readonly kind: "clash" };

/** A rule that some patient who comes to its stage meets, as an edge of the drawing. */
export interface Exit {
  readonly id: string;
  readonly rule: Rule;
  readonly to: ExitEnd;
  /** The patients who take it, over complete states (see `completeArity`): ends are true and false. */
  readonly region: NodeId;
}

/** A stage that some patient comes to, and in which something can be decided. */
export interface OverviewStage {
  readonly stage: Stage;
  /** The patients who come to it, over complete states. */
  readonly come: NodeId;
  readonly exits: readonly Exit[];
  /** Those who meet no rule here, and the stage they come to; without a stage, nothing is advised (a gap). */
  readonly onward: { readonly to: Stage | undefined; readonly region: NodeId } | undefined;
}

/** The stages of a compiled pathway with every way out of them. */
export interface Overview {
  readonly diagrams: Diagrams;
  readonly stages: readonly OverviewStage[];
}

/**
 * The stages with their exits, of patients of whom everything is known, or presumed where it may be. What the diagrams show
 * to be out of reach is absent: stages nobody comes to, and rules nobody meets.
 * INVARIANT: the regions of a stage's exits and of the way onward together are those who come to it; the exits to one end,
 * over all stages, are exactly the patients whom the diagram leads to that end.
 */
export function overviewOf(diagrams: Diagrams): Overview {
  const { stages, complete } = diagrams;
  const regions = new Regions(diagrams);
  const walked: { stage: Stage; come: NodeId; exits: readonly Exit[]; left: NodeId }[] = [];
  let come = complete.coding.store.terminal(TRUE);
  for (const { stage } of stages.reached) {
    const exits = exitsOf(diagrams, regions, stage, come);
    const left = exits.reduce((rest, { region }) => regions.without(rest, region), come);
    if (exits.length > 0) walked.push({ stage, come, exits, left });
    come = left;
  }
  return {
    diagrams,
    stages: walked.map(({ left, ...one }, at) => ({
      ...one,
      onward: left === regions.nowhere ? undefined : { to: walked[at + 1]?.stage, region: left },
    })),
  };
}

/** Diagrams whose ends are true and false, as sets of patients. */
export class Regions {
  readonly diagrams: Diagrams;
  readonly nowhere: NodeId;
  readonly #outcomes = new Map<number, NodeId>();
  readonly #opposites = new Map<NodeId, NodeId>();

  constructor(diagrams: Diagrams) {
    this.diagrams = diagrams;
    this.nowhere = diagrams.complete.coding.store.terminal(FALSE);
  }

  both(left: NodeId, right: NodeId): NodeId {
    return this.diagrams.complete.connect("and", left, right);
  }

  either(left: NodeId, right: NodeId): NodeId {
    return this.diagrams.complete.connect("or", left, right);
  }

  /** What is only unknown on the way to a truth does not count as one. */
  not(region: NodeId): NodeId {
    const known = this.#opposites.get(region);
    if (known !== undefined) return known;
    const made = this.diagrams.complete.coding.store.map(region, (code) => (code === TRUE ? FALSE : TRUE));
    this.#opposites.set(region, made);
    return made;
  }

  without(left: NodeId, right: NodeId): NodeId {
    return this.both(left, this.not(right));
  }

  /** True when somebody is in both. Makes no node, and stops at the first. */
  meet(left: NodeId, right: NodeId): boolean {
    const { store } = this.diagrams.complete.coding;
    const seen = new Map<NodeId, Set<NodeId>>();
    const visit = (a: NodeId, b: NodeId): boolean => {
      if (a === this.nowhere || b === this.nowhere) return false;
      // Every other end is true, and every other node leads to a true end, since no node has equal children alone.
      if (a === b || store.isTerminal(a) || store.isTerminal(b)) return true;
      const known = seen.get(a) ?? new Set();
      if (known.has(b)) return false;
      seen.set(a, known.add(b));
      const level = Math.min(store.levelOf(a), store.levelOf(b));
      const arity = store.arities[level] ?? 0;
      for (let at = 0; at < arity; at++) if (visit(store.follow(a, level, at), store.follow(b, level, at))) return true;
      return false;
    };
    return visit(left, right);
  }

  isInside(inner: NodeId, outer: NodeId): boolean {
    return !this.meet(inner, this.not(outer));
  }

  /** The patients whom the diagram leads to an end. */
  endingIn(end: number): NodeId {
    const known = this.#outcomes.get(end);
    if (known !== undefined) return known;
    const { complete, stages } = this.diagrams;
    const made = complete.coding.store.map(stages.outcome, (value) => (value === end ? TRUE : FALSE));
    this.#outcomes.set(end, made);
    return made;
  }

  /** The number of an outcome among the diagram's ends. */
  numberOf(outcome: Outcome): number {
    if (outcome.kind !== "advice") return { gap: GAP, needs: NEEDS, clash: CLASH }[outcome.kind];
    const at = this.diagrams.outcomes.findIndex(
      (one) => one.kind === "advice" && one.code === outcome.code && one.followUp === outcome.followUp,
    );
    if (at < FIRST_ADVICE) throw new Error(`\`${outcome.code}\` is no advice of this profile`);
    return at;
  }

  /** Those of whom what a rule wants known is known, not presumed. */
  established(known: readonly string[]): NodeId {
    const { complete, atoms } = this.diagrams;
    return known
      .map((feature) => {
        const atom = atoms.find((one) => one.kind === "feature" && one.feature === feature);
        return complete.states(feature, (state) => (state < (atom?.values.length ?? 0) ? TRUE : FALSE));
      })
      .reduce((left, right) => this.both(left, right), complete.coding.store.terminal(TRUE));
  }
}

function exitsOf({ stages, profile }: Diagrams, regions: Regions, stage: Stage, come: NodeId): readonly Exit[] {
  return rulesOf(stage.rules, profile).flatMap((rule) => {
    const when = stages.rules.get(rule.id);
    if (when === undefined) throw new Error(`every rule was compiled, but \`${rule.id}\` was not`);
    const holds = regions.both(come, when);
    const known = regions.established(rule.known);
    const advice = adviceOf(rule, profile);
    const firm = regions.both(holds, known);
    const ways: readonly Omit<Exit, "rule">[] = [
      { id: rule.id, to: advice, region: regions.both(firm, regions.endingIn(regions.numberOf(advice))) },
      {
        id: `${rule.id}-ask`,
        to: { kind: "ask", known: rule.known },
        region: regions.both(regions.without(holds, known), regions.endingIn(NEEDS)),
      },
      { id: `${rule.id}-clash`, to: { kind: "clash" }, region: regions.both(firm, regions.endingIn(CLASH)) },
    ];
    return ways.filter(({ region }) => region !== regions.nowhere).map((way) => ({ ...way, rule }));
  });
}
