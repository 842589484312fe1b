import { unreachable } from "../../kernel/result.ts";
import { AND, combine, IMPLIES, OR, type Truth, type TruthTable, XOR } from "../../kernel/truth.ts";
import { areEqual } from "../facts/facts.ts";
import { compare, point } from "../facts/interval.ts";
import { measureOf } from "../facts/measure-of-feature.ts";
import { getPart, type PathwayIndex } from "../facts/pathway-index.ts";
import type { Connective, Expression } from "../language/expression.ts";
import type { FindingValue } from "../model/feature.ts";
import type { Atom, AtomValue } from "./atom.ts";
import { type ComparisonOf, classifyComparison, isNumber } from "./classify-comparison.ts";
import { ScoreDiagrams } from "./compile-score.ts";
import { ConditionNotCompilable } from "./condition-not-compilable.ts";
import { type DiagramStore, type NodeId, type Operation, operation } from "./diagram-store.ts";

/** The end of a diagram of a condition that does not hold. */
export const FALSE = 0;
/** The end where it holds. */
export const TRUE = 1;
/** The end where it is not known whether it holds. */
export const OPEN = 2;

const TRUTH_OF = [false, true, "unknown"] as const;
/** The end that stands for a truth value. */
export const codeOfTruth = (truth: Truth): number => (truth === "unknown" ? OPEN : truth ? TRUE : FALSE);
const truthOf = (code: number): Truth => TRUTH_OF[code] ?? "unknown";

/** What a diagram's states mean: all states of an atom and the value each stands for. */
export interface Coding {
  readonly atoms: readonly Atom[];
  readonly store: DiagramStore;
  /** The value a state stands for; undefined when the state is unknown. */
  valueOf(atom: Atom, state: number): AtomValue | undefined;
}

const TABLES: Readonly<Record<Connective, TruthTable>> = { and: AND, or: OR, xor: XOR, implies: IMPLIES };

/** Turns conditions into diagrams over atoms, in Kleene's logic: an end is false, true or unknown. */
export class ConditionCompiler {
  readonly index: PathwayIndex;
  readonly profile: string;
  readonly coding: Coding;
  readonly #levels: ReadonlyMap<string, number>;
  readonly #definitions = new Map<string, NodeId>();
  readonly #operations: ReadonlyMap<Connective, Operation>;
  readonly #equal: Operation;
  readonly #values: (FindingValue | undefined)[] = [undefined];
  readonly #scores: ScoreDiagrams;

  constructor(index: PathwayIndex, profile: string, coding: Coding) {
    this.index = index;
    this.profile = profile;
    this.coding = coding;
    this.#levels = new Map(coding.atoms.map((atom, level) => [`${atom.kind} ${atom.name}`, level]));
    this.#operations = operationsOf(coding.store);
    // Two values are the same; while either is unknown, so is the answer.
    this.#equal = operation((a, b) => (a === 0 || b === 0 ? OPEN : a === b ? TRUE : FALSE), { commutes: true });
    this.#scores = new ScoreDiagrams(coding.store, index, (condition) => this.truth(condition));
  }

  truth(expression: Expression): NodeId {
    const { store } = this.coding;
    switch (expression.kind) {
      case "truth":
        return store.terminal(codeOfTruth(expression.value));
      case "feature":
        return this.literal(expression.id, (value) => (value === undefined ? "unknown" : value.example === true));
      case "definition":
        return this.#definition(expression.id);
      case "not":
        return store.map(this.truth(expression.operand), (code) => (code === OPEN ? OPEN : TRUE - code));
      case "connective":
        return this.connect(expression.operator, this.truth(expression.left), this.truth(expression.right));
      case "comparison":
        return this.#comparison(expression);
      case "membership":
        return expression.list
          .map((member) => this.#same(expression.element, member))
          .reduce((left, right) => this.connect("or", left, right), store.terminal(FALSE));
      default:
        throw new ConditionNotCompilable(`has \`${expression.kind}\` in the place of a condition`, expression.span);
    }
  }

  connect(operator: Connective, left: NodeId, right: NodeId): NodeId {
    return this.coding.store.combine(getPart(this.#operations, operator), left, right);
  }

  /** The diagram of one feature's atom, with a truth for each value. */
  literal(feature: string, judge: (value: AtomValue | undefined) => Truth): NodeId {
    return this.#atomDiagram(`feature ${feature}`, (value) => codeOfTruth(judge(value)));
  }

  /** One number for each state of a feature's atom. */
  states(feature: string, code: (state: number) => number): NodeId {
    const level = getPart(this.#levels, `feature ${feature}`);
    const { store } = this.coding;
    return store.node(
      level,
      Array.from({ length: store.arities[level] ?? 0 }, (_, state) => store.terminal(code(state))),
    );
  }

  #atomDiagram(key: string, code: (value: AtomValue | undefined) => number): NodeId {
    const level = getPart(this.#levels, key);
    const { atoms, store } = this.coding;
    const atom = atoms[level];
    if (atom === undefined) throw new Error("every level has its atom");
    const states = Array.from({ length: store.arities[level] ?? 0 }, (_, state) =>
      code(this.coding.valueOf(atom, state)),
    );
    return store.node(
      level,
      states.map((state) => store.terminal(state)),
    );
  }

  #definition(id: string): NodeId {
    const known = this.#definitions.get(id);
    if (known !== undefined) return known;
    const made = this.truth(getPart(this.index.definitions, id).when);
    this.#definitions.set(id, made);
    return made;
  }

  #comparison(expression: ComparisonOf): NodeId {
    const { operator, left, right } = expression;
    if (isNumber(this.index, left) || isNumber(this.index, right)) return this.#numbers(expression);
    const same = this.#same(left, right);
    return operator === "=" ? same : this.coding.store.map(same, (code) => (code === OPEN ? OPEN : TRUE - code));
  }

  #same(left: Expression, right: Expression): NodeId {
    return this.coding.store.combine(this.#equal, this.#codes(left), this.#codes(right));
  }

  #numbers(expression: ComparisonOf): NodeId {
    const comparison = classifyComparison(this.index, expression);
    const { store } = this.coding;
    switch (comparison.kind) {
      case "constant":
        return store.terminal(codeOfTruth(comparison.truth));
      case "threshold": {
        const { type } = getPart(this.index.features, comparison.feature);
        const at = point(comparison.threshold);
        return this.literal(comparison.feature, (value) =>
          compare(comparison.operator, measureOf(type, value?.example).interval, at),
        );
      }
      case "scores":
        return this.#scores.compare(expression.operator, expression.left, expression.right);
      case "opaque": {
        const { atom, negated } = comparison;
        return this.#atomDiagram(`opaque ${atom.name}`, (value) =>
          value === undefined ? OPEN : codeOfTruth((value.example === true) !== negated),
        );
      }
      case "unsupported":
        throw new ConditionNotCompilable("compares a score with a quantity", expression.span);
      default:
        return unreachable(comparison);
    }
  }

  /** A code, choice, category or yes/no as a diagram whose ends are numbered values, 0 for unknown. */
  #codes(expression: Expression): NodeId {
    const { store } = this.coding;
    switch (expression.kind) {
      case "code":
      case "truth":
        return store.terminal(this.#number(expression.value));
      case "profile":
        return store.terminal(this.#number(this.profile));
      case "stratum":
        return store.map(this.#scores.stratum(expression.score, expression.scheme), (at) =>
          this.#number(at < 0 ? undefined : this.#stratumAt(expression.score, expression.scheme, at)),
        );
      case "feature":
        return this.#atomDiagram(`feature ${expression.id}`, (value) => this.#number(value?.example));
      default:
        return store.map(this.truth(expression), (code) => this.#number(code === OPEN ? undefined : code === TRUE));
    }
  }

  #stratumAt(score: string, scheme: string, at: number): string | undefined {
    return getPart(this.index.scores, score).schemes.find(({ id }) => id === scheme)?.strata[at]?.id;
  }

  #number(value: FindingValue | undefined): number {
    const known = this.#values.findIndex((other) =>
      other === undefined || value === undefined ? other === value : areEqual(other, value),
    );
    if (known >= 0) return known;
    this.#values.push(value);
    return this.#values.length - 1;
  }
}

const operationsByStore = new WeakMap<DiagramStore, ReadonlyMap<Connective, Operation>>();

/** One set for a store, so that what two pathways in it have in common is computed once. */
function operationsOf(store: DiagramStore): ReadonlyMap<Connective, Operation> {
  const known = operationsByStore.get(store);
  if (known !== undefined) return known;
  const made = new Map(
    Object.entries(TABLES).map(([name, table]) => [connectiveOf(name), toOperation(connectiveOf(name), table)]),
  );
  operationsByStore.set(store, made);
  return made;
}

function connectiveOf(name: string): Connective {
  if (name === "and" || name === "or" || name === "xor" || name === "implies") return name;
  throw new Error(`there is no connective \`${name}\``);
}

function toOperation(name: Connective, table: TruthTable): Operation {
  const on = (left: number, right: number) => codeOfTruth(combine(table, truthOf(left), truthOf(right)));
  if (name === "and") return operation(on, { decides: (left) => left === FALSE, commutes: true });
  if (name === "or") return operation(on, { decides: (left) => left === TRUE, commutes: true });
  return operation(on, { commutes: name === "xor" });
}
