import { describe, expect, test } from "vitest";
import { reportsOn, withLine } from "../testing/small-pathway.ts";

/** What is reported about one condition, standing as a definition or, with `is null`, as a warning. */
function reports(condition: string, part: "definitions" | "warnings" = "definitions") {
  const quoted = JSON.stringify(condition);
  const line =
    part === "definitions"
      ? `  - { id: tried, label: tried, when: ${quoted} }`
      : `warnings:\n  - { code: TRIED, text: t, plain: t, when: ${quoted} }`;
  const text = part === "definitions" ? withLine(part, line) : withLine("alsoDo", line).replace("\nwarnings: []", "");
  return reportsOn(text).map(({ code, underlines }) => ({ code, underlines }));
}

describe("a condition whose types fit is accepted", () => {
  test.each([
    "swollen",
    "not swollen and tender",
    "swollen = true",
    "swollen != tender",
    "scan = 'clot'",
    "scan in {'none', 'clear'}",
    "age >= adultAge",
    "age * 2 + 1 < 100",
    "feu < limit",
    "feu < 0.5 'mg/L{FEU}'",
    "feu < age * limit",
    "feu < limit * 2 + 3 'ng/mL{FEU}'",
    "left - right >= 30 'mm'",
    "points >= 2",
    "points.level = 'low'",
    "points.level in {'low', 'high'}",
    "profile = 'first'",
    "below implies swollen",
    "swollen xor tender",
  ])("%s", (condition) => {
    expect(reports(condition)).toEqual([]);
  });
});

describe("a condition whose types do not fit is refused where it does not", () => {
  test.each([
    ["age", "condition-not-truth", "age"],
    ["scan", "condition-not-truth", "scan"],
    ["not feu", "condition-not-truth", "feu"],
    ["swollen and left", "condition-not-truth", "left"],
    ["feu < 500", "types-differ", "feu < 500"],
    ["age < 500 'ug/L{FEU}'", "types-differ", "age < 500 'ug/L{FEU}'"],
    ["feu < 500 'ug/L'", "types-differ", "feu < 500 'ug/L'"],
    ["feu < 250 'ng/mL{DDU}'", "types-differ", "feu < 250 'ng/mL{DDU}'"],
    ["feu < ddu", "types-differ", "feu < ddu"],
    ["feu < left", "types-differ", "feu < left"],
    ["left + feu < 3 'cm'", "types-differ", "left + feu"],
    ["left * right < 3 'cm'", "types-differ", "left * right"],
    ["swollen < tender", "types-differ", "swollen < tender"],
    ["swollen = 'yes'", "types-differ", "swollen = 'yes'"],
    ["scan < 'clot'", "types-differ", "scan < 'clot'"],
    ["scan in {'none', 3}", "types-differ", "scan in {'none', 3}"],
    ["scan = 'clots'", "choice-not-found", "'clots'"],
    ["points.level = 'moderate'", "choice-not-found", "'moderate'"],
    ["profile = 'third'", "choice-not-found", "'third'"],
    ["points.levels = 'low'", "name-not-found", "points.levels"],
    ["swolen", "name-not-found", "swolen"],
    ["feu < 3 'furlong'", "unit-not-ucum", "3 'furlong'"],
    ["swollen is null", "null-test-outside-warning", "swollen is null"],
  ])("%s", (condition, code, underlines) => {
    expect(reports(condition)).toEqual([{ code, underlines }]);
  });
});

test("a name that is not there is answered with the nearest that is", () => {
  const [report] = reportsOn(withLine("definitions", "  - { id: tried, label: tried, when: swolen }"));
  expect(report?.message).toBe("nothing is called `swolen`; did you mean `swollen`");
});

test("a definition may not lean on itself or on one below it", () => {
  expect(reports("tried")).toContainEqual({ code: "name-not-found", underlines: "tried" });
});

test("every fault of a condition is reported, not the first one", () => {
  expect(reports("swolen and tendr").map(({ code }) => code)).toEqual(["name-not-found", "name-not-found"]);
});

test("a warning may ask whether something is known", () => {
  expect(reports("swollen is null and age is not null", "warnings")).toEqual([]);
});
