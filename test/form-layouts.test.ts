import { expect, test } from "vitest";
import { shippedLibrary } from "./real-library.ts";

// The ten items of the score as record systems and hurried people lay them out: each layout, parted by each sign, says the same.

const ITEMS: readonly (readonly [name: string, feature: string])[] = [
  ["Active cancer", "activeCancer"],
  ["Paralysis or recent plaster", "paralysisOrPlaster"],
  ["Bedridden >3 days or major surgery", "bedriddenOrSurgery"],
  ["Tenderness along deep veins", "deepVeinTenderness"],
  ["Entire leg swollen", "entireLegSwollen"],
  ["Calf swelling >3 cm", "calfSwelling"],
  ["Pitting oedema", "pittingOedema"],
  ["Collateral veins", "collateralVeins"],
  ["Previous DVT", "previousDvt"],
  ["Alternative diagnosis as likely", "alternativeDiagnosis"],
];
const LAYOUTS: Readonly<Record<string, (item: string, holds: boolean, place: number) => string>> = {
  "item: yes": (item, holds) => `${item}: ${holds ? "yes" : "no"}`,
  "item: Y": (item, holds) => `${item}: ${holds ? "Y" : "N"}`,
  "item: 1": (item, holds) => `${item}: ${holds ? 1 : 0}`,
  "item: 1 point": (item, holds) => `${item}: ${holds ? "1 point" : "0 points"}`,
  "item: true": (item, holds) => `${item}: ${holds}`,
  "item - yes": (item, holds) => `${item} - ${holds ? "yes" : "no"}`,
  "item +1": (item, holds) => `${item} ${holds ? "+1" : "0"}`,
  "item ✓": (item, holds) => `${item} ${holds ? "✓" : "✗"}`,
  "item = 1": (item, holds) => `${item} = ${holds ? 1 : 0}`,
  "item (yes)": (item, holds) => `${item} (${holds ? "yes" : "no"})`,
  "item (1)": (item, holds) => `${item} (${holds ? 1 : 0})`,
  "item present": (item, holds) => `${item} ${holds ? "present" : "absent"}`,
  "item positive": (item, holds) => `${item} ${holds ? "positive" : "negative"}`,
  "item <tab> Yes": (item, holds) => `${item}\t${holds ? "Yes" : "No"}`,
  "| item | Yes |": (item, holds) => `| ${item} | ${holds ? "Yes" : "No"} |`,
  "1. item: yes": (item, holds, place) => `${place + 1}. ${item}: ${holds ? "yes" : "no"}`,
  "item? Yes": (item, holds) => `${item}? ${holds ? "Yes" : "No"}`,
  "- item: yes": (item, holds) => `- ${item}: ${holds ? "yes" : "no"}`,
};
const SIGNS = ["\n", ", ", "; ", ". "];
const PATTERNS: readonly (readonly number[])[] = [[3, 6], [0], [3], [], [5, 8], [1, 4], [2, 7], [9, 3]];

const { wellspring } = await shippedLibrary();

/** What is answered of the items of one form: those that are not as the form has them. */
function wrongIn(form: string, holding: readonly number[]): readonly string[] {
  const answer = wellspring.ask({ question: `50-year-old man, left leg pain, outpatient, no anticoagulants.${form}` });
  if (!answer.ok) throw new Error(JSON.stringify(answer.diagnostics));
  const values = new Map(
    answer.value.findings.flatMap(({ feature, from, value }) => (from === "presumed" ? [] : [[feature, value]])),
  );
  return ITEMS.flatMap(([name, feature], place) => (values.get(feature) === holding.includes(place) ? [] : [name]));
}

test.each(Object.entries(LAYOUTS))("a form of lines like ‘%s’ is read as it was filled in", (_, layout) => {
  for (const sign of SIGNS)
    for (const holding of PATTERNS) {
      const lines = ITEMS.map(([name], place) => layout(name, holding.includes(place), place));
      const form = `${sign === "\n" ? "\n" : " "}${lines.join(sign)}`;
      expect(wrongIn(form, holding), form).toEqual([]);
    }
});

test.each([
  ["[x]", "[ ]"],
  ["☑", "☐"],
  ["☒", "☐"],
])("%s is a ticked box, and %s is no “no”", (ticked, empty) => {
  const form = ITEMS.map(([name], place) => `${place === 3 ? ticked : empty} ${name}`).join("\n");
  const open = wrongIn(`\n${form}`, [3]);
  expect(open).toEqual(ITEMS.map(([name]) => name).filter((_, place) => place !== 3));
});
