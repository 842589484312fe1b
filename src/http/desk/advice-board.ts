import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { KeptText } from "../../review/record-port.ts";
import type { AdviceComparison } from "../../review/text/compare-advice.ts";
import type { TextBench } from "../../review/text/text-bench.ts";

/** What is known of the patients whom a changed pathway advises otherwise. */
export type AdviceState =
  | { readonly kind: "same" }
  | { readonly kind: "working" }
  | { readonly kind: "compared"; readonly comparisons: readonly AdviceComparison[] }
  | { readonly kind: "failed"; readonly diagnostics: readonly Diagnostic[] };

/** Comparisons of pathways. They take seconds: a page says that one is under way, and shows it once it is there. */
export interface AdviceBoard {
  compare(before: KeptText, after: KeptText): AdviceState;
}

/** The files that a pathway is made from. */
const PATHWAY_FILES: readonly string[] = ["pathway.yaml", "../../named-sets.yaml"];
/** Pairs of texts that are remembered; beyond that the oldest goes. */
const MOST_PAIRS = 32;

export function createAdviceBoard(bench: TextBench): AdviceBoard {
  const known = new Map<string, AdviceState>();
  return {
    compare(before, after) {
      if (PATHWAY_FILES.every((name) => fileOf(before, name) === fileOf(after, name))) return { kind: "same" };
      const pair = `${before.hash} ${after.hash}`;
      const found = known.get(pair);
      if (found !== undefined) return found;
      const [oldest] = known.keys();
      if (known.size >= MOST_PAIRS && oldest !== undefined) known.delete(oldest);
      const working: AdviceState = { kind: "working" };
      known.set(pair, working);
      void bench.compare(before, after).then((compared) => {
        if (compared.ok) known.set(pair, { kind: "compared", comparisons: compared.value });
        else known.set(pair, { kind: "failed", diagnostics: compared.diagnostics });
      });
      return working;
    },
  };
}

function fileOf({ files }: KeptText, name: string): string | undefined {
  return files.find((file) => file.name === name)?.text;
}
