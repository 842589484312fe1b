import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { decimal } from "../../clinical/quantity.ts";
import { spanAt } from "../../kernel/source-span.ts";
import type { FeatureWords } from "../../library/model/words.ts";
import type { Expression } from "../../pathway/language/expression.ts";
import { type CaseFeature, COSTS, type FeatureType } from "../../pathway/model/feature.ts";
import type { Parameter, Score } from "../../pathway/model/pathway.ts";
import { type ClinicalLanguage, parseClinicalLanguage } from "./clinical-language.ts";
import type { SpokenTopic } from "./lexicon.ts";

// Test support: builds from the library's own files the little of a topic that understanding needs, without the pathway's parser.

const library = new URL("../../../library/", import.meta.url);
const folder = new URL("topics/suspected-leg-dvt/", library);
const nowhere = spanAt("test", "", 0, 0);

const pathwayShape = z.object({
  parameters: z.array(z.object({ id: z.string(), label: z.string(), value: z.number(), unit: z.string() })),
  features: z.array(
    z.object({
      id: z.string(),
      type: z.enum(["truth", "choice", "wholeNumber", "quantity"]),
      choices: z.record(z.string(), z.string()).optional(),
      range: z.tuple([z.number(), z.number()]).optional(),
      unit: z.string().optional(),
      label: z.string(),
      plain: z.string(),
      ask: z.string(),
      group: z.string(),
      cost: z.enum(COSTS),
      family: z.string().optional(),
      derive: z.string().optional(),
    }),
  ),
});

const wordsShape = z.object({
  words: z.record(
    z.string(),
    z.object({
      phrases: z.array(z.string()),
      choices: z.record(z.string(), z.array(z.string())),
      denials: z.array(z.string()),
    }),
  ),
});

type WrittenFeature = z.infer<typeof pathwayShape>["features"][number];

function read(url: URL): string {
  return readFileSync(url, "utf8");
}

function typeOf(written: WrittenFeature): FeatureType {
  const [low, high] = written.range ?? [0, 0];
  switch (written.type) {
    case "truth":
      return { kind: "truth" };
    case "choice":
      return {
        kind: "choice",
        choices: Object.entries(written.choices ?? {}).map(([code, label]) => ({ code, label })),
      };
    case "wholeNumber":
      return { kind: "wholeNumber", low, high };
    case "quantity": {
      const unit = written.unit ?? "1";
      return { kind: "quantity", unit, low: { value: decimal(low), unit }, high: { value: decimal(high), unit } };
    }
  }
}

/** The features that a condition names, joined into one expression: enough to know what a feature is computed from. */
function deriveOf(written: string, ids: ReadonlySet<string>): Expression | undefined {
  const named = [...written.matchAll(/[A-Za-z]+/g)].map(([name]) => name).filter((name) => ids.has(name));
  return named.reduce<Expression | undefined>((left, id) => {
    const right: Expression = { kind: "feature", id, span: nowhere };
    return left === undefined ? right : { kind: "connective", operator: "or", left, right, span: nowhere };
  }, undefined);
}

function featureOf(written: WrittenFeature, ids: ReadonlySet<string>): CaseFeature {
  const derive = written.derive === undefined ? undefined : deriveOf(written.derive, ids);
  return {
    id: written.id,
    type: typeOf(written),
    label: written.label,
    plain: written.plain,
    ask: written.ask,
    group: written.group,
    cost: written.cost,
    input: true,
    implies: [],
    codings: [],
    span: nowhere,
    ...(derive === undefined ? {} : { derive }),
    ...(written.family === undefined ? {} : { family: written.family }),
  };
}

const WELLS_ITEMS = [
  "activeCancer",
  "paralysisOrPlaster",
  "bedriddenOrSurgery",
  "deepVeinTenderness",
  "entireLegSwollen",
  "calfSwelling",
  "pittingOedema",
  "collateralVeins",
  "previousDvt",
  "alternativeDiagnosis",
];

function wellsScore(id: string, features: readonly string[]): Score {
  const items = features.map((feature) => ({
    id: feature,
    label: feature,
    points: feature === "alternativeDiagnosis" ? -2 : 1,
    when: { kind: "feature" as const, id: feature, span: nowhere },
    feature,
    span: nowhere,
  }));
  return { id, label: "Wells", version: id, cite: [], items, schemes: [], span: nowhere };
}

export function loadTestTopic(): SpokenTopic {
  const pathway = pathwayShape.parse(parse(read(new URL("pathway.yaml", folder))));
  const { words } = wordsShape.parse(parse(read(new URL("words.yaml", folder))));
  const ids = new Set(pathway.features.map(({ id }) => id));
  const parameters: readonly Parameter[] = pathway.parameters.map(({ id, label, value, unit }) => ({
    id,
    label,
    value: { value: decimal(value), unit },
    cite: [],
    span: nowhere,
  }));
  return {
    pathway: {
      features: pathway.features.map((feature) => featureOf(feature, ids)),
      scores: [wellsScore("wells", WELLS_ITEMS), wellsScore("wells1997", WELLS_ITEMS.filter((id) => id !== "previousDvt"))],
      decidingScore: "wells",
      parameters,
    },
    words: new Map<string, FeatureWords>(Object.entries(words)),
  };
}

export function loadTestLanguage(): ClinicalLanguage {
  const parsed = parseClinicalLanguage("clinical-language.yaml", read(new URL("clinical-language.yaml", library)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics, null, 2));
  return parsed.value.value;
}
