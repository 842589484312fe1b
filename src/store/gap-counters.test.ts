import { expect, test } from "vitest";
import { shippedLibrary } from "../../test/real-library.ts";
import { countGaps } from "../answer/count-gaps.ts";
import { FEWEST_SHOWN } from "../answer/gap.ts";
import { createGapCounters } from "./gap-counters.ts";

const { wellspring } = await shippedLibrary();

function counting(day = "2026-11-25") {
  const counters = createGapCounters();
  return { counters, counted: countGaps(wellspring, counters, () => day) };
}

test("a subject is shown from the fifth refusal on, by its id, its reason and the day alone", () => {
  const { counted } = counting();
  for (let times = 1; times <= FEWEST_SHOWN; times += 1) {
    expect(counted.gaps()).toEqual([]);
    counted.ask({ question: "How is achalasia treated in Ruritania?" });
  }
  expect(counted.gaps()).toEqual([
    { subject: "dysphagia", reason: "no-topic", day: "2026-11-25", count: FEWEST_SHOWN },
  ]);
});

test("what no subject names is counted without its words, and what is no question not at all", () => {
  const { counters, counted } = counting();
  counted.ask({ question: "How do I manage a first episode of gout?" });
  counted.ask({ question: "Write me a poem about the sea" });
  counted.ask({ question: "58-year-old man with a tender swollen left calf. DVT?" });
  expect(counters.all()).toEqual([{ subject: "unplaced", reason: "no-topic", day: "2026-11-25", count: 1 }]);
});

test("days are counted apart, and the oldest are forgotten", () => {
  const counters = createGapCounters();
  for (let day = 1; day <= 100; day += 1)
    counters.add({ subject: "knee", reason: "no-topic", day: `day ${1000 + day}` });
  expect(counters.all().length).toBe(92);
  expect(counters.all().at(-1)?.day).toBe("day 1009");
});
