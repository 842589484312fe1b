import { failed, ok, type Result } from "../../kernel/result.ts";
import { compileSide, type Side } from "../compare/side.ts";
import { evaluatePathway } from "../evaluate/evaluate-pathway.ts";
import { exampleDifferences } from "../examples/example-differences.ts";
import type { ExpectedPatient } from "../examples/expected-patient.ts";
import type { Pathway } from "../model/pathway.ts";
import type { Patient } from "../verify/patient.ts";
import { verifyPathway } from "../verify/verify-pathway.ts";
import { findDifference } from "./find-difference.ts";
import type { Mutant } from "./mutant.ts";
import { shownConditions } from "./observable.ts";

/**
 * What became of a mutant. Killed: it cannot be read (`unreadable`), an `example` is advised otherwise, or a `proof` fails.
 * `equivalent`: proven to show every patient the same. `survived`: nothing noticed it, though it may harm `patient`.
 */
export type Fate =
  | { readonly kind: "unreadable" }
  | { readonly kind: "example"; readonly example: string; readonly because: string }
  | { readonly kind: "proof"; readonly property: string; readonly profile: string }
  | { readonly kind: "equivalent" }
  | { readonly kind: "survived"; readonly patient?: Patient; readonly shows?: string };

export interface JudgedMutant {
  readonly mutant: Mutant;
  readonly fate: Fate;
}

/** Puts each mutant to the examples, then to the proofs. Fails when the pathway itself cannot be compiled. */
export function judgeMutants(
  pathway: Pathway,
  mutants: readonly Mutant[],
  examples: readonly ExpectedPatient[],
  profiles: readonly string[] = pathway.profiles.map(({ id }) => id),
): Result<readonly JudgedMutant[]> {
  const sides: Side[] = [];
  for (const profile of profiles) {
    const side = compileShown(pathway, profile);
    if (!side.ok) return failed(...side.diagnostics);
    sides.push(side.value);
  }
  const bench = new ExampleBench(examples);
  return ok(mutants.map((mutant) => ({ mutant, fate: judge(mutant, sides, bench) })));
}

function judge(mutant: Mutant, sides: readonly Side[], bench: ExampleBench): Fate {
  const pathway = mutant.make();
  if (pathway === undefined) return { kind: "unreadable" };
  return bench.kill(pathway, mutant.where) ?? compareOrProve(pathway, sides);
}

function compareOrProve(mutant: Pathway, sides: readonly Side[]): Fate {
  let survivor: Fate | undefined;
  for (const side of sides) {
    const other = compileShown(mutant, side.diagrams.profile);
    // A mutant whose diagram cannot be built is refused publication like any other that is not proven.
    if (!other.ok) return { kind: "proof", property: "compiles", profile: side.diagrams.profile };
    const found = findDifference(side, other.value);
    if (found.kind === "none") continue;
    const { kind: _, ...shown } = found;
    survivor = survivor === undefined || "patient" in shown ? { kind: "survived", ...shown } : survivor;
    if ("patient" in shown) break;
  }
  if (survivor === undefined) return { kind: "equivalent" };
  return refutedProperty(mutant) ?? survivor;
}

function refutedProperty(mutant: Pathway): Fate | undefined {
  const verified = verifyPathway(mutant);
  if (!verified.ok) return { kind: "proof", property: "compiles", profile: mutant.defaultProfile };
  for (const { profile, findings } of verified.value)
    for (const { property, subject, verdict } of findings)
      if (verdict.kind === "refuted")
        return { kind: "proof", property: subject === undefined ? property : `${property} ${subject}`, profile };
  return undefined;
}

function compileShown(pathway: Pathway, profile: string): Result<Side> {
  return compileSide(pathway, profile, undefined, shownConditions(pathway));
}

/** The examples, tried first where they killed a neighbour: faults of one part are mostly seen by the same patients. */
class ExampleBench {
  readonly #examples: ExpectedPatient[];
  #recent: ExpectedPatient[] = [];
  #part = "";

  constructor(examples: readonly ExpectedPatient[]) {
    this.#examples = [...examples];
  }

  kill(pathway: Pathway, part: string): Fate | undefined {
    if (part !== this.#part) this.#recent = [];
    this.#part = part;
    for (const example of new Set([...this.#recent, ...this.#examples])) {
      const { statements, profile, expect, id } = example;
      const [because] = exampleDifferences(
        expect,
        evaluatePathway(pathway, statements, profile),
        pathway.decidingScore,
      );
      if (because === undefined) continue;
      this.#recent = [example, ...this.#recent.filter((one) => one !== example)];
      return { kind: "example", example: id, because };
    }
    return undefined;
  }
}
