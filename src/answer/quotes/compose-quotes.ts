import { DOCUMENT_TYPES } from "../../evidence/corpus.ts";
import { findTextQuote, selectTextQuote, type TextQuoteSelector } from "../../evidence/text-quote.ts";
import type { FoundPassage } from "../../search/candidate-index.ts";
import type { AnswerQuotes, Refusal } from "../answer-shape.ts";
import type { ChosenQuotes, Quotable } from "./choose-quotes.ts";
import type { LeftOut } from "./find-quotable.ts";
import type { FoundQuotes } from "./find-quotes.ts";
import type { QuotableEvidence } from "./quotable-evidence.ts";
import type { QuotingWords } from "./quoting-words.ts";

export interface QuotesToCompose {
  readonly chosen: ChosenQuotes;
  readonly found: Omit<FoundQuotes, "chosen">;
  readonly threshold: number;
  readonly insteadOf: Refusal;
}

type Group = AnswerQuotes["groups"][number];

/** A chosen sentence whose words were found again in the passage as it is stored now. */
interface Resolved {
  readonly at: number;
  readonly quotable: Quotable;
  readonly selector: TextQuoteSelector;
  readonly now: FoundPassage;
}

/**
 * The quotes as a reader sees them. Each is looked up once more in the store by its selector: what is not there word for word at this
 * moment is not shown. Null when nothing is left to show.
 */
export async function composeQuotes(
  { chosen, found, threshold, insteadOf }: QuotesToCompose,
  evidence: QuotableEvidence,
  words: QuotingWords,
): Promise<AnswerQuotes | null> {
  const resolved = await resolve(chosen.quotes, evidence);
  if (resolved.length === 0) return null;
  const documents = Map.groupBy(resolved, ({ now: { passage } }) => JSON.stringify([passage.source, passage.document]));
  const ordered = [...documents.values()].sort(([a], [b]) => compareDocuments(a?.now, b?.now));
  const numbers = new Map(ordered.flat().map(({ at }, index) => [at, index + 1]));
  const groups = ordered.flatMap((quotes) => toGroup(quotes, numbers, evidence));
  const lost: readonly LeftOut[] = Array<LeftOut>(chosen.quotes.length - resolved.length).fill("not-found");
  return {
    groups,
    disagreements: chosen.disagreements.flatMap(({ quotes: [one, other], opposition: on }) => {
      const pair = [numbers.get(one), numbers.get(other)].filter((number) => number !== undefined);
      const [first, second] = pair.sort((a, b) => a - b);
      if (first === undefined || second === undefined) return [];
      return [{ quotes: [first, second] as [number, number], on, message: words.say[on] }];
    }),
    leftOut: countReasons([...found.leftOut, ...lost]),
    answerable: { probability: found.probability, threshold },
    insteadOf,
  };
}

async function resolve(quotes: readonly Quotable[], evidence: QuotableEvidence): Promise<readonly Resolved[]> {
  const stored = await evidence.getPassages(quotes.map(({ found }) => found.passage.hash));
  const byHash = new Map(stored.map((one) => [one.passage.hash, one]));
  return quotes.flatMap((quotable, at) => {
    const { passage } = quotable.found;
    const { start, end } = quotable.read.extent;
    const selector = selectTextQuote(passage.text, start, end);
    const now = byHash.get(passage.hash);
    const isThere = now !== undefined && findTextQuote(now.passage.text, selector) !== undefined;
    return isThere ? [{ at, quotable, selector, now }] : [];
  });
}

/** Stronger kinds of document first, then newer ones; what has no date comes last of its kind. */
function compareDocuments(one: FoundPassage | undefined, other: FoundPassage | undefined): number {
  if (one === undefined || other === undefined) return 0;
  const byType = DOCUMENT_TYPES.indexOf(one.type) - DOCUMENT_TYPES.indexOf(other.type);
  const [first, second] = [one.date ?? "", other.date ?? ""];
  return byType || (first === second ? 0 : first < second ? 1 : -1);
}

function toGroup(
  quotes: readonly Resolved[],
  numbers: ReadonlyMap<number, number>,
  evidence: QuotableEvidence,
): Group[] {
  const [first] = quotes;
  const source = first === undefined ? undefined : evidence.findSource(first.now.passage.source);
  if (first === undefined || source === undefined) return [];
  const { now } = first;
  return [
    {
      source: {
        id: now.passage.source,
        title: source.title,
        licence: source.licence.name,
        attribution: source.licence.attribution ?? null,
      },
      document: {
        key: now.passage.document,
        version: now.passage.version,
        title: now.title,
        type: now.type,
        date: now.date ?? null,
        issuer: now.issuer ?? null,
        status: now.status,
        statusReason: now.statusReason ?? null,
        url: now.url ?? null,
      },
      quotes: quotes.map(({ at, quotable, selector, now: { passage } }) => ({
        number: numbers.get(at) ?? 0,
        ...selector,
        passage: passage.hash,
        headings: [...passage.headings],
        role: passage.role ?? null,
        grade: passage.grade ?? null,
        why: whyChosen(quotable),
      })),
    },
  ];
}

function whyChosen({ read: { features }, found }: Quotable): string[] {
  const share = Math.round(100 * features.coverageWithTitle);
  return [
    `with its title it holds ${share} % of the question, by weight of its words`,
    ...(found.type === "guideline" ? ["it stands in a guideline"] : []),
    ...(features.recommendation > 0 || features.roleRecommendation > 0 ? ["it gives advice"] : []),
    ...(features.result > 0 ? ["it tells a result"] : []),
    ...(features.number > 0 ? ["it gives figures"] : []),
    ...(features.conclusion > 0 || features.roleConclusion > 0 ? ["it concludes"] : []),
  ];
}

function countReasons(reasons: readonly LeftOut[]): AnswerQuotes["leftOut"] {
  return [...Map.groupBy(reasons, (reason) => reason)].map(([reason, all]) => ({ reason, passages: all.length }));
}
