import { makeCues } from "../../answer/quotes/cues.ts";
import { rankSentences } from "../../answer/quotes/find-quotable.ts";
import { bootstrapInterval } from "../../search/evaluate/bootstrap-interval.ts";
import type { CliEffects } from "../command.ts";
import { isGold } from "./gold-text.ts";
import { type Measured, measureSet } from "./measure-set.ts";
import { type OpenedSet, questionsOf } from "./open-set.ts";

/** Passages whose sentences are ranked, as quotation does. */
const PASSAGES = 20;
const DEPTHS = [1, 3, 5] as const;

/** `wellspring eval evidence`: how often a sentence that was judged to answer is among the first. */
export function evaluateEvidence(args: readonly string[], effects: CliEffects): Promise<number> {
  return measureSet("evidence", args, effects, rankGold);
}

async function rankGold({ set, store }: OpenedSet): Promise<Measured> {
  const { evidence, weights, words } = store.quoting;
  const parts = { evidence, weights, cues: makeCues(words) };
  const firstGold: number[] = [];
  for (const { id, text } of questionsOf(set)) {
    const gold = set.gold.get(id) ?? [];
    if (gold.length === 0) continue;
    const within = set.within.get(id);
    const result = within === undefined ? await store.search(text, PASSAGES) : store.searchDocument(text, within);
    firstGold.push(rankSentences(result, parts).findIndex(({ read: { sentence } }) => isGold(sentence.text, gold)));
  }
  const hits = DEPTHS.map((depth) => {
    const found = firstGold.map((at) => (at >= 0 && at < depth ? 1 : 0));
    const share = found.reduce<number>((sum, one) => sum + one, 0) / Math.max(1, found.length);
    return { depth, share, interval: bootstrapInterval(found) };
  });
  const lines = hits.map(
    ({ depth, share, interval: [low, high] }) =>
      `hit@${depth} ${share.toFixed(3)} (95 % ${low.toFixed(3)} to ${high.toFixed(3)})`,
  );
  return {
    json: { name: set.name, questions: firstGold.length, hits },
    text: `${set.name}, ${firstGold.length} questions with judged sentences: ${lines.join(", ")}\n`,
  };
}
