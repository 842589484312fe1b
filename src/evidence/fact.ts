import { z } from "zod";
import { CONFIDENCES } from "./confidence.ts";

export const MEASURES = [
  "sensitivity",
  "specificity",
  "npv",
  "failure-rate",
  "proportion",
  "prevalence",
  "count",
  "difference",
  "length",
  "duration",
  "risk",
  "other",
] as const;

/** A number of the literature, with everything needed to read it: what was measured, in whom, by whom, how surely. */
export const factShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "a fact id is lower-case letters, digits and hyphens"),
  quantity: z.string(),
  measure: z.enum(MEASURES),
  value: z.number().optional(),
  unit: z.string(),
  interval: z
    .strictObject({
      low: z.number(),
      high: z.number(),
      level: z.number().optional(),
      kind: z.enum(["confidence", "range"]).optional(),
    })
    .optional(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  population: z.string(),
  source: z.string().optional(),
  locator: z.string().optional(),
  confidence: z.enum(CONFIDENCES),
  note: z.string().optional(),
});

export type Fact = z.infer<typeof factShape>;
