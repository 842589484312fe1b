import { z } from "zod";
import { CONFIDENCES } from "./confidence.ts";

export const SOURCE_STATUSES = ["current", "superseded", "retracted", "unknown"] as const;

export const SOURCE_DESIGNS = [
  "guideline",
  "consensus-statement",
  "systematic-review",
  "randomised-trial",
  "cohort-study",
  "diagnostic-accuracy-study",
  "narrative-review",
  "standard",
  "case-series",
  "other",
] as const;

const name = z.union([
  z.strictObject({ family: z.string(), given: z.string().optional() }),
  z.strictObject({ literal: z.string() }),
]);

/** A publication: CSL-JSON fields (https://citationstyles.org) with our own record of what was read and what is to be verified. */
export const sourceShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "a citation key is lower-case letters, digits and hyphens"),
  register: z.string(),
  type: z.string(),
  title: z.string(),
  author: z.array(name).optional(),
  etAl: z.boolean().optional(),
  issued: z.string().optional(),
  "container-title": z.string().optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  page: z.string().optional(),
  DOI: z.string().optional(),
  PMID: z.string().optional(),
  PMCID: z.string().optional(),
  URL: z.string().optional(),
  trial: z.string().optional(),
  issuer: z.string().optional(),
  design: z.enum(SOURCE_DESIGNS),
  status: z.enum(SOURCE_STATUSES),
  confidence: z.enum(CONFIDENCES),
  seen: z.string(),
  toVerify: z.array(z.string()).default([]),
  citable: z.boolean().default(true),
  machineWritten: z.boolean().optional().describe("true for a text that a machine wrote: it is never cited"),
  licence: z.string(),
});

export type Source = z.infer<typeof sourceShape>;
