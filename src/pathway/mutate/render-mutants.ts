import { indexOf } from "../facts/pathway-index.ts";
import type { Pathway } from "../model/pathway.ts";
import { renderPatient, toFindings } from "../verify/patient.ts";
import type { Fate, JudgedMutant } from "./fate.ts";

const KINDS = ["unreadable", "example", "proof", "equivalent", "survived"] as const;

const WORDS: Readonly<Record<Fate["kind"], string>> = {
  unreadable: "killed, since they cannot be read",
  example: "killed by an example",
  proof: "killed by a proof",
  equivalent: "equivalent, which is proven",
  survived: "survived",
};

/** Counts, then each survivor with the patient for whom it makes a difference, then the equivalent ones. */
export function renderMutants(pathway: Pathway, judged: readonly JudgedMutant[]): string {
  const of = (kind: Fate["kind"]) => judged.filter(({ fate }) => fate.kind === kind);
  const counts = KINDS.map((kind) => `  ${of(kind).length} ${WORDS[kind]}`);
  const survivors = of("survived").flatMap(({ mutant, fate }) => [`- ${mutant.id}`, ...renderPatientOf(pathway, fate)]);
  const equivalent = of("equivalent").map(({ mutant }) => `- ${mutant.id}`);
  return `${[
    `${pathway.id} ${pathway.version}: ${judged.length} mutants`,
    ...counts,
    ...(survivors.length === 0 ? [] : ["", "Survivors:", ...survivors]),
    ...(equivalent.length === 0 ? [] : ["", "Equivalent:", ...equivalent]),
  ].join("\n")}\n`;
}

function renderPatientOf(pathway: Pathway, fate: Fate): readonly string[] {
  if (fate.kind !== "survived") return [];
  if (fate.patient === undefined) return ["    no patient could be written who shows the difference"];
  return [
    `    ${fate.patient.profile}: ${renderPatient(indexOf(pathway), fate.patient)}`,
    `    ${fate.shows ?? "a difference"}`,
  ];
}

/** The same for programs. */
export function presentMutants(judged: readonly JudgedMutant[]): readonly Readonly<Record<string, unknown>>[] {
  return judged.map(({ mutant: { id, where, change }, fate }) => ({
    id,
    where,
    change,
    ...fate,
    ...(fate.kind === "survived" && fate.patient !== undefined
      ? { patient: { profile: fate.patient.profile, findings: toFindings(fate.patient) } }
      : {}),
  }));
}
