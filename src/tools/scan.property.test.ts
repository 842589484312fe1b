import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COMPRESSIONS, CONTENTS, readScan, type Segment, WAVEFORMS } from "./scan.ts";

const segment = (id: string, region: Segment["region"], hasWaveform = false): Segment => ({
  id,
  label: id,
  region,
  required: true,
  compresses: true,
  hasWaveform,
});
const LEG: readonly Segment[] = [
  segment("common-femoral", "proximal", true),
  { ...segment("common-femoral-other", "other", true), compresses: false },
  segment("femoral", "proximal"),
  segment("popliteal", "proximal", true),
  segment("posterior-tibial", "distal"),
  segment("peroneal", "distal"),
  { ...segment("great-saphenous", "superficial"), required: false },
];

type Marks = Partial<Pick<Segment, "compression" | "content" | "waveform">>;
const mark = (marks: Readonly<Record<string, Marks>>, fallback: Marks = {}): readonly Segment[] =>
  LEG.map((one) => ({ ...one, ...fallback, ...marks[one.id] }));
const FULL: Marks = { compression: "full", waveform: "normal" };
const classOf = (segments: readonly Segment[]) => readScan(segments).class;

describe("the class of a scan", () => {
  test.each([
    ["NOT_STARTED", mark({})],
    ["NORMAL_COMPLETE", mark({}, FULL)],
    ["NORMAL_PROXIMAL_ONLY", mark({ "common-femoral": FULL, femoral: FULL, popliteal: FULL })],
    ["ACUTE_PROXIMAL", mark({ popliteal: { compression: "not", content: "acute" } })],
    ["ACUTE_ISOLATED_DISTAL", mark({ peroneal: { compression: "partly", content: "acute" } }, FULL)],
    ["INCOMPLETE", mark({ peroneal: { compression: "not", content: "acute" } })],
    ["INDETERMINATE", mark({ femoral: { compression: "not" } }, FULL)],
    [
      "CHRONIC_POSTTHROMBOTIC",
      mark({ femoral: { compression: "partly", content: "chronic", waveform: "normal" } }, FULL),
    ],
    ["INCOMPLETE", mark({ femoral: { compression: "not-seen" } }, FULL)],
    ["INCOMPLETE", mark({ "posterior-tibial": { compression: "not-seen" } }, FULL)],
    ["INCOMPLETE", mark({ "common-femoral-other": { waveform: "not-seen" } }, FULL)],
    ["SUPERFICIAL_ONLY", mark({ "great-saphenous": { compression: "not", content: "acute" } }, FULL)],
    ["ABNORMAL_WAVEFORM", mark({ "common-femoral": { compression: "full", waveform: "abnormal" } }, FULL)],
  ])("is %s", (expected, segments) => {
    expect(classOf(segments)).toBe(expected);
  });

  test("a calf half looked at is incomplete, not proximal only", () => {
    expect(classOf(mark({ "posterior-tibial": { compression: "full" } }, { waveform: "normal" }))).toBe("INCOMPLETE");
  });
});

const marks: fc.Arbitrary<Marks> = fc.record({
  compression: fc.option(fc.constantFrom(...COMPRESSIONS), { nil: undefined }),
  content: fc.option(fc.constantFrom(...CONTENTS), { nil: undefined }),
  waveform: fc.option(fc.constantFrom(...WAVEFORMS), { nil: undefined }),
});
const scans = fc.tuple(...LEG.map(() => marks)).map((all) => LEG.map((one, at) => ({ ...one, ...all[at] })));

describe("whatever is marked", () => {
  test("a complete normal scan has every required vein fully compressible and no other", () => {
    fc.assert(
      fc.property(scans, (segments) => {
        const isAll = segments.every(
          ({ required, compresses, compression, hasWaveform, waveform }) =>
            (!required && (compression === undefined || compression === "full" || compression === "not-seen")) ||
            (required && (!compresses || compression === "full") && (!hasWaveform || waveform === "normal")),
        );
        const clean = segments.every(
          ({ compression, waveform }) => compression !== "partly" && compression !== "not" && waveform !== "abnormal",
        );
        expect(classOf(segments) === "NORMAL_COMPLETE").toBe(isAll && clean);
      }),
      { numRuns: 2000 },
    );
  });

  test("not seeing a vein never turns a scan normal", () => {
    fc.assert(
      fc.property(scans, fc.nat(LEG.length - 1), (segments, at) => {
        const unseen = segments.map((one, index) =>
          index === at && one.required ? { ...one, compression: "not-seen" as const } : one,
        );
        const before = classOf(segments);
        const after = classOf(unseen);
        if (after === "NORMAL_COMPLETE") expect(before).toBe("NORMAL_COMPLETE");
        if (unseen[at]?.compresses && unseen[at].required)
          expect(["NORMAL_COMPLETE", "NORMAL_PROXIMAL_ONLY"]).not.toContain(after);
      }),
    );
  });

  test("an acute proximal clot is told whatever was not seen", () => {
    fc.assert(
      fc.property(scans, (segments) => {
        const clotted = segments.map((one) =>
          one.id === "femoral" ? { ...one, compression: "not" as const, content: "acute" as const } : one,
        );
        expect(classOf(clotted)).toBe("ACUTE_PROXIMAL");
      }),
    );
  });
});
