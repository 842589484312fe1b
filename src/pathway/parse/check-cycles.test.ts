import { describe, expect, test } from "vitest";
import { pathwayText, reportsOn, withLine } from "../testing/small-pathway.ts";

const circlesIn = (text: string) =>
  reportsOn(text).flatMap(({ code, message }) => (code === "reference-cyclic" ? [message] : []));

const defined = (...lines: readonly string[]) =>
  circlesIn(
    lines
      .reduce((text, line) => `${text}\n  - ${line}`, "definitions:")
      .concat("\n", pathwayText({ definitions: "" }).replace("and not below", "").replace("and below", "")),
  );

describe("names that are made of each other", () => {
  test("are named as the circle they form", () => {
    const circles = defined(
      "{ id: one, label: one, when: two or swollen }",
      "{ id: two, label: two, when: three }",
      "{ id: three, label: three, when: one and tender }",
    );
    expect(circles).toHaveLength(1);
    expect(circles[0]).toContain("one → two → three → one");
  });

  test("may be one name that is made of itself", () => {
    expect(defined("{ id: one, label: one, when: not one }")[0]).toContain("one → one");
  });

  test("may be a derived feature and a definition", () => {
    const text = withLine("definitions", "  - { id: grown, label: grown, when: not child }").replace(
      "derive: age < adultAge",
      "derive: not grown",
    );
    expect(circlesIn(text)[0]).toContain("child → grown → child");
  });

  test("in a straight line are no circle, however often one is used", () => {
    expect(
      defined(
        "{ id: one, label: one, when: swollen }",
        "{ id: two, label: two, when: one and tender }",
        "{ id: three, label: three, when: one and two }",
      ),
    ).toEqual([]);
  });
});
