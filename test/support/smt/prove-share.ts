// A process of its own that puts its share of the questions to Z3, and writes one line of JSON for each answer.
// Called by second-proofs.ts with the questions as its one argument.
import { readFileSync } from "node:fs";
import { init } from "z3-solver";
import { parsePathway } from "../../../src/pathway/parse/parse-pathway.ts";
import { proveAgain } from "./second-proof.ts";
import type { ProofAnswer, ProofQuestion } from "./second-proofs.ts";

/**
 * The solver's wrapper lets go of formulas when they are collected, from this thread, while a question is answered on another:
 * both then write to the same memory. Nothing is let go of here; the process ends soon.
 */
class KeepsEverything implements FinalizationRegistry<unknown> {
  readonly [Symbol.toStringTag] = "FinalizationRegistry";
  register(): void {}
  unregister(): boolean {
    return false;
  }
}
globalThis.FinalizationRegistry = KeepsEverything;

const questions: readonly ProofQuestion[] = JSON.parse(process.argv[2] ?? "[]");
const { Context, em } = await init();
const z3 = Context("pathway");
for (const question of questions) {
  const answer: ProofAnswer = { name: question.name, proof: await proveAgain(z3, read(question), question.profile) };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
em.PThread.terminateAllThreads();

function read({ file, withoutRule }: ProofQuestion) {
  const { pathway, diagnostics } = parsePathway(file, readFileSync(file, "utf8"));
  if (pathway === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const stages = pathway.stages.map((stage) => ({
    ...stage,
    rules: stage.rules.filter(({ id }) => id !== withoutRule),
  }));
  return { ...pathway, stages };
}
