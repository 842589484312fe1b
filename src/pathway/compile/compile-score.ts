import { decimal } from "../../clinical/quantity.ts";
import type { Truth } from "../../kernel/truth.ts";
import { compare, compute, type Interval, point } from "../facts/interval.ts";
import { getPart, type PathwayIndex } from "../facts/pathway-index.ts";
import type { Comparison, Expression } from "../language/expression.ts";
import { type DiagramStore, type NodeId, operation } from "./diagram-store.ts";

const OPEN = 2;
const TRUE = 1;

/**
 * Scores as diagrams, by dynamic programming over the interval of the total: after each item a diagram's ends are the
 * intervals that are possible so far, of which there are at most as many as pairs of sums, however many items there are.
 */
export class ScoreDiagrams {
  readonly #store: DiagramStore;
  readonly #index: PathwayIndex;
  readonly #truth: (condition: Expression) => NodeId;
  readonly #totals = new Map<string, NodeId>();
  readonly #strata = new Map<string, NodeId>();
  readonly #intervals: Interval[] = [];
  readonly #places = new Map<string, number>();

  constructor(store: DiagramStore, index: PathwayIndex, truth: (condition: Expression) => NodeId) {
    this.#store = store;
    this.#index = index;
    this.#truth = truth;
  }

  /** The position of the category that holds the whole interval; -1 while it spans several. */
  stratum(score: string, scheme: string): NodeId {
    const key = `${score}.${scheme}`;
    const known = this.#strata.get(key);
    if (known !== undefined) return known;
    const strata = getPart(this.#index.scores, score).schemes.find(({ id }) => id === scheme)?.strata ?? [];
    const made = this.#store.map(this.#total(score), (at) => {
      const { low, high } = this.#intervalAt(at);
      return strata.findIndex(
        ({ from, to }) => (from === undefined || low.gte(from)) && (to === undefined || high.lte(to)),
      );
    });
    this.#strata.set(key, made);
    return made;
  }

  compare(operator: Comparison, left: Expression, right: Expression): NodeId {
    const judge = operation((a, b) => code(compare(operator, this.#intervalAt(a), this.#intervalAt(b))));
    return this.#store.combine(judge, this.#measure(left), this.#measure(right));
  }

  #measure(expression: Expression): NodeId {
    switch (expression.kind) {
      case "score":
        return this.#total(expression.id);
      case "number":
        return this.#store.terminal(this.#placeOf(point(expression.value)));
      case "parameter":
        return this.#store.terminal(this.#placeOf(point(getPart(this.#index.parameters, expression.id).value.value)));
      case "arithmetic": {
        const on = (a: number, b: number) =>
          this.#placeOf(compute(expression.operator, this.#intervalAt(a), this.#intervalAt(b)));
        return this.#store.combine(operation(on), this.#measure(expression.left), this.#measure(expression.right));
      }
      default:
        throw new Error(`\`${expression.kind}\` is not compared with a score`);
    }
  }

  #total(id: string): NodeId {
    const known = this.#totals.get(id);
    if (known !== undefined) return known;
    const zero = decimal(0);
    const add = operation((a, b) => this.#placeOf(compute("+", this.#intervalAt(a), this.#intervalAt(b))));
    let total = this.#store.terminal(this.#placeOf(point(zero)));
    for (const { points, when } of getPart(this.#index.scores, id).items) {
      const full = decimal(points);
      const open = { low: points < 0 ? full : zero, high: points > 0 ? full : zero };
      const item = this.#store.map(this.#truth(when), (truth) =>
        this.#placeOf(truth === OPEN ? open : point(truth === TRUE ? full : zero)),
      );
      total = this.#store.combine(add, total, item);
    }
    this.#totals.set(id, total);
    return total;
  }

  #intervalAt(place: number): Interval {
    const interval = this.#intervals[place];
    if (interval === undefined) throw new Error("every end of a score's diagram is an interval");
    return interval;
  }

  #placeOf(interval: Interval): number {
    const key = `${interval.low.toString()} ${interval.high.toString()}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#intervals.push(interval);
    this.#places.set(key, this.#intervals.length - 1);
    return this.#intervals.length - 1;
  }
}

function code(truth: Truth): number {
  return truth === "unknown" ? OPEN : truth ? TRUE : 0;
}
