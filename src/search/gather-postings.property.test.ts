import fc from "fast-check";
import { expect, test } from "vitest";
import { FIRST_STAGE } from "./first-stage.ts";
import { GatheredPostings } from "./gather-postings.ts";
import { PostingWriter } from "./postings.ts";
import { type StemEntry, toKey } from "./stem-blocks.ts";
import { toTermLines } from "./term-lines.ts";

const stems = fc.array(fc.stringMatching(/^[a-c0é\u{20000}]{1,2}$/u), { maxLength: 5 });
const terms = fc.record({ title: stems, subjects: stems, sentences: fc.array(stems, { maxLength: 3 }) });
const step = fc.record({ terms, isTakenOut: fc.boolean() });

/** Entries hold until the next. */
const copied = (entries: Iterable<StemEntry>) =>
  Array.from(entries, ({ bytes, ...rest }) => ({ ...rest, bytes: bytes.slice() }));

test("what is gathered is what counting the lists of stems gives, sorted by stem", () => {
  const gathered = new GatheredPostings();
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.nat(2 ** 40), (steps, first) => {
      gathered.clear();
      const expected = new Map<string, { by: number; readonly list: PostingWriter }>();
      for (const [at, { terms: fields, isTakenOut }] of steps.entries()) {
        const { title, subjects, sentences } = fields;
        const body = sentences.flat();
        const slot = first + at + 1;
        const lines = Buffer.from(toTermLines(fields));
        expect(isTakenOut ? gathered.remove(lines) : gathered.add(slot, lines)).toEqual({
          title: title.length,
          subjects: subjects.length,
          body: body.length,
        });
        const weighed = [
          [title, FIRST_STAGE.title],
          [subjects, FIRST_STAGE.subjects],
          [body, 1],
        ] as const;
        const length = weighed.reduce((sum, [list, weight]) => sum + weight * list.length, 0);
        for (const stem of new Set(weighed.flatMap(([list]) => list))) {
          const change = expected.get(stem) ?? { by: 0, list: new PostingWriter() };
          expected.set(stem, change);
          change.by += isTakenOut ? -1 : 1;
          const countIn = (list: readonly string[]) => list.filter((one) => one === stem).length;
          const frequency = weighed.reduce((sum, [list, weight]) => sum + weight * countIn(list), 0);
          if (!isTakenOut) change.list.add(slot, frequency, length);
        }
      }
      const sorted = [...expected].sort(([one], [other]) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
      expect(copied(gathered.changes())).toEqual(
        sorted.map(([stem, { by, list }]) => ({ key: toKey(stem), by, ...list.finish() })),
      );
    }),
    { numRuns: 200 },
  );
});

test("thousands of stems in thousands of passages stay apart", () => {
  const gathered = new GatheredPostings();
  for (let slot = 1; slot <= 3_000; slot++) gathered.add(slot, Buffer.from(`t${slot}\n\ncommon t${slot % 7}`));
  const changes = copied(gathered.changes());
  expect(changes).toHaveLength(3_002);
  expect(changes.find(({ key }) => key === "common")?.by).toBe(3_000);
  expect(changes.find(({ key }) => key === "t2999")).toMatchObject({ by: 1, last: 2_999 });
});

test("stems that take too much room to be kept are forgotten with what was gathered, and come anew", () => {
  const gathered = new GatheredPostings();
  const long = Array.from({ length: 50 }, (_, at) => `${at}`.padStart(100_000, "x"));
  for (const [slot, stems] of [[1, [...long, "leg"]] as const, [2, ["leg", "arm"]] as const]) {
    gathered.clear();
    gathered.add(slot, Buffer.from(`\n\n${stems.join(" ")}`));
    expect(copied(gathered.changes()).map(({ key, by, last }) => [key, by, last])).toEqual(
      [...stems].sort().map((stem) => [stem, 1, slot]),
    );
  }
});
