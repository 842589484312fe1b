import type { MatchedText } from "./matched-text.ts";
import type { Measure } from "./measures.ts";
import { isSentenceEnd } from "./tokens.ts";

/** `perhapsBefore` tells of an earlier time only beside a number of another time: a year, "was". */
export type When = "now" | "before" | "perhapsBefore";

/** Words that say when something was measured. Positions are token indices, `to` exclusive. */
export interface TimeWords {
  readonly when: When;
  readonly from: number;
  readonly to: number;
}

/** A stretch of tokens, `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface Clause extends Stretch {
  readonly numbers: readonly Measure[];
  readonly times: readonly TimeWords[];
}

/** Sentences of the text; a semicolon ends one as well. */
export function sentencesOf({ tokens }: MatchedText): readonly Stretch[] {
  return cut({ from: 0, to: tokens.length }, (at) => isSentenceEnd(tokens[at]) || tokens[at]?.raw === ";");
}

/** Clauses of a sentence: between breaks, "but", and words that stand between two numbers ("against"). */
export function clausesOf(sentence: Stretch, text: MatchedText, between: ReadonlySet<string>): readonly Stretch[] {
  return cut(sentence, (at) => {
    const token = text.tokens[at];
    return token?.kind === "break" || text.dividers.has(at) || between.has(token?.raw ?? "");
  });
}

function cut({ from, to }: Stretch, parts: (at: number) => boolean): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let start = from;
  for (let at = from; at <= to; at += 1) {
    if (at < to && !parts(at)) continue;
    if (at > start) stretches.push({ from: start, to: at });
    start = at + 1;
  }
  return stretches;
}

/**
 * When each number was measured, where its sentence says so: by the words of its own clause; else by those of clauses beside it that hold no number, on
 * the side on which the sentence puts them ("today: 9 mm; 2021: 4 mm", "9 mm (today), 4 mm (2021)"); else, in a sentence without any, by the
 * sentence before, if that gives no number of its own.
 */
export function whenMeasured(
  numbers: readonly Measure[],
  times: readonly TimeWords[],
  text: MatchedText,
  between: ReadonlySet<string>,
): ReadonlyMap<Measure, TimeWords> {
  const told = new Map<Measure, TimeWords>();
  let carried: TimeWords | undefined;
  for (const sentence of sentencesOf(text)) {
    const clauses = clausesOf(sentence, text, between).map((clause) => {
      const inside = numbers.filter(({ numberAt }) => isIn(numberAt, clause));
      return { ...clause, numbers: inside, times: timesIn(clause, inside.length, times) };
    });
    const here = clauses.flatMap((clause) => clause.times);
    const firm = here.filter(({ when }) => when !== "perhapsBefore");
    for (const [at, clause] of clauses.entries())
      for (const number of clause.numbers) {
        const when =
          clause.times.length > 0
            ? inClause(number, clause)
            : (besideClause(at, clauses) ?? (here.length === 0 ? carried : undefined));
        if (when !== undefined) told.set(number, when);
      }
    carried = clauses.some((clause) => clause.numbers.length > 0) ? undefined : (firm.at(-1) ?? undefined);
  }
  return told;
}

export function isIn(at: number, { from, to }: Stretch): boolean {
  return at >= from && at < to;
}

/** The words of time in a clause; doubtful ones only where there are more numbers than others. */
function timesIn(clause: Stretch, numbers: number, times: readonly TimeWords[]): readonly TimeWords[] {
  const inside = times.filter(({ from }) => isIn(from, clause));
  const firm = runsOf(inside.filter(({ when }) => when !== "perhapsBefore"));
  return firm.length > 0 && numbers <= firm.length ? firm : runsOf(inside);
}

/** Words of one time that follow each other count as one. */
function runsOf(times: readonly TimeWords[]): readonly TimeWords[] {
  const runs: TimeWords[] = [];
  for (const time of times.toSorted((left, right) => left.from - right.from)) {
    const last = runs.at(-1);
    if (last?.when === time.when) runs[runs.length - 1] = { ...last, to: Math.max(last.to, time.to) };
    else runs.push(time);
  }
  return runs;
}

/** As many times as numbers belong to them in order; else each time belongs to the number nearest to it. */
function inClause(number: Measure, { numbers, times }: Clause): TimeWords | undefined {
  if (numbers.length === times.length) return times[numbers.indexOf(number)];
  if (numbers.length === 1) return nearest(times, (time) => distance(time, number));
  return times.find((time) => nearest(numbers, (other) => distance(time, other)) === number);
}

function distance(time: TimeWords, number: Measure): number {
  return time.from >= number.to ? time.from - number.to : number.from - time.to;
}

function nearest<T>(all: readonly T[], far: (one: T) => number): T | undefined {
  return all.reduce<T | undefined>((best, one) => (best === undefined || far(one) < far(best) ? one : best), undefined);
}

function besideClause(at: number, clauses: readonly Clause[]): TimeWords | undefined {
  const first = clauses.find(({ numbers, times }) => numbers.length > 0 || times.length > 0);
  const behind = () => emptyBeside(clauses.slice(at + 1)).find(({ times }) => times.length > 0)?.times[0];
  const ahead = () =>
    emptyBeside(clauses.slice(0, at).toReversed())
      .find(({ times }) => times.length > 0)
      ?.times.at(-1);
  const leads = (first?.times.length ?? 0) > 0;
  return leads ? (ahead() ?? behind()) : (behind() ?? ahead());
}

/** Clauses up to the next one that holds a number. */
function emptyBeside(clauses: readonly Clause[]): readonly Clause[] {
  const end = clauses.findIndex(({ numbers }) => numbers.length > 0);
  return end < 0 ? clauses : clauses.slice(0, end);
}
