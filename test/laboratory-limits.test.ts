import { describe, expect, test } from "vitest";
import { converse } from "./support/converse.ts";

// What stands in brackets behind a D-dimer is the laboratory's limit, whatever it is called; nothing else that stands there is.

const LIMITS = [
  "(<400)",
  "(<400 ug/L)",
  "[<400]",
  "(ref <400)",
  "(N <400)",
  "(0-400)",
  "(400)",
  "/400",
  "(cut 400)",
  "(normal up to 400)",
  "ref 0-400",
  "(threshold 400)",
  "(nl<400)",
  "(NR<400)",
  "(RR 0-400)",
  "(normal range 0 to 400)",
  "(<=400)",
  "(lab: <400)",
  "(our lab <400)",
  "(positive if >400)",
  "(pos >=400)",
  "(neg <400)",
  "(lab's limit 400)",
  "(N 0-400)",
  "(norm <400)",
  "(normal <400)",
  "(max 400)",
  "(upper limit 400)",
  "(< 400 FEU)",
  "(<400 = negative)",
  "(negative below 400)",
  "(positive from 400)",
  "(ULN 400)",
  "(lab cutoff 400 for everyone)",
  "with a limit of 400",
  "(laboratory reference below 400)",
  "(rule-out <400)",
  "(ref. interval 0-400)",
  "(reference interval: 0 - 400)",
  "(expected <400)",
  "; normal <400",
];
const IN_MG = LIMITS.map((limit) => limit.replace("400 ug/L", "400").replaceAll("400", "0.40"));

/** Results on either side of the limit, each written so that the limit is on the same scale. */
const SCALES = [
  { above: "410 ug/L FEU", below: "390 ug/L FEU", limits: LIMITS },
  { above: "410 ng/mL FEU", below: "390 ng/mL FEU", limits: LIMITS },
  { above: "0.41 mg/L FEU", below: "0.39 mg/L FEU", limits: IN_MG },
];

const OTHER = [
  "(1200 last week)",
  "(was 1200)",
  "(previously 1200)",
  "(repeat 1200)",
  "(1200 on admission)",
  "(1200 yesterday)",
  "(first 1200)",
  "(2nd sample 1200)",
  "(from 1200)",
  "(1200 at GP)",
  "(GP 1200)",
  "(down from 1200)",
  "(CRP 1200)",
  "(sample 1200)",
  "(bleep 1200)",
  "(CRP 12)",
  "(ward 7)",
  "(day 3)",
  "(Wells 1)",
  "(40M)",
  "(0.61 mg/L)",
];

function nextStep(result: string): string | undefined {
  const patient = "Left leg swollen for 2 days, age 40, Wells 0, no cancer, no anticoagulant.";
  return converse(`${patient} D-dimer ${result}, high-sensitivity assay.`).nextStep?.code;
}

describe.each(SCALES)("a result as $above", ({ above, below, limits }) => {
  test("above the laboratory's limit never rules out, however the limit is written", () => {
    expect(limits.filter((limit) => nextStep(`${above} ${limit}`) === "DVT_EXCLUDED")).toEqual([]);
  });

  // The floor is what was last measured: the others are asked about.
  test("is judged by the limit in nearly every notation", () => {
    const judged = limits.filter((limit) => nextStep(`${above} ${limit}`) === "COMPLETE_DUPLEX");
    expect(judged.length).toBeGreaterThanOrEqual(35);
    const negative = limits.filter((limit) => nextStep(`${below} ${limit}`) === "DVT_EXCLUDED");
    expect(negative.length).toBeGreaterThanOrEqual(36);
  });
});

test("the limit that is read is not listed as unknown beside it", () => {
  const { findings } = converse("Left leg swollen, D-dimer from the lab: 410 ug/L FEU (<400).");
  const limits = findings.filter(({ label }) => label === "Laboratory cut-off");
  expect(limits.map(({ display }) => display)).toEqual(["400 µg/L FEU"]);
});

test("whatever else stands in brackets behind a positive result makes it no negative one", () => {
  expect(OTHER.filter((other) => nextStep(`610 ug/L FEU ${other}`) === "DVT_EXCLUDED")).toEqual([]);
});

const FLAGGED = [
  "410 ug/L FEU H",
  "410 ug/L FEU (H)",
  "410 ug/L FEU [H]",
  "410 ug/L FEU ↑",
  "↑ 410 ug/L FEU",
  "H 410 ug/L FEU",
  "410+ ug/L FEU",
  "410 ug/L FEU ++",
  "410 ug/L FEU (abnormal)",
  "410 ug/L FEU raised",
  "410 ug/L FEU, flagged high",
  "410 ug/L FEU marked red by the lab",
  "410 ug/L FEU out of range",
  "410 ug/L FEU above range",
  "1'410 ug/L FEU",
  "1 410 ug/L FEU",
];

test("a result that the laboratory flags as high rules nothing out, though the usual limit is above it", () => {
  expect(FLAGGED.filter((result) => nextStep(result) === "DVT_EXCLUDED")).toEqual([]);
});

const BLANK = [
  ": ___ ug/L FEU (<500)",
  ": ug/L FEU (<500)",
  " 0-400 ug/L FEU",
  ": ___ ug/L FEU (0-500)",
  " reference range 0-400 ug/L FEU, result pending",
  " normal 0 to 500 ug/L FEU",
];

test("a limit without a result is no result", () => {
  expect(BLANK.filter((result) => nextStep(result) === "DVT_EXCLUDED")).toEqual([]);
});
