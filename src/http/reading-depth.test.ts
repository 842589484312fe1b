import { expect, test } from "vitest";
import { loadShippedTopic } from "../../test/support/shipped-topic.ts";
import { statementsOf } from "../library/model/article.ts";
import { monthsLater } from "./components/words.ts";
import { articleAt, depthsOf } from "./reading-depth.ts";

const { clinician, patient } = loadShippedTopic().articles;
if (clinician === undefined || patient === undefined) throw new Error("both texts are shipped");
const idsAt = (depth: "brief" | "minute" | "full") =>
  statementsOf(articleAt(clinician, depth, clinician)).map(({ id }) => id);

test("ten seconds hold the scan and the red flags, and nothing else", () => {
  expect(idsAt("brief")).toEqual(["bl-imaging", "bl-red-flags"]);
});

test("a minute holds the bottom line and every statement that no variant may lose", () => {
  const shown = new Set(idsAt("minute"));
  const musts = statementsOf(clinician).filter(({ must }) => must);
  expect(musts.filter(({ id }) => !shown.has(id))).toEqual([]);
  expect(shown.size).toBeLessThan(statementsOf(clinician).length / 2);
});

test("a minute of the patient's text holds every sentence that carries one of them", () => {
  const musts = new Set(statementsOf(clinician).flatMap(({ id, must }) => (must ? [id] : [])));
  const shown = new Set(statementsOf(articleAt(patient, "minute", clinician)).map(({ id }) => id));
  const carrying = statementsOf(patient).filter(({ of }) => of !== undefined && musts.has(of));
  expect(carrying.filter(({ id }) => !shown.has(id))).toEqual([]);
});

test("everything is everything", () => {
  expect(articleAt(clinician, "full", clinician)).toBe(clinician);
});

test("without a sentence marked `brief` no shortest text is made up", () => {
  const unmarked = { ...clinician, sections: clinician.sections.slice(1) };
  expect(depthsOf(clinician)).toEqual(["brief", "minute", "full"]);
  expect(depthsOf(unmarked)).toEqual(["minute", "full"]);
});

test.each([
  ["2026-11-29", 12, "2027-11-29"],
  ["2026-01-31", 1, "2026-02-28"],
  ["2028-02-29", 12, "2029-02-28"],
  ["2026-11-30", 3, "2027-02-28"],
])("%s and %i months are %s", (from, months, to) => {
  expect(monthsLater(from, months)).toBe(to);
});
