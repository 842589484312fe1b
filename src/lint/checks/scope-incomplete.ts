import type { ContentCheck } from "../content-check.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

/** Groups in whom ordinary advice on a test or a treatment does not hold unchanged, in any field. */
const GROUPS: readonly { readonly group: string; readonly words: RegExp }[] = [
  { group: "children", words: /\b(?:child|adult|infant|under \d+|\d+ years|paediatric|age)/i },
  { group: "pregnancy", words: /\bpregnan|\bbirth\b|\bobstetric/i },
  { group: "people who had it before", words: /\b(?:previous|prior|earlier|recurren|again|past)/i },
  {
    group: "people already under treatment",
    words: /\b(?:already (?:on|taking|treated)|anticoagulat|on treatment|under treatment|treated)/i,
  },
];

/** An answer without the limits of its population is read as if it held for everybody. */
export const scopeIncomplete: ContentCheck = {
  code: "scope-incomplete",
  asks: "does the scope say for whom the answer holds and for whom not?",
  check({ topic: { scope }, placeIn }) {
    const named = [scope.population, ...scope.includes, ...scope.excludes.map(({ what }) => what)].join("; ");
    return GROUPS.filter(({ words }) => !words.test(named)).map(({ group }) =>
      lintDiagnostics.report("scope-incomplete", { group }, placeIn("topic.yaml", ["scope"])),
    );
  },
};
