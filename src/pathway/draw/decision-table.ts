import type { Diagrams } from "../compile/build-diagrams.ts";
import { adviceOf, rulesOf } from "../compile/compile-stages.ts";
import type { NodeId } from "../compile/diagram-store.ts";
import type { Rule, Stage } from "../model/pathway.ts";
import { type ExitEnd, type Overview, Regions } from "./overview.ts";
import { type Column, columnsOf } from "./stage-columns.ts";
import { mergeCubes, splitIntoCubes, type TableSpace } from "./table-cubes.ts";

/** What a row of a table comes to: an end, or the next stage. */
export type RowEnd = ExitEnd | { readonly kind: "onward" };

/** One row: the values of each column that it takes, and what follows. */
export interface TableRow {
  /** Positions of the values taken, for each column; undefined (a dash) where the column does not matter. */
  readonly cells: readonly (readonly number[] | undefined)[];
  readonly to: RowEnd;
  /** The rules that lead there: those that hold of everybody in the row, else those that hold of some. */
  readonly rules: readonly Rule[];
  readonly region: NodeId;
}

/**
 * The decision of one stage as a table (DMN 1.5, section 8): of those who come to the stage, each meets exactly one row
 * (hit policy unique).
 */
export interface StageTable {
  readonly stage: Stage;
  /** Those who come to it, over complete states: no rule of an earlier stage holds, or waits for what is only presumed. */
  readonly come: NodeId;
  /** Each with which of its values those who come can have. */
  readonly columns: readonly (Column & { readonly possible: readonly boolean[] })[];
  readonly rows: readonly TableRow[];
  readonly hitPolicy: "unique";
}

interface Target {
  readonly to: RowEnd;
  readonly region: NodeId;
  readonly rules: readonly Firing[];
}

/** The tables of all stages drawn, computed from their diagrams. */
export function tablesOf({ diagrams, stages }: Overview): readonly StageTable[] {
  const regions = new Regions(diagrams);
  const tables: StageTable[] = [];
  let come = regions.not(regions.nowhere);
  for (const { stage } of stages) {
    const rules = rulesOf(stage.rules, diagrams.profile);
    tables.push(tableOf(diagrams, regions, stage, come));
    for (const { id } of rules) come = regions.without(come, diagrams.stages.rules.get(id) ?? regions.nowhere);
  }
  return tables;
}

function tableOf(diagrams: Diagrams, regions: Regions, stage: Stage, come: NodeId): StageTable {
  const rules = rulesOf(stage.rules, diagrams.profile);
  const targets = targetsOf(diagrams, regions, rules, come);
  const columns = columnsOf(diagrams, regions, rules);
  const space: TableSpace<Target> = { regions, columns, come, targets };
  const cubes = mergeCubes(space, splitIntoCubes(space));
  const possible = columns.map(({ values }) => values.map(({ region }) => regions.meet(come, region)));
  const cells = cubes.map(({ sets }) => columns.map((_, at) => cellOf(sets[at], possible[at] ?? [])));
  const used = columns.map((_, at) => cells.some((row) => row[at] !== undefined));
  const rows = cubes.map(({ target: { to, rules }, region }, row): TableRow => {
    const shown = (cells[row] ?? []).filter((_, at) => used[at]);
    return { cells: shown, to, rules: rulesOfRow(regions, rules, region), region };
  });
  return {
    stage,
    come,
    columns: columns.map((column, at) => ({ ...column, possible: possible[at] ?? [] })).filter((_, at) => used[at]),
    rows: rows.toSorted((a, b) => order(targets, a.to) - order(targets, b.to) || dashes(b) - dashes(a)),
    hitPolicy: "unique",
  };
}

function dashes({ cells }: TableRow): number {
  return cells.filter((cell) => cell === undefined).length;
}

function order(targets: readonly Target[], to: RowEnd): number {
  return targets.findIndex((target) => target.to === to);
}

function cellOf(set: ReadonlySet<number> | undefined, possible: readonly boolean[]): readonly number[] | undefined {
  if (possible.every((can, at) => !can || set?.has(at))) return undefined;
  return [...(set ?? [])].filter((at) => possible[at]).sort((a, b) => a - b);
}

interface Firing {
  readonly rule: Rule;
  readonly region: NodeId;
}

/** What the rules of a stage say, by themselves: each advice, what must be asked first, differing rules, and the way onward. */
function targetsOf(diagrams: Diagrams, regions: Regions, rules: readonly Rule[], come: NodeId): readonly Target[] {
  const firm: Firing[] = [];
  const open: Firing[] = [];
  for (const rule of rules) {
    const holds = regions.both(come, diagrams.stages.rules.get(rule.id) ?? regions.nowhere);
    const known = regions.established(rule.known);
    firm.push({ rule, region: regions.both(holds, known) });
    open.push({ rule, region: regions.without(holds, known) });
  }
  const keyOf = ({ rule }: Firing) => keyOfEnd(adviceOf(rule, diagrams.profile));
  const unite = (firing: readonly Firing[]) =>
    firing.reduce((left, { region }) => regions.either(left, region), regions.nowhere);
  const keys = [...new Set(firm.map(keyOf))];
  const byAdvice = keys.map((key): Target => {
    const own = firm.filter((one) => keyOf(one) === key);
    const others = unite([...firm, ...open].filter((one) => keyOf(one) !== key));
    const [first] = own;
    if (first === undefined) throw new Error("every key has its rules");
    return { to: adviceOf(first.rule, diagrams.profile), region: regions.without(unite(own), others), rules: own };
  });
  const advised = byAdvice.reduce((left, { region }) => regions.either(left, region), regions.nowhere);
  const asked = regions.without(unite(open), advised);
  const met = regions.either(unite(firm), unite(open));
  const known = [...new Set(open.filter(({ region }) => region !== regions.nowhere).flatMap(({ rule }) => rule.known))];
  return [
    ...byAdvice,
    { to: { kind: "ask" as const, known }, region: asked, rules: open },
    { to: { kind: "clash" as const }, region: regions.without(regions.without(met, advised), asked), rules: firm },
    { to: { kind: "onward" as const }, region: regions.without(come, met), rules: [] },
  ].filter(({ region }) => region !== regions.nowhere);
}

/** Two ways out are one when they lead to the same end. */
export function keyOfEnd(to: ExitEnd): string {
  return to.kind === "advice" ? ["advice", to.code, to.followUp ?? ""].join(" ") : to.kind;
}

function rulesOfRow(regions: Regions, firing: readonly Firing[], row: NodeId): readonly Rule[] {
  const all = firing.filter(({ region }) => regions.isInside(row, region));
  const some = firing.filter(({ region }) => regions.meet(row, region));
  return (all.length > 0 ? all : some).map(({ rule }) => rule);
}
