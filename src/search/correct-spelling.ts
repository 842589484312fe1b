import { distance } from "fastest-levenshtein";
import type { CorpusStatistics } from "./candidate-index.ts";

/** Shorter words have too many neighbours to guess what was meant. */
const SHORTEST = 5;
/** From this length on two slips are forgiven. */
const LONG = 8;
/** People seldom mistake how a word begins, which keeps the search for neighbours short. */
const START = 2;

/**
 * The stem of the corpus that an unknown one most likely stands for: the nearest, and of equally near ones the most frequent. A stem
 * that the corpus knows, a number, or one without near neighbours stays as it is.
 */
export function correctSpelling(stem: string, statistics: CorpusStatistics): string {
  if (stem.length < SHORTEST || /\p{N}/u.test(stem) || statistics.documentFrequency(stem) > 0) return stem;
  const slips = stem.length >= LONG ? 2 : 1;
  let best = { stem, slips: slips + 1, frequency: 0 };
  for (const near of statistics.stemsBeginning(stem.slice(0, START))) {
    if (Math.abs(near.length - stem.length) > slips) continue;
    const away = distance(stem, near);
    if (away > slips || away > best.slips) continue;
    const frequency = statistics.documentFrequency(near);
    if (away < best.slips || frequency > best.frequency || (frequency === best.frequency && near < best.stem))
      best = { stem: near, slips: away, frequency };
  }
  return best.stem;
}
