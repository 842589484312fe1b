import { z } from "zod";

const window = z.tuple([z.number(), z.number()]);

/** What a vignette expects. Missing fields are not judged. */
const expected = z.looseObject({
  wellsScore: z.number().nullable().optional(),
  stratum: z
    .looseObject({ twoLevel: z.string().nullable().optional(), threeLevel: z.string().nullable().optional() })
    .nullable()
    .optional(),
  nextStep: z.string(),
  alsoAcceptable: z.array(z.string()).default([]),
  mustNot: z.array(z.string()).default([]),
  alsoDo: z.array(z.string()).default([]),
  warnings: z.array(z.string()).default([]),
  followUp: z
    .looseObject({
      fromDay: z.number().optional(),
      toDay: z.number().optional(),
      tolerated: window.optional(),
      days: z.array(z.number()).optional(),
      windows: z.array(window).optional(),
    })
    .nullable()
    .optional(),
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
