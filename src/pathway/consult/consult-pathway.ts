import type { Result } from "../../kernel/result.ts";
import { ok } from "../../kernel/result.ts";
import { UNKNOWN } from "../compile/atom.ts";
import { encodeFacts } from "../compile/encode-facts.ts";
import { adviseCompiled, evaluateWithTotals } from "../compile/evaluate-compiled.ts";
import type { FrozenDiagram } from "../compile/freeze-diagram.ts";
import { openTotals, totalsGiven } from "../compile/open-totals.ts";
import type { Outcome as End } from "../compile/outcome.ts";
import { possibleEnds } from "../compile/possible-ends.ts";
import { groundsOf, type Outcome } from "../evaluate/grounds.ts";
import { adviceOf, type Pass, runStages } from "../evaluate/run-stages.ts";
import { assembleFacts } from "../facts/assemble-facts.ts";
import { Interpreter } from "../facts/evaluate-expression.ts";
import type { Facts } from "../facts/facts.ts";
import { getPart, indexOf } from "../facts/pathway-index.ts";
import { disputedTotals, featuresStating, totalsBarring } from "../facts/stated-total.ts";
import { unite } from "../facts/unite.ts";
import type { Advice, Evaluation } from "../model/evaluation.ts";
import type { FeatureId } from "../model/feature.ts";
import type { Statement } from "../model/finding.ts";
import type { Pathway, Recommendation, Rule } from "../model/pathway.ts";
import { type Asked, explainQuestions, type Question } from "./explain-questions.ts";
import { OpenDiagram } from "./open-diagram.ts";
import { openFeatures } from "./open-questions.ts";
import { openWithTotals } from "./open-with-totals.ts";
import { completeStates } from "./possible-values.ts";
import { preparePathway } from "./prepare-pathway.ts";
import { rankQuestions } from "./rank-questions.ts";

/** What the pathway says of one patient, and why each question is asked. */
export interface Consultation {
  readonly evaluation: Evaluation;
  /** One for each feature that the evaluation asks for, in the same order. */
  readonly questions: readonly Question[];
}

/** One patient's facts beside the prepared pathway. */
interface Case extends Asked {
  readonly facts: Facts;
  readonly interpreter: Interpreter;
  readonly pass: Pass;
}

/**
 * Says what the pathway advises for one patient, on the compiled form: it concludes exactly when no unknown can change the
 * advice, and asks for exactly what can. The plain interpreter writes the trace, the scores and what goes along.
 * Fails when the pathway has no compiled form, see `preparePathway`; `profile` must be one of the pathway's.
 */
export function consultPathway(
  pathway: Pathway,
  statements: readonly Statement[],
  profile: string,
): Result<Consultation> {
  const prepared = preparePathway(pathway, profile);
  if (!prepared.ok) return prepared;
  const { index, atoms, outcomes } = prepared.value;
  const { facts, contradictions } = assembleFacts(index, statements, profile);
  const states = encodeFacts(index, atoms, facts);
  const interpreter = new Interpreter(index, facts, profile);
  const pass = runStages(interpreter);
  const totals = totalsGiven(index, facts);
  const patient: Case = {
    prepared: prepared.value,
    statements,
    contradictions,
    facts,
    states,
    totals,
    interpreter,
    pass,
  };
  const { outcome, questions } = settle(patient, outcomes[evaluateWithTotals(prepared.value, states, totals)]);
  return ok({
    evaluation: { ...groundsOf(interpreter, pass, contradictions, outcome), ...outcome },
    questions,
  });
}

/** What the pathway settles on, if it does; what else it says, and why, is left out. */
export function settledAdvice(
  pathway: Pathway,
  statements: readonly Statement[],
  profile: string,
): Result<Recommendation | undefined> {
  const prepared = preparePathway(pathway, profile);
  if (!prepared.ok) return prepared;
  const { index } = prepared.value;
  const { outcome } = adviseCompiled(prepared.value, statements);
  return ok(outcome.kind === "advice" ? getPart(index.recommendations, outcome.code) : undefined);
}

/** Whether a total that was given and the items of its score contradict each other. */
export function contradictsTotal(pathway: Pathway, statements: readonly Statement[], profile: string): boolean {
  const totals = pathway.scores.flatMap(featuresStating);
  if (!statements.some(({ feature }) => totals.includes(feature))) return false;
  return disputedTotals(pathway.scores, assembleFacts(indexOf(pathway), statements, profile).facts).length > 0;
}

interface Settled {
  readonly outcome: Outcome;
  readonly questions: readonly Question[];
}

function settle(patient: Case, end: End | undefined): Settled {
  if (end === undefined) throw new Error("every end of the diagram has its outcome");
  checkAgainstPass(patient, end);
  const { index, pathway } = patient.prepared;
  const contradiction = getPart(index.recommendations, pathway.outcomes.contradiction);
  switch (end.kind) {
    case "advice": {
      const advice = conclude(patient, end);
      const totals = totalsBarring(advice.recommendation, pathway.scores, patient.facts);
      if (totals.length > 0) return waiting(totals, [advice], contradiction);
      return {
        outcome: { kind: advice.recommendation.outOfScope ? "outOfScope" : "concluded", advice },
        questions: [],
      };
    }
    case "clash": {
      const possible = clashing(patient);
      const rules = possible.map(({ rule }) => rule.id);
      return { outcome: { kind: "conflict", rules, features: [], possible, code: contradiction }, questions: [] };
    }
    case "gap":
    case "needs":
      return ask(patient);
  }
}

/** INVARIANT: what three-valued logic alone settles, the diagram settles alike. Two forms that differ advise nobody. */
function checkAgainstPass({ pass, prepared }: Case, end: End): void {
  if (pass.kind !== "settled" || (end.kind === "advice" && isAdvice(pass.advice, end))) return;
  const { recommendation } = pass.advice;
  throw new Error(
    `\`${prepared.pathway.id}\`: the diagram differs from the interpreter, which says ${recommendation.code}`,
  );
}

function isEnd(end: End | undefined, advice: Advice): boolean {
  return end?.kind === "advice" && isAdvice(advice, end);
}

function isAdvice({ recommendation, followUp }: Advice, end: Extract<End, { kind: "advice" }>): boolean {
  return recommendation.code === end.code && followUp?.id === end.followUp;
}

/** The advice with the rule that carries it; where it takes a distinction of cases, with the rule of each case. */
function conclude(patient: Case, end: Extract<End, { kind: "advice" }>): Advice {
  const { pass, facts, interpreter } = patient;
  if (pass.kind === "settled") return pass.advice;
  // While something that a rule wants known is not, it rules nothing out: it carries none of the cases.
  const mayCarry = ({ known }: Rule) => known.every((feature) => facts.isEstablished(feature));
  const [first, ...others] = decidingRules(patient, false)
    .filter(mayCarry)
    .map((rule) => adviceOf(rule, interpreter))
    .filter((advice) => isAdvice(advice, end));
  if (first === undefined) throw new Error(`no rule carries the advice \`${end.code}\``);
  if (others.length === 0) return first;
  const inAll = first.notes.filter((note) => others.every(({ notes }) => notes.includes(note)));
  return { ...first, notes: inAll, cases: [first, ...others].map(({ rule }) => rule) };
}

/** The rules that may yet decide, in the order of the stages; `confirmed` when what is unknown is found out. */
function decidingRules({ prepared, states, totals }: Case, confirmed: boolean): readonly Rule[] {
  const { atoms, rules } = prepared;
  const open = openTotals(atoms, states, totals);
  const possible = atoms.map((atom, level) => completeStates(atom, states[level] ?? UNKNOWN, confirmed));
  const mayDecide = (decides: FrozenDiagram) =>
    possibleEnds(decides, (level, given) => (given === undefined ? (possible[level] ?? []) : [given - 1]), open).has(1);
  return rules.filter(({ decides }) => mayDecide(decides)).map(({ rule }) => rule);
}

function clashing(patient: Case): readonly Advice[] {
  const { pass, interpreter } = patient;
  if (pass.kind === "clash") return pass.possible;
  return decidingRules(patient, false).map((rule) => adviceOf(rule, interpreter));
}

/** What can still change the advice is asked for; what is disputed and can change it has to be settled first. */
function ask(patient: Case): Settled {
  const { prepared, facts, states, interpreter } = patient;
  const { index, pathway, atoms } = prepared;
  const open = new OpenDiagram(prepared, states);
  const { ends, forced } = openWithTotals(prepared, states, patient.totals);
  const isOpen = (advice: Advice) =>
    patient.totals.length === 0 || [...ends].some((end) => isEnd(prepared.outcomes[end], advice));
  const possible = decidingRules(patient, true)
    .map((rule) => adviceOf(rule, interpreter))
    .filter(isOpen);
  const isAsked = (feature: FeatureId) => mayMatter(patient, forced, feature);
  const disputed = openFeatures(index, atoms, open.levels(), facts).filter(
    (feature) => facts.isDisputed(feature) && isAsked(feature),
  );
  const ranked = rankQuestions(index, atoms, open, facts).filter(({ asksFor }) => asksFor.some(isAsked));
  if (disputed.length > 0) {
    const code = getPart(index.recommendations, pathway.outcomes.contradiction);
    const asked = ranked.filter(({ asksFor }) => asksFor.some((feature) => disputed.includes(feature)));
    const questions = disputed.map(
      (feature): Question => ({
        feature,
        expected: asked.find(({ asksFor }) => asksFor.includes(feature))?.expected ?? 1,
        answers: [],
        possible: codesOf(possible),
        disputed: true,
      }),
    );
    return { outcome: { kind: "conflict", rules: [], features: disputed, possible, code }, questions };
  }
  const features: readonly FeatureId[] = ranked.map(({ feature }) => feature.id);
  const code = getPart(index.recommendations, pathway.outcomes.needs);
  return {
    outcome: { kind: "needs", features, possible, code },
    questions: explainQuestions(patient, ranked, codesOf(possible)),
  };
}

/**
 * Whether an answer may still matter. The diagram knows of no total: beside one it would also ask for what only other totals leave open,
 * and for items that are the one or the other point of the same sum.
 */
function mayMatter({ totals, pass }: Case, forced: ReadonlySet<FeatureId>, feature: FeatureId): boolean {
  return totals.length === 0 || (pass.kind === "open" && pass.features.includes(feature) && !forced.has(feature));
}

/** Advice that waits until a contradiction is settled. */
function waiting(features: readonly FeatureId[], possible: readonly Advice[], code: Recommendation): Settled {
  const questions = features.map(
    (feature): Question => ({ feature, expected: 1, answers: [], possible: codesOf(possible), disputed: true }),
  );
  return { outcome: { kind: "conflict", rules: [], features, possible, code }, questions };
}

function codesOf(possible: readonly Advice[]): readonly string[] {
  return unite([possible.map(({ recommendation }) => recommendation.code)]);
}
