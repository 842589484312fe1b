import { isSpokenIn } from "../match/fit.ts";
import type { MatchedText } from "../match/matched-text.ts";
import type { Capture } from "../match/walk.ts";
import { isTelling } from "../phrases/entry.ts";
import type { Reading } from "../readings/readings.ts";
import type { SpokenTopic } from "../spoken-topic.ts";

/** What a topic says of how people give its numbers. */
export interface SpokenNumbers {
  /** The unit that people leave out with this number, where no other can be meant. */
  readonly unitLeftOut: (capture: Capture) => string | undefined;
  /** Whether people give the feature's number in this unit, and so much of it. */
  readonly isSpokenSo: (capture: Capture) => boolean;
  /** Whether the numbers that the reading only compares are given as people give those of its feature. */
  readonly isComparedSo: (reading: Reading) => boolean;
  /** Whether the number is a limit, so that "<500" means 500. */
  readonly isLimit: (capture: Capture) => boolean;
}

/** Tells of numbers whether people give the feature so, and which unit was left out. */
export function spokenNumbers({ words }: SpokenTopic, { measures }: MatchedText): SpokenNumbers {
  return {
    // "L calf 41.5, R 37" is in centimetres: no calf measures 41 inches, nor 41 millimetres.
    unitLeftOut: ({ feature, measure: { raw, unit, value } }) => {
      const bare = words.get(feature)?.bareNumber;
      // "One swollen foot" is no centimetre.
      if (bare === undefined || unit !== undefined || value === undefined || !/\d/.test(raw)) return undefined;
      return value.gte(bare.from) && value.lte(bare.to) ? bare.unit : undefined;
    },
    // "The difference is 4.5 mm" is no calf's.
    isSpokenSo: ({ feature, measure }) => isSpokenIn(words.get(feature)?.spokenIn, measure),
    // "The difference is 4.5 mm": compared with a girth it would be no swelling, and it is of no girth.
    isComparedSo: ({ entry: { target }, at }) => {
      if (!isTelling(target)) return true;
      const spokenIn = target.feature.type.kind === "truth" ? words.get(target.feature.id)?.spokenIn : undefined;
      if (spokenIn === undefined) return true;
      const taken = new Set(at);
      return at.every((token) => {
        const measure = measures.get(token);
        return measure === undefined || !taken.has(measure.to - 1) || isSpokenIn(spokenIn, measure);
      });
    },
    isLimit: ({ feature }) => words.get(feature)?.isLimit ?? false,
  };
}
