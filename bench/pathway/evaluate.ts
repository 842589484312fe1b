// node bench/pathway/evaluate.ts: the compiled form against the plain interpreter on the same patients, in one run, interleaved.
import { readFileSync } from "node:fs";
import { compilePathway } from "../../src/pathway/compile/compile-pathway.ts";
import { encodeFacts } from "../../src/pathway/compile/encode-facts.ts";
import { adviseCompiled, evaluateCompiled } from "../../src/pathway/compile/evaluate-compiled.ts";
import { consultPathway } from "../../src/pathway/consult/consult-pathway.ts";
import { evaluatePathway } from "../../src/pathway/evaluate/evaluate-pathway.ts";
import { assembleFacts } from "../../src/pathway/facts/assemble-facts.ts";
import { indexOf } from "../../src/pathway/facts/pathway-index.ts";
import type { Statement } from "../../src/pathway/model/finding.ts";
import { parsePathway } from "../../src/pathway/parse/parse-pathway.ts";
import { drawPatients } from "../../src/pathway/verify/draw-patients.ts";
import { verifyPathway } from "../../src/pathway/verify/verify-pathway.ts";

const PATIENTS = 2000;
const ROUNDS = 5;
const TIMES = 200;

const file = new URL("../../library/topics/suspected-leg-dvt/pathway.yaml", import.meta.url);
const { pathway } = parsePathway("pathway.yaml", readFileSync(file, "utf8"));
if (pathway === undefined) throw new Error("the shipped pathway does not parse");

const begun = performance.now();
const compiled = compilePathway(pathway, "sru");
if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
const cold = performance.now() - begun;

const index = indexOf(pathway);
const patients: (readonly Statement[])[] = [...drawPatients(pathway, PATIENTS)].map((known, drawn) =>
  [...known].flatMap(([feature, knowledge], at): Statement[] =>
    knowledge.kind === "known" && (at + drawn) % 3 > 0
      ? [{ feature, kind: "value", value: knowledge.finding.value }]
      : [],
  ),
);
const encoded = patients.map((one) => encodeFacts(index, compiled.value.atoms, assembleFacts(index, one, "sru").facts));

const { diagram } = compiled.value;
const agree = patients.every((one) => {
  const found = evaluatePathway(pathway, one, "sru");
  const { outcome } = adviseCompiled(compiled.value, one);
  return !("advice" in found) || (outcome.kind === "advice" && outcome.code === found.advice.recommendation.code);
});
if (!agree) throw new Error("the two disagree: nothing is timed");

const asked = patients.filter((one) => !("advice" in evaluatePathway(pathway, one, "sru")));
const rates: Record<string, number[]> = {
  interpreter: [],
  consultation: [],
  questions: [],
  statements: [],
  diagram: [],
  compile: [],
  verify: [],
};
const timed = (name: string, count: number, work: () => void): void => {
  const start = performance.now();
  work();
  rates[name]?.push((count / (performance.now() - start)) * 1000);
};
let sum = 0;
for (let round = 0; round < ROUNDS; round++) {
  timed("interpreter", PATIENTS, () => {
    for (const one of patients) sum += evaluatePathway(pathway, one, "sru").trace.length;
  });
  timed("consultation", PATIENTS, () => {
    for (const one of patients) sum += consultPathway(pathway, one, "sru").ok ? 1 : 0;
  });
  timed("questions", asked.length, () => {
    for (const one of asked) sum += consultPathway(pathway, one, "sru").ok ? 1 : 0;
  });
  timed("statements", PATIENTS, () => {
    for (const one of patients) sum += adviseCompiled(compiled.value, one).possible.length;
  });
  timed("diagram", PATIENTS * TIMES, () => {
    for (let time = 0; time < TIMES; time++) for (const states of encoded) sum += evaluateCompiled(diagram, states);
  });
  timed("compile", 1, () => void compilePathway(pathway, "sru"));
  timed("verify", 1, () => void verifyPathway(pathway));
}

const best = (name: string): number => Math.max(...(rates[name] ?? [0]));
console.log(
  `of ${PATIENTS} patients the interpreter asks ${asked.length} something (row "questions"); atoms ${compiled.value.atoms.length}, nodes ${diagram.levels.length}, compiled cold in ${cold.toFixed(0)} ms`,
);
for (const name of ["interpreter", "consultation", "questions", "statements", "diagram"])
  console.log(`${name}: ${Math.round(best(name))} a second`);
console.log(
  `compile one profile: ${(1000 / best("compile")).toFixed(1)} ms; verify all profiles: ${(1000 / best("verify")).toFixed(0)} ms`,
);
console.log(`(${sum})`);
