import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { understand } from "../src/answer/understand/understand.ts";
import type { Statement } from "../src/pathway/model/finding.ts";
import { loadShippedLanguage, loadShippedTopic } from "./support/shipped-topic.ts";

// Every name of a finding in every way of saying it: what examples of whole patients never come to.

const list = z.array(z.string()).min(1);
const shape = z.strictObject({
  patient: z.string(),
  names: z.record(z.string(), list),
  present: list,
  notKnown: list,
  notNow: z.strictObject({ without: list, frames: list }),
  otherLeg: z.strictObject({ of: list, frames: list }),
  veins: z.strictObject({ P: list, D: list, "acute-proximal": list, "acute-isolated-distal": list, incomplete: list }),
  behindDenial: z.strictObject({ denials: list, there: z.record(z.string(), list), open: z.record(z.string(), list) }),
  together: z.array(z.strictObject({ said: z.string(), absent: list.default([]), notKnown: list.default([]) })),
  except: z.array(z.strictObject({ because: z.string(), pairs: z.record(z.string(), list) })),
});
const frames = shape.parse(parse(readFileSync(new URL("fixtures/frames.yaml", import.meta.url), "utf8")));
const topic = loadShippedTopic();
const language = loadShippedLanguage();

function read(saying: string): readonly Statement[] {
  return understand(`${frames.patient} ${saying}`, topic, language).statements;
}

function inFrame(frame: string, name: string): string {
  const said = frame.replace("X", name).replace("B", name.replace(/^an? /, ""));
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

/** The pairs of a frame with the names of these features, those left out that are known to be read otherwise. */
function pairsOf(
  frame: string,
  features: readonly string[],
): readonly { readonly feature: string; readonly saying: string }[] {
  const known = new Set(frames.except.flatMap(({ pairs }) => pairs[frame] ?? []));
  return features.flatMap((feature) =>
    (frames.names[feature] ?? [])
      .filter((name) => !known.has(name))
      .map((name) => ({ feature, saying: inFrame(frame, name) })),
  );
}

const isAbsent = (statement: Statement) =>
  statement.kind === "value" && (statement.value === false || statement.value === "none");
const isPresent = (statement: Statement) => statement.kind === "value" && !isAbsent(statement);
/** A drug of which the dose is not told is there all the same. */
const isMentioned = (statement: Statement) => isPresent(statement) || statement.kind === "incomplete";

function about(feature: string, saying: string): readonly Statement[] {
  return read(saying).filter((statement) => statement.feature === feature);
}

const everyFeature = Object.keys(frames.names);

describe("a finding is there", () => {
  test.each(frames.present)("%s", (frame) => {
    const missed = pairsOf(frame, everyFeature).filter(({ feature, saying }) => {
      const statements = about(feature, saying);
      return statements.length === 0 || !statements.every(isMentioned);
    });
    expect(missed).toEqual([]);
  });
});

const untold = [
  { title: "is not known", frames: frames.notKnown, features: everyFeature },
  {
    title: "is not of this patient now",
    frames: frames.notNow.frames,
    features: everyFeature.filter((feature) => !frames.notNow.without.includes(feature)),
  },
  { title: "is of the other leg", frames: frames.otherLeg.frames, features: frames.otherLeg.of },
];

describe.each(untold)("a finding $title: neither there nor absent", ({ frames: group, features }) => {
  test.each(group)("%s", (frame) => {
    const told = pairsOf(frame, features).filter(({ feature, saying }) =>
      about(feature, saying).some((statement) => isPresent(statement) || isAbsent(statement)),
    );
    expect(told).toEqual([]);
  });
});

describe.each(["acute-proximal", "acute-isolated-distal", "incomplete"] as const)(
  "veins tell of a scan: %s",
  (result) => {
    test.each(frames.veins[result])("%s", (frame) => {
      const { P, D } = frames.veins;
      const sayings = P.flatMap((p) => D.map((d) => frame.replace(/\bP\b/g, p).replace(/\bD\b/g, d)));
      const wrong = [...new Set(sayings)].filter((saying) => {
        const values = about("scan", saying).map((statement) =>
          statement.kind === "value" ? statement.value : statement.kind,
        );
        return values.length === 0 || values.some((value) => value !== result);
      });
      expect(wrong).toEqual([]);
    });
  },
);

/** Each frame with every name of these features in it. */
function crossed(
  frame: string,
  names: Readonly<Record<string, readonly string[]>>,
): readonly { readonly feature: string; readonly saying: string }[] {
  return Object.entries(names).flatMap(([feature, list]) =>
    list.map((name) => ({ feature, saying: frame.replace(/\bN\b/, name) })),
  );
}

describe("behind a denial and a comma", () => {
  const { denials, there, open } = frames.behindDenial;
  test.each(denials)("what is told of itself is there: %s", (frame) => {
    const missed = crossed(frame, there).filter(({ feature, saying }) => !about(feature, saying).some(isMentioned));
    expect(missed).toEqual([]);
  });
  test.each(denials)("what may be either is not denied: %s", (frame) => {
    const denied = crossed(frame, { ...there, ...open }).filter(({ feature, saying }) =>
      about(feature, saying).some(isAbsent),
    );
    expect(denied).toEqual([]);
  });
});

test.each(frames.together)("together: $said", ({ said, absent, notKnown }) => {
  const values = new Map(
    read(said).flatMap((statement) => (statement.kind === "value" ? [[statement.feature, statement.value]] : [])),
  );
  for (const feature of absent) expect(values.get(feature), feature).toBe(false);
  for (const feature of notKnown) expect(values.has(feature), feature).toBe(false);
});

test("every exception names a pair that is crossed", () => {
  const crossed = new Set([...frames.present, ...frames.notKnown, ...frames.notNow.frames]);
  const names = new Set(Object.values(frames.names).flat());
  for (const { pairs } of frames.except)
    for (const [frame, excepted] of Object.entries(pairs)) {
      expect(crossed).toContain(frame);
      for (const name of excepted) expect(names).toContain(name);
    }
});
