import { makeCues } from "../../answer/quotes/cues.ts";
import { rankSentences } from "../../answer/quotes/find-quotable.ts";
import { bootstrapInterval } from "../../search/evaluate/bootstrap-interval.ts";
import { type CliEffects, EXIT } from "../command.ts";
import { readArguments } from "../read-arguments.ts";
import { reportFailure, reportUsage } from "../report.ts";
import { isGold } from "./gold-text.ts";
import { openSet, questionsOf } from "./open-set.ts";

const USAGE = { usage: "eval evidence <folder> [--json]" };

/** Passages whose sentences are ranked, as quotation does. */
const PASSAGES = 20;
const DEPTHS = [1, 3, 5] as const;

/** `wellspring eval evidence`: how often a sentence that was judged to answer is among the first. */
export async function evaluateEvidence(args: readonly string[], effects: CliEffects): Promise<number> {
  const read = readArguments(args, { json: { type: "boolean" } });
  if (!read.ok) return reportUsage(USAGE, read.message, effects);
  const [path, ...rest] = read.positionals;
  if (path === undefined || rest.length > 0) return reportUsage(USAGE, "name one folder", effects);
  const opened = await openSet(path, effects);
  if (!opened.ok) return reportFailure(opened.diagnostics, effects);
  const { set, store } = opened.value;
  const { evidence, weights, words } = store.quoting;
  const parts = { evidence, weights, cues: makeCues(words) };
  try {
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
    const whole = { name: set.name, questions: firstGold.length, hits };
    const lines = hits.map(
      ({ depth, share, interval: [low, high] }) =>
        `hit@${depth} ${share.toFixed(3)} (95 % ${low.toFixed(3)} to ${high.toFixed(3)})`,
    );
    if (read.has("json")) effects.write(`${JSON.stringify(whole, null, 2)}\n`);
    else effects.write(`${set.name}, ${firstGold.length} questions with judged sentences: ${lines.join(", ")}\n`);
    return EXIT.ok;
  } finally {
    store.close();
  }
}
