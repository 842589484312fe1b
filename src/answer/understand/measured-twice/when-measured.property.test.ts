import fc from "fast-check";
import { expect, test } from "vitest";
import type { Measure } from "../measures/measures.ts";
import type { When } from "../phrases/entry.ts";
import type { Stretch } from "../text/stretch.ts";
import { Placed } from "./placed.ts";
import type { Sentence } from "./sentences.ts";
import { type TimeWords, whenMeasured } from "./when-measured.ts";

/** What a text holds, thing by thing: words that mean nothing, ends of clauses and sentences, numbers and words of time of one to three tokens. */
const thing = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ kind: "word" } as const) },
  { weight: 2, arbitrary: fc.constant({ kind: "clauseEnd" } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: "sentenceEnd" } as const) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("number" as const), length: fc.integer({ min: 1, max: 3 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("time" as const),
      when: fc.constantFrom<When>("now", "before", "perhapsBefore"),
      length: fc.integer({ min: 1, max: 3 }),
      /** Words of time may hold what follows them: a phrase has gaps. */
      over: fc.integer({ min: 0, max: 4 }),
    }),
  },
);

interface Told {
  readonly sentences: readonly Sentence[];
  readonly numbers: readonly Measure[];
  readonly times: readonly TimeWords[];
}

function layOut(things: readonly (typeof thing extends fc.Arbitrary<infer T> ? T : never)[]): Told {
  const numbers: Measure[] = [];
  const times: TimeWords[] = [];
  const sentences: { from: number; to: number; clauses: Stretch[] }[] = [];
  let [at, clauseFrom] = [0, 0];
  let clauses: Stretch[] = [];
  const endClause = () => {
    if (at > clauseFrom) clauses.push({ from: clauseFrom, to: at });
    clauseFrom = at + 1;
  };
  const endSentence = () => {
    endClause();
    sentences.push({ from: clauses[0]?.from ?? at, to: at, clauses });
    clauses = [];
  };
  for (const one of things) {
    if (one.kind === "clauseEnd") endClause();
    if (one.kind === "sentenceEnd") endSentence();
    const length = one.kind === "number" || one.kind === "time" ? one.length : 1;
    if (one.kind === "number") numbers.push(measureAt(at, at + length));
    if (one.kind === "time") times.push({ when: one.when, from: at, to: at + length + one.over });
    at += length;
  }
  endSentence();
  return { sentences, numbers, times };
}

function measureAt(from: number, to: number): Measure {
  const raw = String(from);
  const none = { value: undefined, unit: undefined, basis: undefined, comparator: undefined };
  return { from, to, numberAt: from, numberTo: to, relative: false, raw, ...none };
}

test("when a number was measured is what looking through all clauses for each number says", () => {
  fc.assert(
    fc.property(fc.array(thing, { maxLength: 40 }), (things) => {
      const { sentences, numbers, times } = layOut(things);
      const quick = whenMeasured(
        sentences,
        new Placed(numbers, ({ numberAt }) => numberAt),
        new Placed(times, ({ from }) => from),
      );
      const plain = numbers.map((number) => plainlyWhen(number, { sentences, numbers, times }));
      expect(numbers.map((number) => quick.get(number))).toEqual(plain);
    }),
    { numRuns: 2_000 },
  );
});

/** The rule as it is told, for one number at a time. */
function plainlyWhen(number: Measure, { sentences, numbers, times }: Told): TimeWords | undefined {
  const numbersIn = (stretch: Stretch) => numbers.filter(({ from }) => from >= stretch.from && from < stretch.to);
  const timesIn = (clause: Stretch) => {
    const inside = times.filter(({ from }) => from >= clause.from && from < clause.to);
    const firm = joined(inside.filter(({ when }) => when !== "perhapsBefore"));
    return firm.length > 0 && numbersIn(clause).length <= firm.length ? firm : joined(inside);
  };
  const nth = sentences.findIndex((sentence) => numbersIn(sentence).includes(number));
  const clauses = sentences[nth]?.clauses ?? [];
  const at = clauses.findIndex((clause) => numbersIn(clause).includes(number));
  const own = clauses[at] ?? { from: 0, to: 0 };
  if (timesIn(own).length > 0) return ofOwnClause(number, numbersIn(own), timesIn(own));

  const nextTold = (others: readonly Stretch[]) => {
    const end = others.findIndex((clause) => numbersIn(clause).length > 0);
    return others.slice(0, end < 0 ? others.length : end).find((clause) => timesIn(clause).length > 0);
  };
  const ahead = nextTold(clauses.slice(0, at).toReversed());
  const behind = nextTold(clauses.slice(at + 1));
  const told = [ahead && timesIn(ahead).at(-1), behind && timesIn(behind)[0]];
  const first = clauses.find((clause) => numbersIn(clause).length > 0 || timesIn(clause).length > 0);
  const timeLeads = first !== undefined && timesIn(first).length > 0;
  const beside = (timeLeads ? told : told.toReversed()).find((time) => time !== undefined);
  if (beside !== undefined || clauses.some((clause) => timesIn(clause).length > 0)) return beside;

  const before = sentences[nth - 1];
  if (before === undefined || before.clauses.some((clause) => numbersIn(clause).length > 0)) return undefined;
  return before.clauses.flatMap(timesIn).findLast(({ when }) => when !== "perhapsBefore");
}

function ofOwnClause(number: Measure, numbers: readonly Measure[], times: readonly TimeWords[]): TimeWords | undefined {
  const distance = (time: TimeWords, other: Measure) =>
    time.from >= other.to ? time.from - other.to : other.from - time.to;
  if (numbers.length === times.length) return times[numbers.indexOf(number)];
  if (numbers.length === 1) return least(times, (time) => distance(time, number));
  return times.find((time) => least(numbers, (other) => distance(time, other)) === number);
}

function least<T>(all: readonly T[], measure: (one: T) => number): T | undefined {
  const best = Math.min(...all.map(measure));
  return all.find((one) => measure(one) === best);
}

/** Words of one time that follow each other count as one. */
function joined(times: readonly TimeWords[]): readonly TimeWords[] {
  const starts = [...times.keys()].filter((at) => times[at - 1]?.when !== times[at]?.when);
  return starts.flatMap((start, nth) => {
    const run = times.slice(start, starts[nth + 1]);
    return run.slice(0, 1).map((first) => ({ ...first, to: Math.max(...run.map(({ to }) => to)) }));
  });
}
