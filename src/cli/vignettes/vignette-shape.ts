import { z } from "zod";
import { indistinct, urgencyLevel } from "../../answer/second-reader/second-reader.ts";

const window = z.tuple([z.number(), z.number()]);

/** A list that may be left out or null. */
const codes = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? []);

const followUp = z.looseObject({
  fromDay: z.number().optional(),
  toDay: z.number().optional(),
  tolerated: window.optional(),
  days: z.array(z.number()).optional(),
  windows: z.array(window).optional(),
});

const category = z.string().nullish();

/** What a vignette expects. Missing fields are not judged. */
const expected = z.looseObject({
  wellsScore: z.number().nullable().optional(),
  stratum: z.looseObject({ twoLevel: category, threeLevel: category }).nullish(),
  nextStep: z.string(),
  alsoAcceptable: codes,
  mustNot: codes,
  alsoDo: codes,
  warnings: codes,
  /** One follow-up, or several in order. */
  followUp: z.union([followUp, z.array(followUp)]).nullish(),
  /** Advice that must be named as still open when the next step is to ask. */
  possible: codes,
});

/** One reading of a text: a feature, with a value or with any. */
const reading = z.object({ feature: z.string(), value: z.unknown().optional() });
const readings = z.array(reading).default([]);

/** A file of vignettes: patients told in words and as structured findings, with what must be advised. */
export const vignettesShape = z.looseObject({
  /** Most urgent first; codes that conclude nothing stand in none. */
  urgency: z.array(urgencyLevel).optional(),
  /** For a second reader to learn: steps that words alone do not tell apart. */
  indistinct: indistinct.default([]),
  /** Readings that are never an error, in whichever vignette. */
  mayAlwaysFind: readings,
  vignettes: z
    .array(
      z.looseObject({
        id: z.string(),
        topic: z.string().optional(),
        text: z.string().optional(),
        structured: z.record(z.string(), z.unknown()).optional(),
        /** What the text states, as the evaluate call takes it: null where it says "not known". */
        findings: z.record(z.string(), z.unknown()).optional(),
        /** Findings of `structured` that the text leaves unsaid, as feature ids. */
        unsaid: z.array(z.string()).default([]),
        /** What a careful reader may take from the text or leave: neither is an error. */
        mayFind: readings,
        /** What must not be read. */
        mustNotFind: readings,
        expected,
      }),
    )
    .min(1),
});

export type VignetteFile = z.infer<typeof vignettesShape>;
export type Reading = z.infer<typeof reading>;
export type Vignette = VignetteFile["vignettes"][number];
export type Expected = Vignette["expected"];
