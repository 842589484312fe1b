import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { statementsOf } from "../../library/model/article.ts";
import type { FollowUp } from "../../pathway/model/pathway.ts";
import { printWindows } from "../../pathway/print/print-window.ts";
import type { Content, ContentCheck } from "../content-check.ts";
import { NUMBER, readNumber } from "../content-words.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };
const SCAN = "(?:scan|ultrasound|duplex|imaging|look|test)s?";
const AGAIN = new RegExp(
  `\\b(?:repeat|(?:done|scan|look|image|imaged|scanned) again|re-?scan|re-?check|re-?image|(?:follow-up|serial|second|another|further) ${SCAN})\\b`,
  "iu",
);
const INTERVAL = new RegExp(`\\b(${NUMBER})(?:\\s*(?:–|-|to)\\s*(${NUMBER}))?\\s+(day|week|month)s?\\b`, "giu");

/** Two intervals for one follow-up, without a word on when which holds, leave the reader to choose one. */
export const intervalsDiffer: ContentCheck = {
  code: "intervals-differ",
  asks: "are there two intervals for one follow-up without a stated difference?",
  check: (content) => [...inArticles(content), ...inPathway(content)],
};

interface Interval {
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/**
 * An interval that is printed from the pathway belongs to the situation it is entered for. One typed by hand belongs to none,
 * and must not differ from any other that the article gives for looking again.
 */
function inArticles({ articles, written }: Content): readonly Diagnostic[] {
  return articles.flatMap((article) => {
    const given = statementsOf(article)
      .filter(({ text }) => AGAIN.test(text))
      .flatMap((statement) => {
        const typed = intervalsIn(written(statement).replace(/\{\{[^{}]*\}\}|\[[^\]]*\]|\{[^}]*\}/g, " … "));
        return intervalsIn(statement.text).map((interval) => ({
          ...interval,
          statement,
          byHand: typed.some((one) => isSame(one, interval)),
        }));
      });
    const seen = new Set<string>();
    return given.flatMap((one, index) => {
      if (!one.byHand || seen.has(one.statement.id)) return [];
      const other = given.find((two, at) => !isSame(one, two) && (at < index || !two.byHand));
      if (other === undefined) return [];
      seen.add(one.statement.id);
      const holes = { interval: one.words, other: other.words };
      return [lintDiagnostics.report("intervals-differ", holes, one.statement.span)];
    });
  });
}

/** Entries of the pathway are told apart by what is done and from when it is counted. */
function inPathway({ topic }: Content): readonly Diagnostic[] {
  const first = new Map<string, FollowUp>();
  return (topic.pathway?.followUps ?? []).flatMap((followUp) => {
    const name = `${followUp.what}\n${followUp.countedFrom}`;
    const other = first.get(name);
    if (other === undefined) first.set(name, followUp);
    const [interval, before] = [followUp, other ?? followUp].map(({ windows }) => printWindows(windows));
    if (interval === undefined || before === undefined || interval === before) return [];
    return [lintDiagnostics.report("intervals-differ", { interval, other: before }, followUp.span)];
  });
}

function intervalsIn(text: string): readonly Interval[] {
  return [...text.matchAll(INTERVAL)].map(([words, from = "", to, unit = "day"]) => {
    const days = DAYS[unit.toLowerCase()] ?? 1;
    return { words, from: readNumber(from) * days, to: readNumber(to ?? from) * days };
  });
}

function isSame(left: Interval, right: Interval): boolean {
  return left.from === right.from && left.to === right.to;
}
