import fc from "fast-check";
import { expect, test } from "vitest";
import { StemCounter, titleOf, toTermLines } from "./term-lines.ts";

const stem = fc.stringMatching(/^[a-c0é]{1,3}$/);
const stems = fc.array(stem, { maxLength: 6 });
const passage = fc.record({ title: stems, subjects: stems, sentences: fc.array(stems, { maxLength: 4 }) });
const question = fc
  .uniqueArray(stem, { minLength: 1, maxLength: 40 })
  .map((all) => all.map((one, at) => ({ stem: one, worth: at + 1 })));

test("the terms of the title are read back from the lines as they were", () => {
  fc.assert(
    fc.property(passage, (terms) => {
      expect(titleOf(toTermLines(terms))).toEqual(terms.title);
    }),
  );
});

test("counting in lines agrees with counting in lists of words", () => {
  fc.assert(
    fc.property(passage, question, (terms, asked) => {
      const { title, subjects, sentences } = terms;
      const body = sentences.flat();
      const countIn = (list: readonly string[]) => asked.map((one) => list.filter((word) => word === one.stem).length);
      const worthOf = (list: readonly string[]) =>
        asked.reduce((sum, one) => sum + (list.includes(one.stem) ? one.worth : 0), 0);
      const counted = new StemCounter(asked).count(toTermLines(terms));
      expect([counted.titleLength, counted.subjectsLength, counted.bodyLength]).toEqual([
        title.length,
        subjects.length,
        body.length,
      ]);
      expect([...counted.inTitle]).toEqual(countIn(title));
      expect([...counted.inSubjects]).toEqual(countIn(subjects));
      expect([...counted.inBody]).toEqual(countIn(body));
      expect(counted.bestLine).toBe(Math.max(worthOf(title), ...sentences.map(worthOf)));
    }),
  );
});
