import type { Bool } from "z3-solver";
import { areEqual } from "../../../src/pathway/facts/facts.ts";
import { featuresIn } from "../../../src/pathway/language/features-in.ts";
import type { Pathway, Rule } from "../../../src/pathway/model/pathway.ts";
import type { Kleene, Z3 } from "./kleene.ts";
import { SmtCondition } from "./smt-condition.ts";
import { SmtPatient } from "./smt-patient.ts";

export type SecondVerdict = "proven" | "refuted" | "undecided";

/** The three safety properties, proven a second time by an SMT solver over all patients, unknowns included. */
export interface SecondProof {
  readonly total: SecondVerdict;
  readonly consistent: SecondVerdict;
  readonly guarded: SecondVerdict;
}

/** Milliseconds for one question to the solver; beyond it the answer is "undecided". */
const TIMEOUT = 120_000;

export async function proveAgain(z3: Z3, pathway: Pathway, profile: string): Promise<SecondProof> {
  const patient = new SmtPatient(z3, pathway);
  const condition = new SmtCondition(patient, pathway, profile);
  const domain = [...patient.constraints(), ...possible(pathway, patient, condition)];
  const stages = pathway.stages.map(({ rules }) =>
    rules
      .filter(({ profiles }) => profiles.length === 0 || profiles.includes(profile))
      .map((rule) => ({ rule, holds: holdsOf(rule, patient, condition) })),
  );
  const { And, Not, Or } = z3;
  const refutedBefore = (at: number) => stages.slice(0, at).flatMap((rules) => rules.map(({ holds }) => holds.isFalse));
  const clashes = stages.flatMap((rules, at) =>
    rules.flatMap((one, first) =>
      rules
        .slice(first + 1)
        .filter(({ rule }) => !sameAdvice(one.rule, rule, profile))
        .map((other) => And(...refutedBefore(at), one.holds.isTrue, other.holds.isTrue)),
    ),
  );
  const all = stages.flat();
  const rulingOut = new Set(pathway.recommendations.filter(({ rulesOut }) => rulesOut).map(({ code }) => code));
  const unguarded = all
    .filter(({ rule }) => rulingOut.has(rule.advise))
    .map(({ rule, holds }) => {
      const siblings = all.filter((other) => other.rule.advise === rule.advise);
      const noneKnown = siblings.map((other) => Not(And(...other.rule.known.map((id) => patient.get(id).established))));
      return And(holds.isTrue, ...noneKnown);
    });
  const ask = (faults: readonly Bool<"pathway">[]) => verdictOf(z3, [...domain, Or(...faults)]);
  return {
    total: await ask([And(...all.map(({ holds }) => holds.isFalse))]),
    consistent: clashes.length === 0 ? "proven" : await ask(clashes),
    guarded: unguarded.length === 0 ? "proven" : await ask(unguarded),
  };
}

async function verdictOf(z3: Z3, formulas: readonly Bool<"pathway">[]): Promise<SecondVerdict> {
  const solver = new z3.Solver();
  solver.set("timeout", TIMEOUT);
  solver.add(...formulas);
  const answer = await solver.check();
  return answer === "unsat" ? "proven" : answer === "sat" ? "refuted" : "undecided";
}

/** A rule that wants something known neither holds nor is refuted while it is not. */
function holdsOf(rule: Rule, patient: SmtPatient, condition: SmtCondition): Kleene {
  const { And } = patient.z3;
  const { isTrue, isFalse } = condition.truth(rule.when);
  return { isTrue: And(isTrue, ...rule.known.map((id) => patient.get(id).established)), isFalse };
}

function sameAdvice(left: Rule, right: Rule, profile: string): boolean {
  const followUp = ({ followUp: named }: Rule) => named && (named.byProfile[profile] ?? named.default);
  return left.advise === right.advise && followUp(left) === followUp(right);
}

/** What assembling facts leaves: implications followed, derivations made, contradictions set aside. */
function possible(pathway: Pathway, patient: SmtPatient, condition: SmtCondition): readonly Bool<"pathway">[] {
  const { And, Implies, Not, Or } = patient.z3;
  const allImplied = pathway.features.flatMap(({ implies }) => implies);
  const implications = pathway.features.flatMap((feature) => {
    const source = patient.get(feature.id);
    if (feature.derive !== undefined) return [];
    return feature.implies.flatMap(({ when, feature: target, value }) => {
      const to = patient.get(target);
      // A value that another feature may have implied was perhaps never stated itself.
      const second = allImplied.some(
        (one) => one.feature === feature.id && (when === undefined || areEqual(one.value, when)),
      );
      if (second) return [];
      const stated = And(source.established, ...(when === undefined ? [] : [source.value.eq(patient.numberOf(when))]));
      const follows = And(to.established, ...(typeof value === "object" ? [] : [to.value.eq(patient.numberOf(value))]));
      return [Implies(stated, Or(Not(to.known), follows))];
    });
  });
  const derivations = pathway.features.flatMap((feature) => {
    const { derive, id, type } = feature;
    if (derive === undefined || type.kind !== "truth") return [];
    const parts = featuresIn(derive).map((part) => patient.get(part));
    if (parts.some(({ feature: part }) => part.presume !== undefined)) return [];
    const derived = condition.truth(derive);
    const { known, established, value } = patient.get(id);
    return [
      Implies(derived.isTrue, Or(Not(known), And(established, value.eq(1)))),
      Implies(derived.isFalse, Or(Not(known), And(established, value.eq(0)))),
    ];
  });
  const contradictions = pathway.inconsistencies.flatMap(({ when, disputes }) => {
    const { isTrue } = condition.truth(when);
    return disputes.map((id) => Not(And(isTrue, patient.get(id).established)));
  });
  return [...implications, ...derivations, ...contradictions];
}
