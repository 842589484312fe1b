import { ok, type Result } from "../../kernel/result.ts";
import { buildDiagrams, DEFAULT_SETTINGS } from "../compile/build-diagrams.ts";
import { DiagramTooLarge } from "../compile/diagram-store.ts";
import type { ExpectedPatient } from "../examples/expected-patient.ts";
import type { Pathway } from "../model/pathway.ts";
import type { Finding } from "../verify/verification-rule.ts";
import { checkProperties, verifyProfile } from "../verify/verify-pathway.ts";
import { ExampleBench } from "./example-bench.ts";
import type { Fate, JudgedMutant } from "./fate.ts";
import { findDifference } from "./find-difference.ts";
import type { Mutant } from "./mutant.ts";
import { shownConditions } from "./observable.ts";
import { SharedBench } from "./shared-bench.ts";

/** Puts each mutant to the examples, then to the proofs. Fails when the pathway itself cannot be compiled. */
export function judgeMutants(
  pathway: Pathway,
  mutants: readonly Mutant[],
  examples: readonly ExpectedPatient[],
  profiles: readonly string[] = pathway.profiles.map(({ id }) => id),
): Result<readonly JudgedMutant[]> {
  for (const profile of profiles) {
    const built = buildDiagrams(pathway, profile, DEFAULT_SETTINGS, shownConditions(pathway));
    if (!built.ok) return built;
  }
  const judge = new Judge(pathway, examples, profiles);
  return ok(mutants.map((mutant) => ({ mutant, fate: judge.fateOf(mutant) })));
}

/** Cheapest first: most mutants are seen by an example, most others are told apart or proven alike by their diagrams. */
class Judge {
  readonly #examples: ExampleBench;
  readonly #benches: readonly SharedBench[];
  readonly #known: readonly ExpectedPatient["statements"][];

  constructor(pathway: Pathway, examples: readonly ExpectedPatient[], profiles: readonly string[]) {
    this.#examples = new ExampleBench(pathway, examples);
    this.#benches = profiles.map((profile) => new SharedBench(pathway, profile));
    this.#known = examples.map(({ statements }) => statements);
  }

  fateOf(mutant: Mutant): Fate {
    const pathway = mutant.make();
    if (pathway === undefined) return { kind: "unreadable" };
    return this.#examples.kill(pathway, mutant.where) ?? this.#compareOrProve(pathway);
  }

  #compareOrProve(mutant: Pathway): Fate {
    let survivor: Fate | undefined;
    for (const bench of this.#benches) {
      const found = findDifference(mutant, bench, this.#known);
      // A mutant whose diagram cannot be built is refused publication like any other that is not proven.
      if (found.kind === "uncompiled") return { kind: "proof", property: "compiles", profile: bench.profile };
      if (found.kind === "none") continue;
      const { kind: _, ...shown } = found;
      survivor = survivor === undefined || "patient" in shown ? { kind: "survived", ...shown } : survivor;
      if ("patient" in shown) break;
    }
    if (survivor === undefined) return { kind: "equivalent" };
    return refutedProperty(mutant, this.#benches) ?? survivor;
  }
}

/** Profile after profile, until a property fails. */
function refutedProperty(mutant: Pathway, benches: readonly SharedBench[]): Fate | undefined {
  for (const bench of benches) {
    const { profile } = bench;
    const findings = findingsOf(mutant, bench);
    if (findings === undefined) return { kind: "proof", property: "compiles", profile };
    for (const { property, subject, verdict } of findings)
      if (verdict.kind === "refuted")
        return { kind: "proof", property: subject === undefined ? property : `${property} ${subject}`, profile };
  }
  return undefined;
}

/** From the store that the mutant shares with the pathway where it can be; undefined when it has no diagrams of its own. */
function findingsOf(mutant: Pathway, bench: SharedBench): readonly Finding[] | undefined {
  try {
    const compared = bench.compare(mutant);
    if (compared !== undefined) return checkProperties(compared.other.diagrams);
  } catch (error) {
    if (!(error instanceof DiagramTooLarge)) throw error;
  }
  const verified = verifyProfile(mutant, bench.profile);
  return verified.ok ? verified.value.findings : undefined;
}
