import { z } from "zod";

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
});

/** A file of vignettes: patients told in words and as structured findings, with what must be advised. */
export const vignettesShape = z.looseObject({
  vignettes: z
    .array(
      z.looseObject({
        id: z.string(),
        topic: z.string().optional(),
        text: z.string().optional(),
        structured: z.record(z.string(), z.unknown()).optional(),
        expected,
      }),
    )
    .min(1),
});

export type Vignette = z.infer<typeof vignettesShape>["vignettes"][number];
export type Expected = Vignette["expected"];
