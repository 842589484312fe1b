import { expect, test } from "vitest";
import { deskFiles } from "../../../test/fixtures/desk.ts";
import type { Topic } from "../../library/model/topic.ts";
import { parseLibrary } from "../../library/parse-library.ts";
import { pathwayText } from "../../pathway/testing/small-pathway.ts";
import { describeChanges } from "./describe-changes.ts";

/** The sample topic with some words of its files written otherwise. */
function topicWith(was = "", is = ""): Topic {
  const pathway = { path: "topics/leg/pathway.yaml", text: pathwayText() };
  const files = [...deskFiles(), pathway].map(({ path, text }) => ({ path, text: text.replace(was, is) }));
  const topic = parseLibrary(files).library.topics.get("leg");
  if (topic === undefined) throw new Error("the topic can be read");
  return topic;
}

const told = (was: string, is: string) =>
  describeChanges(topicWith(), topicWith(was, is)).map(
    ({ part, kind, id, after }) => `${part} ${kind} ${id}: ${after}`,
  );

test("a sentence that says the same more weakly has changed", () => {
  expect(told("strength=strong", "strength=weak")).toEqual([
    "clinician changed scan: Scan the whole leg. (weak, moderate certainty) [smith-2020, abstract; lee-2021]",
  ]);
});

test("a sentence that says the same on other evidence has changed, also where its source stays cited elsewhere", () => {
  expect(told("[@smith-2020, abstract; @lee-2021]{#scan", "[@smith-2020, abstract]{#scan")).toContain(
    "clinician changed scan: Scan the whole leg. (strong, moderate certainty) [smith-2020, abstract]",
  );
});

test("a rule of the pathway that says the same on other evidence has changed, and its source is a citation of the text", () => {
  const changes = told('because: a clot, cite: ["[house-rule]"]', 'because: a clot, cite: ["[@lee-2021, table 2]"]');
  expect(changes[0]).toMatch(/^pathway changed rule clotSeen: .* because a clot \[lee-2021, table 2\]$/);
});

test("two texts that say the same differ in nothing", () => {
  expect(told("", "")).toEqual([]);
});
