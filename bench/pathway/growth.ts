// node bench/pathway/growth.ts: how compile and verify grow with features and rules, on pathways written by program.
import { compilePathway } from "../../src/pathway/compile/compile-pathway.ts";
import { parsePathway } from "../../src/pathway/parse/parse-pathway.ts";
import { verifyPathway } from "../../src/pathway/verify/verify-pathway.ts";

const SIZES: readonly (readonly [features: number, rules: number])[] = [
  [5, 10],
  [10, 50],
  [20, 100],
  [40, 500],
  [60, 1000],
  [60, 2000],
];

/** One stage for each yes/no feature but the last, its patients parted by a choice; a last stage for those left over. */
function textOf(features: number, rules: number): string {
  const shared = "label: L, plain: p, ask: a, group: g, cost: history";
  const stages = features - 2;
  const codes = Array.from({ length: Math.max(2, Math.ceil(rules / stages)) }, (_, at) => `k${at}`);
  const flags = Array.from({ length: stages + 1 }, (_, at) => `f${at}`);
  const next = "plain: p, next: [{ on: a, step: b }]";
  const rule = (id: string, when: string, advise: string) =>
    `      - { id: ${id}, when: "${when}", advise: ${advise}, because: b, cite: ["[house-rule]"] }`;
  return [
    `id: grown\ntitle: Grown\nversion: "1"\nprofiles: [{ id: only, label: Only }]\ndefaultProfile: only\nfeatures:`,
    `  - { id: c, type: choice, choices: { ${codes.map((code) => `${code}: ${code}`).join(", ")} }, ${shared} }`,
    ...flags.map((id) => `  - { id: ${id}, type: truth, ${shared} }`),
    `recommendations:`,
    ...["A", "B", "C", "ASK", "SETTLE"].map((code) => `  - { code: ${code}, title: t, action: a, ${next} }`),
    `outcomes: { needs: ASK, contradiction: SETTLE }\nstages:`,
    ...flags
      .slice(0, -1)
      .flatMap((flag, at) => [
        `  - id: s${at}\n    label: S\n    why: w\n    rules:`,
        ...codes.map((code, place) =>
          rule(
            `r${at}-${code}`,
            `${flag} and c = '${code}' and not ${flags[at + 1]}`,
            ["A", "B"][(at + place) % 2] ?? "A",
          ),
        ),
      ]),
    `  - id: last\n    label: S\n    why: w\n    rules:`,
    rule("rest", `${flags.at(-1)} or not ${flags.at(-1)}`, "C"),
  ].join("\n");
}

console.log("features rules nodes compile-ms verify-ms");
for (const [features, rules] of SIZES) {
  const { pathway, diagnostics } = parsePathway("grown.yaml", textOf(features, rules));
  if (pathway === undefined) throw new Error(diagnostics[0]?.message);
  const begun = performance.now();
  const compiled = compilePathway(pathway, "only");
  const made = performance.now();
  const verified = verifyPathway(pathway);
  const done = performance.now();
  const nodes = compiled.ok ? compiled.value.diagram.levels.length : Number.NaN;
  const faults = verified.ok
    ? verified.value.flatMap((one) => one.findings).filter((f) => f.verdict.kind !== "proven")
    : [];
  console.log(
    features,
    rules,
    nodes,
    (made - begun).toFixed(0),
    (done - made).toFixed(0),
    faults.length === 0 ? "" : faults[0],
  );
}
