import { isSpokenIn } from "./fit.ts";
import type { SpokenTopic } from "./spoken-topic.ts";
import type { Capture } from "./walk.ts";

/** What a topic says of how people give its numbers. */
export interface SpokenNumbers {
  /** The unit that people leave out with this number, where no other can be meant. */
  readonly unitLeftOut: (capture: Capture) => string | undefined;
  /** Whether people give the feature's number in this unit, and so much of it. */
  readonly isSpokenSo: (capture: Capture) => boolean;
  /** Whether the number is a limit, so that "<500" means 500. */
  readonly isLimit: (capture: Capture) => boolean;
}

export function spokenNumbers({ words }: SpokenTopic): SpokenNumbers {
  return {
    // "L calf 41.5, R 37" is in centimetres: no calf measures 41 inches, nor 41 millimetres.
    unitLeftOut: ({ feature, measure: { unit, value } }) => {
      const bare = words.get(feature)?.bareNumber;
      if (bare === undefined || unit !== undefined || value === undefined) return undefined;
      return value.gte(bare.from) && value.lte(bare.to) ? bare.unit : undefined;
    },
    // "The difference is 4.5 mm" is no calf's.
    isSpokenSo: ({ feature, measure }) => isSpokenIn(words.get(feature)?.spokenIn, measure),
    isLimit: ({ feature }) => words.get(feature)?.isLimit ?? false,
  };
}
