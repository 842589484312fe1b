import { type CompiledPathway, compilePathway } from "../../../src/pathway/compile/compile-pathway.ts";
import type { Outcome } from "../../../src/pathway/compile/outcome.ts";
import { runStages } from "../../../src/pathway/evaluate/run-stages.ts";
import { exportCql, STATUS } from "../../../src/pathway/export/cql/export-cql.ts";
import { assembleFacts } from "../../../src/pathway/facts/assemble-facts.ts";
import { Interpreter } from "../../../src/pathway/facts/evaluate-expression.ts";
import { areEqual, type Facts } from "../../../src/pathway/facts/facts.ts";
import type { FeatureId } from "../../../src/pathway/model/feature.ts";
import type { Finding, Statement } from "../../../src/pathway/model/finding.ts";
import type { Pathway } from "../../../src/pathway/model/pathway.ts";
import { toFindings } from "../../../src/pathway/verify/patient.ts";
import { diagramOutcome, passOutcome } from "../compiled-agreement.ts";
import { Dice } from "../dice.ts";
import { type CqlAnswer, CqlPathway } from "./cql-engine.ts";
import { countCells, drawCell, everyCell, quotientDomain, type Sayable } from "./said-of-features.ts";

/** What came of comparing a pathway's CQL with our own evaluation, patient by patient. */
export interface Tally {
  patients: number;
  /** Statements contradict each other: CQL says so and advises nothing. */
  contradictions: number;
  /** Patients by what one pass over the rules comes to. */
  readonly outcomes: Map<string, number>;
  /** Ours concludes by trying the cases of what is unknown; CQL says that more must be known. */
  byCases: number;
  /** Of these, how many had every case tried in CQL, and how many cases that made. */
  casesTried: number;
  cases: number;
  disagreements: number;
  /** The first few disagreements, written out. */
  readonly shown: string[];
}

const MOST_SHOWN = 3;
const MOST_CASES = 400;

/** Compares exported CQL, run by a foreign engine, with the interpreter and the diagram. */
export class CqlAgreement {
  readonly tally: Tally = {
    patients: 0,
    contradictions: 0,
    outcomes: new Map(),
    byCases: 0,
    casesTried: 0,
    cases: 0,
    disagreements: 0,
    shown: [],
  };
  readonly #compiled: CompiledPathway;
  readonly #cql: CqlPathway;
  readonly #domain: ReadonlyMap<FeatureId, Sayable>;
  /** One in so many conclusions by cases has every case tried. */
  readonly #casesEvery: number;

  constructor(pathway: Pathway, profile: string, text: string = exportCql(pathway, profile), casesEvery = 5) {
    const compiled = compilePathway(pathway, profile);
    if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
    this.#compiled = compiled.value;
    this.#cql = new CqlPathway(text, pathway.features);
    this.#domain = new Map(quotientDomain(pathway, profile).map((sayable) => [sayable.feature.id, sayable]));
    this.#casesEvery = casesEvery;
  }

  /** One patient: the same status and advice, unless statements contradict, where both must say that they do. */
  async compare(statements: readonly Statement[]): Promise<void> {
    const { tally } = this;
    const { index, profile } = this.#compiled;
    tally.patients++;
    const answer = await this.#cql.answer(statements);
    const { facts, contradictions } = assembleFacts(index, statements, profile);
    if (contradictions.length > 0) {
      tally.contradictions++;
      if (answer.status !== STATUS.contradiction || answer.recommendation !== null)
        this.#disagree(statements, "contradiction", answer);
      return;
    }
    const expected = passOutcome(this.#compiled, facts);
    const name = wordsFor(expected);
    tally.outcomes.set(name, (tally.outcomes.get(name) ?? 0) + 1);
    if (wordsOf(answer) !== name) return this.#disagree(statements, name, answer);
    if (expected.kind !== "needs") return;
    const concluded = diagramOutcome(this.#compiled, facts);
    if (concluded === undefined || concluded.kind === "needs") return;
    if (tally.byCases++ % this.#casesEvery === 0) await this.#tryCases(statements, wordsFor(concluded));
  }

  #disagree(statements: readonly Statement[], ours: string, answer: CqlAnswer): void {
    this.tally.disagreements++;
    if (this.tally.shown.length >= MOST_SHOWN) return;
    const patient = JSON.stringify(toFindings({ profile: this.#compiled.profile, statements }));
    this.tally.shown.push(`ours: ${ours}; CQL: ${wordsOf(answer)} (${answer.status}); patient: ${patient}`);
  }

  /** Splits on one unknown after another until CQL settles each case: all must be what ours concluded without them. */
  async #tryCases(statements: readonly Statement[], concluded: string): Promise<void> {
    let left = MOST_CASES;
    const presumed = this.#facts(statements).findings(this.#compiled.index.pathway.features);
    const settle = async (said: readonly Statement[]): Promise<boolean> => {
      if (--left < 0) return false;
      if (this.#corrects(presumed, said)) return true;
      const answer = await this.#cql.answer(said);
      // Statements that contradict are no patient, so no case.
      if (answer.status === STATUS.contradiction) return true;
      const next = this.#openFeature(said);
      // Rules that differ behind an open rule are shown at once by a single pass; the cases may settle the earlier stage.
      if (answer.status !== STATUS.needs && !(answer.status === STATUS.rulesDiffer && next !== undefined)) {
        if (wordsOf(answer) !== concluded) this.#disagree(said, `${concluded}, by cases`, answer);
        return true;
      }
      if (next === undefined) return false;
      const others = said.filter(({ feature }) => feature !== next.feature.id);
      let settled = true;
      for (const value of next.values)
        settled = (await settle([...others, { feature: next.feature.id, kind: "value", value }])) && settled;
      return settled;
    };
    if (!(await settle(statements))) return;
    this.tally.casesTried++;
    this.tally.cases += MOST_CASES - left;
  }

  #facts(statements: readonly Statement[]): Facts {
    return assembleFacts(this.#compiled.index, statements, this.#compiled.profile).facts;
  }

  /** A word that corrects a presumption is no case of what is unknown: the conclusion named that presumption. */
  #corrects(known: readonly Finding[], said: readonly Statement[]): boolean {
    const facts = this.#facts(said);
    return known.some(({ feature, value }) => {
      const now = facts.valueOf(feature);
      return now !== undefined && !areEqual(now, value);
    });
  }

  #openFeature(statements: readonly Statement[]): Sayable | undefined {
    const { index, profile } = this.#compiled;
    const facts = this.#facts(statements);
    const { trace } = runStages(new Interpreter(index, facts, profile));
    const open = trace
      .filter(({ outcome }) => outcome === "unknown")
      .flatMap(({ findings }) => findings)
      .find((id) => facts.valueOf(id) === undefined);
    return open === undefined ? undefined : this.#domain.get(open);
  }
}

function wordsFor(outcome: Outcome): string {
  if (outcome.kind === "advice")
    return outcome.followUp === undefined ? outcome.code : `${outcome.code} / ${outcome.followUp}`;
  return { gap: STATUS.noRule, needs: STATUS.needs, clash: STATUS.rulesDiffer }[outcome.kind];
}

function wordsOf({ status, recommendation, followUp }: CqlAnswer): string {
  if (status !== STATUS.advised) return status;
  return followUp === null ? String(recommendation) : `${recommendation} / ${followUp}`;
}

interface CellOptions {
  /** Draws this many cells where there are more; absent: every cell. */
  readonly most?: number;
  readonly text?: string;
  readonly casesEvery?: number;
}

/** Compares the cells of a pathway's quotient domain. */
export async function compareCells(
  pathway: Pathway,
  profile: string,
  { most, text, casesEvery }: CellOptions = {},
): Promise<CqlAgreement> {
  const agreement = new CqlAgreement(pathway, profile, text, casesEvery);
  const domain = quotientDomain(pathway, profile);
  const cells = countCells(domain);
  // Drawn, not counted off: a fixed step would meet the same values of the last features over and over.
  const dice = new Dice(cells);
  if (most !== undefined && cells > most)
    for (let count = 0; count < most; count++) await agreement.compare(drawCell(domain, dice));
  else for (const cell of everyCell(domain)) await agreement.compare(cell);
  return agreement;
}

/** A tally as lines for a report. */
export function printTally({ outcomes, ...counts }: Tally): string {
  const numbers = Object.entries(counts).filter(([, count]) => typeof count === "number");
  const lines = [...outcomes].sort((a, b) => b[1] - a[1]).map(([name, count]) => `  ${count} ${name}`);
  return [numbers.map(([name, count]) => `${name} ${count}`).join(", "), ...lines].join("\n");
}
