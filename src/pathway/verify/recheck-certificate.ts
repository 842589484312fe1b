import { type Atom, closedArity, isEstablishedState } from "../compile/atom.ts";
import { atomsOf } from "../compile/build-diagrams.ts";
import { adviceOf, rulesOf } from "../compile/compile-stages.ts";
import { encodeFacts } from "../compile/encode-facts.ts";
import { evaluateCompiled } from "../compile/evaluate-compiled.ts";
import type { FrozenDiagram } from "../compile/freeze-diagram.ts";
import { CLASH, FIRST_ADVICE, GAP, type Outcome } from "../compile/outcome.ts";
import { Interpreter } from "../facts/evaluate-expression.ts";
import { Facts } from "../facts/facts.ts";
import { indexOf } from "../facts/pathway-index.ts";
import type { Pathway } from "../model/pathway.ts";
import { type Certificate, CHECKER_VERSION, hashOfPathway, type ProfileCertificate } from "./certificate.ts";
import { drawPatients } from "./draw-patients.ts";
import { furtherConditions } from "./verify-pathway.ts";

/** Patients drawn for each profile, on whom the certified diagram is held against the conditions themselves. */
const SAMPLE = 400;

/**
 * Validates a certificate without the verifier: it walks the certified diagram itself. Every complaint is a reason to
 * refuse. It follows no argument about impossible facts, so a certificate that leans on one is refused here.
 */
export function recheckCertificate(pathway: Pathway, text: string, certificate: Certificate): readonly string[] {
  const complaints: string[] = [];
  if (certificate.pathway !== pathway.id) complaints.push("it is of another pathway");
  if (certificate.content !== hashOfPathway(text)) complaints.push("the pathway's text has changed since");
  if (certificate.checker !== CHECKER_VERSION) complaints.push("it was made by another version of the checker");
  if (!certificate.proven) complaints.push("it does not say that everything is proven");
  const named = certificate.profiles.map(({ profile }) => profile).join(", ");
  const wanted = pathway.profiles.map(({ id }) => id).join(", ");
  if (named !== wanted) complaints.push(`it speaks of the profiles ${named}, not of ${wanted}`);
  if (complaints.length > 0) return complaints;
  return certificate.profiles.flatMap((one) =>
    recheckProfile(pathway, one).map((complaint) => `profile ${one.profile}: ${complaint}`),
  );
}

function recheckProfile(pathway: Pathway, certificate: ProfileCertificate): readonly string[] {
  const atoms = atomsOf(pathway, certificate.profile, furtherConditions(pathway));
  const same =
    atoms.length === certificate.atoms.length &&
    atoms.every(
      (atom, at) => atom.name === certificate.atoms[at]?.name && closedArity(atom) === certificate.atoms[at]?.states,
    );
  if (!same) return ["its atoms are not those of the pathway"];
  const diagram = thaw(certificate);
  if (diagram === undefined || !isOrdered(diagram, certificate)) return ["its diagram is not well formed"];
  const ends = new Set([diagram.root, ...diagram.children].filter((at) => at < 0).map((at) => -at - 1));
  return [
    ...(ends.has(GAP) ? ["its diagram has a gap"] : []),
    ...(ends.has(CLASH) ? ["its diagram has a clash"] : []),
    ...(certificate.properties.every(({ verdict }) => verdict === "proven") ? [] : ["a property is not proven"]),
    ...recheckGuards(pathway, certificate, atoms, diagram),
    ...recheckSample(pathway, certificate, atoms, diagram),
  ];
}

/** The diagram in typed arrays again; `first` follows from the levels. */
function thaw({ atoms, diagram }: ProfileCertificate): FrozenDiagram | undefined {
  const first: number[] = [];
  let used = 0;
  for (const level of diagram.levels) {
    first.push(used);
    used += atoms[level]?.states ?? Number.NaN;
  }
  if (used !== diagram.children.length) return undefined;
  return {
    root: diagram.root,
    levels: Uint16Array.from(diagram.levels),
    first: Int32Array.from(first),
    children: Int32Array.from(diagram.children),
  };
}

/** Every child lies below its parent, and every end is an outcome: so each walk ends, after one question to each atom at most. */
function isOrdered(diagram: FrozenDiagram, { atoms, outcomes }: ProfileCertificate): boolean {
  const { children, first, levels, root } = diagram;
  const isTarget = (at: number, above: number) =>
    at < 0 ? -at - 1 < outcomes.length : at < levels.length && (levels[at] ?? -1) > above;
  return (
    isTarget(root, -1) &&
    [...levels.entries()].every(([node, level]) =>
      Array.from({ length: atoms[level]?.states ?? 0 }, (_, state) => children[(first[node] ?? 0) + state] ?? -1).every(
        (child) => isTarget(child, level),
      ),
    )
  );
}

/** Every way to a ruling-out passes an established state of all that some rule for it wants known. */
function recheckGuards(
  pathway: Pathway,
  { outcomes, profile }: ProfileCertificate,
  atoms: readonly Atom[],
  diagram: FrozenDiagram,
): readonly string[] {
  const rules = pathway.stages.flatMap((stage) => rulesOf(stage.rules, profile));
  const ruleOut = new Set(pathway.recommendations.filter(({ rulesOut }) => rulesOut).map(({ code }) => code));
  const guards = [...new Set(rules.filter(({ advise }) => ruleOut.has(advise)).flatMap(({ known }) => known))];
  const wanted = (outcome: Outcome | undefined): readonly (readonly string[])[] =>
    outcome?.kind === "advice" && ruleOut.has(outcome.code)
      ? rules.filter(({ advise }) => advise === outcome.code).map(({ known }) => known)
      : [[]];
  const seen = new Set<string>();
  const isGuarded = (at: number, established: readonly string[]): boolean => {
    if (at < 0) return wanted(outcomes[-at - 1]).some((known) => known.every((one) => established.includes(one)));
    const key = `${at} ${established.join(" ")}`;
    if (seen.has(key)) return true;
    seen.add(key);
    const level = diagram.levels[at] ?? 0;
    const atom = atoms[level];
    if (atom === undefined) return false;
    return Array.from({ length: closedArity(atom) }, (_, state) => state).every((state) => {
      const more = guards.includes(atom.name) && isEstablishedState(atom, state) ? [atom.name] : [];
      return isGuarded(diagram.children[(diagram.first[at] ?? 0) + state] ?? -1, [...established, ...more]);
    });
  };
  return isGuarded(diagram.root, []) ? [] : ["it rules out on something that is not known"];
}

/** Fully known patients: the certified diagram against the conditions, stage by stage, evaluated one by one. */
function recheckSample(
  pathway: Pathway,
  { outcomes, profile }: ProfileCertificate,
  atoms: readonly Atom[],
  diagram: FrozenDiagram,
): readonly string[] {
  const index = indexOf(pathway);
  for (const known of drawPatients(pathway, SAMPLE)) {
    const facts = new Facts(known);
    const end = evaluateCompiled(diagram, encodeFacts(index, atoms, facts));
    const found = outcomes[end];
    const interpreter = new Interpreter(index, facts, profile);
    const holding = pathway.stages
      .map(({ rules }) => rulesOf(rules, profile).filter(({ when }) => interpreter.judge(when).truth === true))
      .find((rules) => rules.length > 0);
    const agrees =
      end >= FIRST_ADVICE && holding !== undefined && holding.every((rule) => isSame(adviceOf(rule, profile), found));
    if (!agrees) return ["its diagram differs from the pathway's rules on a patient drawn at random"];
  }
  return [];
}

function isSame(advice: Outcome, found: Outcome | undefined): boolean {
  return JSON.stringify(advice) === JSON.stringify(found);
}
