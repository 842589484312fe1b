import { expect, test } from "vitest";
import { shippedLibrary } from "../../../test/real-library.ts";
import { parseTools } from "../files/tools-file.ts";
import { makeRegister } from "../register.ts";

const { wellspring } = await shippedLibrary();
const topic = wellspring.library.topics.get("suspected-leg-dvt");
const names = {
  facts: makeRegister(topic?.facts ?? new Map(), new Set<string>()),
  sets: makeRegister(wellspring.library.sets, new Set<string>()),
  pathway: topic?.pathway,
};

const read = (text: string) => parseTools("tools.yaml", text, names);
const CHANCES = `chances:
  condition: a clot
  start: START
  tests: [{ id: one, group: Tests, label: One, sensitivity: SENSITIVITY, specificity: ddimer-specificity }]
`;
const chances = (start: string, sensitivity: string) =>
  read(CHANCES.replace("START", start).replace("SENSITIVITY", sensitivity));

test("tools whose names the topic has are read", () => {
  expect(chances("prevalence-low-2006", "ddimer-sensitivity").tools?.chances?.tests).toHaveLength(1);
});

test("a name that the topic does not have costs all tools of the file, and the nearest one is offered", () => {
  const { tools, diagnostics } = chances("prevalence-low-2006", "ddimer-sensitivty");
  expect(tools).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { code: "tool-name-unknown", help: expect.stringContaining("ddimer-sensitivity") },
  ]);
});

test("a fact that is no share cannot be reckoned with", () => {
  expect(chances("trial-2003-size", "ddimer-sensitivity").diagnostics).toMatchObject([
    { code: "tool-fact-unsuited", message: expect.stringContaining("trial-2003-size") },
  ]);
  // A range without a value, from a source that was never traced.
  expect(chances("prevalence-low-2006", "repeated-calf-sensitivity").diagnostics[0]?.code).toBe("tool-fact-unsuited");
});

test.each([
  ["score: { score: geneva }", "score `geneva`"],
  ["score: { score: wells, checks: [height] }", "entry `height`"],
  ["score: { score: wells, standing: [NO_SUCH_WARNING] }", "warning `NO_SUCH_WARNING`"],
  ["score: { score: wells, prevalences: [{ scheme: twoLevel, stratum: high, facts: [safety-limit] }] }", "category"],
])("%s names what the pathway does not have", (text, said) => {
  expect(read(text).diagnostics).toMatchObject([{ code: "tool-name-unknown", message: expect.stringContaining(said) }]);
});

test("a number has no place in the file", () => {
  expect(read("chances: { condition: a clot, start: 17, tests: [] }").diagnostics[0]?.code).toBe("yaml-shape");
});
