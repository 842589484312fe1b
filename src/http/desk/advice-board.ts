import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { KeptText } from "../../review/record-port.ts";
import type { ComparedAdvice } from "../../review/text/compare-advice.ts";
import type { ReadText } from "../../review/text/read-kept-text.ts";
import type { TextBench } from "../../review/text/text-bench.ts";

/** What is known, under one guideline profile, of the patients whom a changed pathway advises otherwise. */
export type AdviceState =
  | { readonly kind: "added" | "removed" | "working" }
  | { readonly kind: "compared"; readonly advice: ComparedAdvice }
  | { readonly kind: "failed"; readonly diagnostics: readonly Diagnostic[] };

/** A text as it was kept, and as it was read. */
export interface ComparedText {
  readonly kept: KeptText;
  readonly read: ReadText | undefined;
}

/** Comparisons of pathways. They take a while: a page says that one is under way, and shows it once it is there. */
export interface AdviceBoard {
  /** By the profiles of either text; nothing where the pathway is the same. */
  compare(before: ComparedText, after: ComparedText): ReadonlyMap<string, AdviceState>;
}

/** The files that a pathway is made from. */
const PATHWAY_FILES: readonly string[] = ["pathway.yaml", "../../named-sets.yaml"];
/** Comparisons that are remembered; beyond that the oldest goes. */
const MOST_KNOWN = 100;

export function createAdviceBoard(bench: TextBench): AdviceBoard {
  const known = new Map<string, AdviceState>();
  const ask = (before: KeptText, after: KeptText, profile: string): AdviceState => {
    const key = `${before.hash} ${after.hash} ${profile}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const [oldest] = known.keys();
    if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    const working: AdviceState = { kind: "working" };
    known.set(key, working);
    void bench.compare(before, after, profile).then((done) => {
      known.set(
        key,
        done.ok ? { kind: "compared", advice: done.value } : { kind: "failed", diagnostics: done.diagnostics },
      );
    });
    return working;
  };
  return {
    compare(before, after) {
      if (PATHWAY_FILES.every((name) => fileOf(before, name) === fileOf(after, name))) return new Map();
      const [old, now] = [profilesOf(before), profilesOf(after)];
      return new Map(
        [...new Set([...old, ...now])].map((profile): [string, AdviceState] => {
          if (!old.includes(profile)) return [profile, { kind: "added" }];
          if (!now.includes(profile)) return [profile, { kind: "removed" }];
          return [profile, ask(before.kept, after.kept, profile)];
        }),
      );
    },
  };
}

function profilesOf({ read }: ComparedText): readonly string[] {
  return read?.topic.pathway?.profiles.map(({ id }) => id) ?? [];
}

function fileOf({ kept }: ComparedText, name: string): string | undefined {
  return kept.files.find((file) => file.name === name)?.text;
}
