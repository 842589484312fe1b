import type { Refusal } from "../../answer/answer-shape.ts";
import { chooseQuotes } from "../../answer/quotes/choose-quotes.ts";
import { composeQuotes } from "../../answer/quotes/compose-quotes.ts";
import { makeCues } from "../../answer/quotes/cues.ts";
import { findQuotable } from "../../answer/quotes/find-quotable.ts";
import type { RetrievalSet } from "../../evidence/retrieval-set.ts";
import { type CliEffects, EXIT } from "../command.ts";
import type { MeasuredStore } from "../evidence-desk.ts";
import { isGold } from "./gold-text.ts";
import { measureSet } from "./measure-set.ts";
import { figure } from "./open-set.ts";

interface Tally {
  questions: number;
  quoted: number;
  quotes: number;
  verbatim: number;
  judged: number;
  withGold: number;
  goldQuotes: number;
  goldTexts: number;
  goldTextsTouched: number;
}

/**
 * `wellspring eval quotes`: whether every sentence shown stands word for word in the document as the file has it, and how far the
 * sentences overlap with those that were judged to answer. Refusals for want of a good answer are not made here.
 */
export function evaluateQuotes(args: readonly string[], effects: CliEffects): Promise<number> {
  return measureSet("quotes", args, effects, async ({ set, store }) => {
    const tally = await quoteAll(set, store);
    return {
      json: { name: set.name, ...tally },
      text: render(set.name, tally),
      exit: tally.verbatim === tally.quotes ? EXIT.ok : EXIT.found,
    };
  });
}

async function quoteAll(set: RetrievalSet, { quoting }: MeasuredStore): Promise<Tally> {
  const { evidence, weights, words } = quoting;
  const cues = makeCues(words);
  /** Texts as the reader of the file gave them: the store is not asked whether the store is right. */
  const texts = new Map<string, readonly string[]>();
  for await (const { key, sections } of set.documents())
    texts.set(
      key,
      sections.map(({ text }) => text),
    );
  const tally: Tally = {
    questions: 0,
    quoted: 0,
    quotes: 0,
    verbatim: 0,
    judged: 0,
    withGold: 0,
    goldQuotes: 0,
    goldTexts: 0,
    goldTextsTouched: 0,
  };
  for (const { id, text } of set.wordings.flatMap(({ topics }) => topics)) {
    const found = await findQuotable(text, { evidence, cues, weights });
    const chosen = chooseQuotes(found.ranked, weights.choice, cues);
    const composed = await composeQuotes({ chosen, found, threshold: 0, insteadOf: NO_REFUSAL }, evidence, words);
    const groups = composed?.groups ?? [];
    const quotes = groups.flatMap(({ document, quotes: some }) =>
      some.map((quote) => ({ ...quote, key: document.key })),
    );
    tally.questions++;
    tally.quoted += quotes.length > 0 ? 1 : 0;
    tally.quotes += quotes.length;
    tally.verbatim += quotes.filter(({ key, exact, prefix, suffix }) =>
      texts.get(key)?.some((whole) => whole.includes(prefix + exact + suffix)),
    ).length;
    const gold = set.gold.get(id) ?? [];
    if (gold.length === 0) continue;
    const inGold = quotes.filter(({ exact }) => isGold(exact, gold));
    tally.judged += quotes.length;
    tally.goldQuotes += inGold.length;
    tally.withGold += inGold.length > 0 ? 1 : 0;
    tally.goldTexts += gold.length;
    tally.goldTextsTouched += gold.filter((one) => quotes.some(({ exact }) => isGold(exact, [one]))).length;
  }
  return tally;
}

/** What quotes stand in for is not measured. */
const NO_REFUSAL: Refusal = { reason: "no-topic", message: "", nearest: [], urgentSigns: [], subject: null };

function render(name: string, tally: Tally): string {
  const { questions, quoted, quotes, verbatim, judged, withGold, goldQuotes, goldTexts, goldTextsTouched } = tally;
  const lines = [
    `${name}: ${questions} questions, ${quoted} of them with quotes, ${quotes} quotes`,
    `word for word in the document as its file has it: ${verbatim} of ${quotes}`,
    ...(goldTexts === 0
      ? []
      : [
          `questions with a quote inside a judged text: ${figure(withGold, questions)}`,
          `quotes inside a judged text: ${figure(goldQuotes, judged)}; judged texts that a quote is from: ${figure(goldTextsTouched, goldTexts)}`,
        ]),
  ];
  return `${lines.join("\n")}\n`;
}
