import { convert, type Decimal, decimal } from "../../clinical/quantity.ts";
import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import type { Topic } from "../../library/model/topic.ts";
import { parseFindings } from "../../pathway/findings/parse-findings.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import { lexiconOf } from "../understand/lexicon/lexicon.ts";
import { type Measure, readMeasures } from "../understand/measures/measures.ts";
import { normalise } from "../understand/text/normalise.ts";
import { tokenise } from "../understand/text/tokenise.ts";
import { isBreak, type Token } from "../understand/text/tokens.ts";
import { aside, holding, type State } from "./held-findings.ts";

/** Time that a follow-up says has passed. */
export interface TimePassed {
  /** Undefined where it does not say how much ("some weeks later"). */
  readonly days: Decimal | undefined;
  /** Only asked about. */
  readonly supposed: boolean;
}

/** What ends a time that is told from today, as the clinical language names them. */
const AGO = "ago";

const TIMES: ReadonlySet<string> = new Set(["d", "wk", "mo", "a"]);

/** "Eight days on she is still sore", "a week later": what counted days until the question before counts them no longer. */
export function timePassedIn(
  question: string,
  topic: Topic,
  language: ClinicalLanguage,
  /** It asks what would be: "still sore in a week" is of a week from now. */
  supposes = false,
): Pick<TimePassed, "days"> | undefined {
  const { reader, measureWords } = lexiconOf(topic, language);
  const tokens = tokenise(normalise(question), reader);
  const later = language.followUps.later.map((phrase) => phrase.split(" "));
  const { laterAfter, backAfter } = language.followUps;
  const ahead = [...backAfter, ...(supposes ? laterAfter : [])].map((phrase) => phrase.split(" "));
  const measures = [...readMeasures(tokens, measureWords).values()];
  const spans = Object.entries(language.relativeTimes).flatMap(([phrase, days]) => spanOf(phrase, days));
  const units = measureWords.units.filter(({ unit }) => TIMES.has(unit)).flatMap(({ raws }) => raws.slice(0, 1));
  for (let at = 1; at < tokens.length; at += 1) {
    if (ahead.some((words) => standsAt(words, tokens, at - words.length))) {
      const behind = measures.find(({ from, unit }) => from === at && TIMES.has(unit ?? ""));
      if (behind !== undefined) return { days: daysOf(behind) };
      const spanAhead = spans.find(({ words }) => standsAt(words, tokens, at));
      if (spanAhead !== undefined) return { days: decimal(spanAhead.days) };
    }
    if (!later.some((words) => standsAt(words, tokens, at))) continue;
    const measure = measures.find(({ to, unit }) => to === at && TIMES.has(unit ?? ""));
    if (measure !== undefined) return { days: daysOf(measure) };
    const span = spans.find(({ words }) => standsAt(words, tokens, at - words.length));
    if (span !== undefined) return { days: decimal(span.days) };
    if (units.includes(tokens[at - 1]?.raw ?? "")) return { days: undefined };
  }
  return undefined;
}

/** "A week ago" tells a span of time as well: "a week", seven days. */
function spanOf(phrase: string, days: number): readonly { readonly words: readonly string[]; readonly days: number }[] {
  const words = phrase.split(" ");
  return words.length > 1 && words.at(-1) === AGO ? [{ words: words.slice(0, -1), days }] : [];
}

/** A full stop in the phrase stands for the end of a clause. */
function standsAt(words: readonly string[], tokens: readonly Token[], at: number): boolean {
  return words.every((word, offset) => {
    const token = tokens[at + offset];
    return word === "." ? isBreak(token) : token?.raw === word;
  });
}

function daysOf({ value, unit, comparator }: Measure): Decimal | undefined {
  if (value === undefined || unit === undefined || comparator !== undefined) return undefined;
  const days = convert({ value, unit }, "d");
  return days.ok ? days.value.value : undefined;
}

/**
 * The state with the days since each test counted anew. The time told may be counted from the test or from the question before; where
 * these lead to different advice, or nobody said how much it is, the days are not known any more, and are asked for.
 */
export function withTimePassed(
  topic: RunnableTopic,
  state: State,
  { days, supposed }: TimePassed,
  isSameAdvice: (one: State, other: State) => boolean,
): State {
  return topic.tests.reduce((current, { since, features }) => {
    if (since === undefined || !current.some(({ statement }) => features.includes(statement.feature))) return current;
    const rest = current.flatMap((one) => {
      if (one.statement.feature !== since) return [one];
      return supposed ? aside(one) : [];
    });
    const old = holding(current).find(({ statement }) => statement.feature === since)?.statement;
    if (days === undefined || (old !== undefined && (old.kind !== "value" || typeof old.value !== "object")))
      return rest;
    const before = old?.kind === "value" && typeof old.value === "object" ? old.value.value : decimal(0);
    const withDays = (count: Decimal) => [...rest, ...told(topic.pathway, since, count, supposed)];
    const fromBefore = withDays(before.plus(days));
    if (days.lt(before)) return fromBefore;
    const fromTest = withDays(days);
    return isSameAdvice(fromTest, fromBefore) ? fromTest : rest;
  }, state);
}

function told(pathway: Pathway, feature: string, days: Decimal, supposed: boolean): State {
  const read = parseFindings(pathway, { [feature]: { value: days.toNumber(), unit: "d" } });
  return read.ok ? read.value.map((statement) => ({ statement, supposed })) : [];
}
