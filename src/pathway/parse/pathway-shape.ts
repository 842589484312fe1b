import { z } from "zod";
import { CERTAINTIES, STRENGTHS } from "../../evidence/grade.ts";
import { COSTS } from "../model/feature.ts";

const id = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/, "an id is letters, digits and hyphens and begins with a letter");
const condition = z.string().min(1).describe("a condition in the CQL subset of docs/pathway-language.md");
const cite = z
  .array(z.string())
  .default([])
  .describe('evidence groups as in articles: "[@key, locator]" or "[house-rule]"');
const scalar = z.union([z.boolean(), z.string(), z.number()]);
const range = z.tuple([z.number(), z.number()]);

const feature = z.strictObject({
  id,
  type: z.enum(["truth", "choice", "wholeNumber", "quantity"]),
  choices: z.record(z.string(), z.string()).optional().describe("code: label, for a choice"),
  unit: z.string().optional().describe("UCUM; an assay basis as annotation, `ug/L{FEU}`"),
  range: range.optional().describe("lowest and highest value that is accepted"),
  label: z.string(),
  plain: z.string(),
  ask: z.string(),
  group: z.string(),
  cost: z.enum(COSTS),
  presume: scalar.optional().describe("what may be assumed when nobody said anything"),
  derive: z.string().optional().describe("expression that computes it when its parts are known"),
  implies: z.array(z.strictObject({ when: scalar.optional(), feature: id, value: scalar })).default([]),
  input: z.boolean().default(true).describe("false when forms need not ask for it, because it follows from others"),
  family: id.optional().describe("name shared by the same quantity on several assay bases"),
  codes: z
    .array(z.strictObject({ system: z.string(), code: z.string(), display: z.string(), seenIn: z.string() }))
    .default([]),
});

const stratum = z.strictObject({ id, label: z.string(), from: z.number().optional(), to: z.number().optional() });

const score = z.strictObject({
  id,
  label: z.string(),
  version: z.string(),
  cite,
  appliesWhen: condition.optional(),
  items: z.array(
    z.strictObject({ id, label: z.string(), points: z.number().int(), feature: id, when: condition.optional() }),
  ),
  schemes: z.array(z.strictObject({ id, label: z.string(), strata: z.array(stratum).min(1) })),
  stated: z
    .strictObject({
      total: id.optional().describe("whole-number feature for a total that was counted elsewhere"),
      category: id.optional().describe("choice feature for its category; every choice is a stratum of the schemes"),
    })
    .default({}),
});

const recommendation = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z_]*$/, "a recommendation code is capital letters and underscores"),
  title: z.string(),
  action: z.string(),
  plain: z.string(),
  strength: z.enum(STRENGTHS).default("not-graded"),
  certainty: z.enum(CERTAINTIES).default("not-graded"),
  cite,
  rulesOut: z.boolean().default(false),
  emergency: z.boolean().default(false),
  outOfScope: z.boolean().default(false),
  next: z.array(z.strictObject({ on: z.string(), step: z.string() })).min(1),
});

const rule = z.strictObject({
  id,
  when: condition,
  advise: z.string(),
  because: z.string(),
  cite: z.array(z.string()).min(1),
  profiles: z.array(id).default([]),
  known: z.array(id).default([]),
  followUp: z.union([id, z.record(z.string(), id)]).optional(),
  disagreements: z.array(z.string()).default([]),
  notes: z.array(z.union([z.string(), z.strictObject({ when: condition, text: z.string() })])).default([]),
});

/** The shape of `pathway.yaml`. Meaning is checked afterwards; this says which fields there are. */
export const pathwayShape = z.strictObject({
  id,
  title: z.string(),
  version: z.string(),
  profiles: z.array(z.strictObject({ id, label: z.string(), cite })).min(1),
  defaultProfile: id,
  decidingScore: id.optional(),
  parameters: z
    .array(
      z.strictObject({ id, label: z.string(), value: z.number(), unit: z.string(), noun: z.string().optional(), cite }),
    )
    .default([]),
  features: z.array(feature).min(1),
  definitions: z.array(z.strictObject({ id, label: z.string(), when: condition })).default([]),
  scores: z.array(score).default([]),
  followUps: z
    .array(
      z.strictObject({
        id,
        what: z.string(),
        windows: z.array(z.tuple([z.number().int().min(0), z.number().int().min(0)])).min(1),
        countedFrom: z.string(),
        cite,
      }),
    )
    .default([]),
  recommendations: z.array(recommendation).min(1),
  outcomes: z.strictObject({ needs: z.string(), contradiction: z.string() }),
  stages: z.array(z.strictObject({ id, label: z.string(), why: z.string(), rules: z.array(rule).min(1) })).min(1),
  alsoDo: z
    .array(
      z.strictObject({
        advise: z.string(),
        when: condition,
        with: z.array(z.string()).default([]),
        except: z.array(z.string()).default([]),
        because: z.string(),
        followUp: id.optional(),
        cite,
      }),
    )
    .default([]),
  warnings: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[A-Z][A-Z0-9_]*$/, "a warning code is capital letters, digits and underscores"),
        text: z.string(),
        plain: z.string(),
        amounts: z
          .record(id, condition)
          .default({})
          .describe("numbers of the patient that the text prints as `{{amount.<name>}}`, each as a calculation"),
        when: condition.optional(),
        on: z.enum(["missing", "contradiction", "statedTotal"]).optional(),
        with: z.array(z.string()).default([]),
        except: z.array(z.string()).default([]),
        cite,
      }),
    )
    .default([]),
  inconsistencies: z
    .array(z.strictObject({ id, when: condition, disputes: z.array(id).min(1), message: z.string() }))
    .default([]),
  properties: z
    .array(
      z.strictObject({
        id,
        label: z.string(),
        always: condition.optional(),
        never: condition.optional(),
        advice: z.array(z.string()).min(1),
        profiles: z.array(id).default([]),
      }),
    )
    .default([])
    .describe("what the verifier must prove of the whole pathway"),
});

export type PathwayText = z.infer<typeof pathwayShape>;
