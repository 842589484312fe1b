import type { Measure } from "../measures/measures.ts";
import type { When } from "../phrases/entry.ts";
import type { Stretch } from "../text/stretch.ts";
import { Placed } from "./placed.ts";
import type { Sentence } from "./sentences.ts";

/** Words that say when something was measured. */
export interface TimeWords extends Stretch {
  readonly when: When;
}

/** The numbers and the words of time of one clause, both in the order of the text. */
interface Clause {
  readonly numbers: readonly Measure[];
  readonly times: readonly TimeWords[];
}

/**
 * When each number was measured, where its sentence says so: by the words of its own clause; else by those of clauses beside it that hold no number, on
 * the side on which the sentence puts them ("today: 9 mm; 2021: 4 mm", "9 mm (today), 4 mm (2021)"); else, in a sentence without any, by the
 * sentence before, if that gives no number of its own. Numbers are placed by `numberAt`, times by `from`.
 */
export function whenMeasured(
  sentences: readonly Sentence[],
  numbers: Placed<Measure>,
  times: Placed<TimeWords>,
): ReadonlyMap<Measure, TimeWords> {
  const told = new Map<Measure, TimeWords>();
  let carried: TimeWords | undefined;
  for (const sentence of sentences) {
    const clauses = sentence.clauses.map((clause) => clauseOf(numbers.in(clause), times.in(clause)));
    const here = clauses.flatMap((clause) => clause.times);
    const beside = timesBeside(clauses);
    for (const [at, clause] of clauses.entries()) {
      if (clause.numbers.length === 0) continue;
      const other = beside[at] ?? (here.length === 0 ? carried : undefined);
      const whenOf = clause.times.length > 0 ? whenInClause(clause) : () => other;
      for (const [nth, number] of clause.numbers.entries()) {
        const when = whenOf(number, nth);
        if (when !== undefined) told.set(number, when);
      }
    }
    const hasNumber = clauses.some((clause) => clause.numbers.length > 0);
    carried = hasNumber ? undefined : here.findLast(isFirm);
  }
  return told;
}

function isFirm({ when }: TimeWords): boolean {
  return when !== "perhapsBefore";
}

/** Doubtful words of time count only where there are more numbers than others. */
function clauseOf(numbers: readonly Measure[], times: readonly TimeWords[]): Clause {
  const firm = runsOf(times.filter(isFirm));
  return { numbers, times: firm.length > 0 && numbers.length <= firm.length ? firm : runsOf(times) };
}

/** Words of one time that follow each other count as one. */
function runsOf(times: readonly TimeWords[]): readonly TimeWords[] {
  const runs: TimeWords[] = [];
  for (const time of times) {
    const last = runs.at(-1);
    if (last?.when === time.when) runs[runs.length - 1] = { ...last, to: Math.max(last.to, time.to) };
    else runs.push(time);
  }
  return runs;
}

/** As many times as numbers belong to them in order; else each time belongs to the number nearest to it. */
function whenInClause({ numbers, times }: Clause): (number: Measure, nth: number) => TimeWords | undefined {
  if (numbers.length === times.length) return (_, nth) => times[nth];
  const [only, ...others] = numbers;
  if (only !== undefined && others.length === 0) {
    const nearest = times.reduce((best, time) => (distance(time, only) < distance(best, only) ? time : best));
    return () => nearest;
  }
  const byEnd = new Placed(numbers, ({ to }) => to);
  const firstOf = new Map<Measure, TimeWords>();
  for (const time of times) {
    const number = nearestNumber(time, byEnd);
    if (number !== undefined && !firstOf.has(number)) firstOf.set(number, time);
  }
  return (number) => firstOf.get(number);
}

function distance(time: TimeWords, number: Measure): number {
  return time.from >= number.to ? time.from - number.to : number.from - time.to;
}

/** INVARIANT: measures do not overlap, so that of those that end before the time the last is nearest, and of the others the first. */
function nearestNumber(time: TimeWords, byEnd: Placed<Measure>): Measure | undefined {
  const [before, behind] = byEnd.around(time.from + 1);
  if (before === undefined || behind === undefined) return before ?? behind;
  return distance(time, behind) < distance(time, before) ? behind : before;
}

/**
 * For each clause, the time told by clauses beside it, up to the next that holds a number: ahead of it where the sentence begins with a time, else
 * behind it; and on the other side where none is told there.
 */
function timesBeside(clauses: readonly Clause[]): readonly (TimeWords | undefined)[] {
  const ahead = lastToldBefore(clauses, ({ times }) => times.at(-1));
  const behind = lastToldBefore(clauses.toReversed(), ({ times: [first] }) => first).toReversed();
  const first = clauses.find(({ numbers, times }) => numbers.length > 0 || times.length > 0);
  const timeLeads = (first?.times.length ?? 0) > 0;
  return clauses.map((_, at) => (timeLeads ? (ahead[at] ?? behind[at]) : (behind[at] ?? ahead[at])));
}

/** For each clause, what the ones before it told last since one of them held a number. */
function lastToldBefore(
  clauses: readonly Clause[],
  toldBy: (clause: Clause) => TimeWords | undefined,
): readonly (TimeWords | undefined)[] {
  let last: TimeWords | undefined;
  return clauses.map((clause) => {
    const told = last;
    last = clause.numbers.length > 0 ? undefined : (toldBy(clause) ?? last);
    return told;
  });
}
