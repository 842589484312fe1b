import type { SourceSpan } from "../../kernel/source-span.ts";
import type { Diagrams } from "../compile/build-diagrams.ts";
import type { NodeId } from "../compile/diagram-store.ts";
import type { Patient } from "./patient.ts";

/** What a check comes to. `undecided` is never success. */
export type Verdict =
  | { readonly kind: "proven" }
  | {
      readonly kind: "refuted";
      /** What is wrong, in one sentence without the patient. */
      readonly because: string;
      /** The smallest patient that shows it; absent when it is that no patient at all can do something. */
      readonly counterexample?: Patient;
      /** Completely known cells of the domain that it concerns; absent where cells are not what is counted. */
      readonly cells?: number;
    }
  | { readonly kind: "undecided"; readonly because: string };

/** What was asked holds for every patient. */
export const PROVEN: Verdict = { kind: "proven" };

/** One thing that was checked under one profile. */
export interface Finding {
  readonly property: string;
  /** The rule, stage, recommendation or property it is about. */
  readonly subject?: string;
  readonly verdict: Verdict;
  readonly span?: SourceSpan;
}

/** The compiled pathway, and the facts that can be at all, as diagrams with the ends true and false. */
export interface VerificationContext {
  readonly diagrams: Diagrams;
  /** Made when first asked for: most faults are found absent without it. */
  readonly domain: () => NodeId;
  /** The same for patients of whom everything is known, as far as the declared ranges say. */
  readonly completeDomain: NodeId;
}

/** What was found out about some nodes; it is worked out once for a key, which must name all that it depends on. */
export function judgeOnce(
  { diagrams }: VerificationContext,
  key: readonly (string | number)[],
  judge: () => Verdict,
): Verdict {
  const { judged } = diagrams.workbench;
  const name = JSON.stringify(key);
  const known = judged.get(name);
  // What stands under a key of this function is a verdict: nothing else writes there.
  if (known !== undefined) return known as Verdict;
  const verdict = judge();
  judged.set(name, verdict);
  return verdict;
}

/** One rule answers one question, and reports a verdict for each thing it is asked of. */
export interface VerificationRule {
  readonly property: string;
  readonly asks: string;
  check(context: VerificationContext): readonly Finding[];
}
