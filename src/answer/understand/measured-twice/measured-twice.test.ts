import { expect, test } from "vitest";
import { loadShippedLanguage, loadShippedTopic } from "../../../../test/support/shipped-topic.ts";
import { understand } from "../understand.ts";

const topic = loadShippedTopic();
const language = loadShippedLanguage();

/** What is read of the features, each with its values. */
function said(text: string, ...features: readonly string[]): string {
  return understand(text, topic, language)
    .statements.flatMap((statement) => {
      if (statement.kind !== "value" || !features.includes(statement.feature)) return [];
      const { value } = statement;
      return [`${statement.feature}=${typeof value === "object" ? `${value.value} ${value.unit}` : value}`];
    })
    .sort()
    .join(", ");
}

const pair = (text: string) => said(text, "compressedDiameter", "compressedDiameterBefore");

test.each([
  ["in two sentences", "The old scan measured 6 mm at the common femoral vein. Today it is 11 mm."],
  ["behind a semicolon", "The old scan measured 6 mm at the common femoral vein; today it is 11 mm."],
  ["with the times behind", "Compressed femoral vein: 11 mm (today), 6 mm (2021)."],
  ["with the times before", "Compressed femoral vein: 2021 6 mm, today 11 mm."],
  ["by a change", "The compressed femoral vein has gone up from 6 mm in 2022 to 11 mm today."],
  ["with the unit once", "The compressed diameter of the vein rose from 6 to 11 mm."],
  ["against the past alone", "Femoral vein pressed: 11 mm. In the old report: 6 mm."],
  ["by a year beside today", "Squeezed in 2021 the femoral vein measured 6 mm. It is 11 mm now."],
  [
    "with the time in the sentence before",
    "We scanned her again today. The femoral vein kept 11 mm when pressed. Baseline: 6 mm.",
  ],
  ["said over again", "The pressed femoral vein was 6 mm in 2021, still 6 mm in 2023, and is 11 mm today."],
  [
    "with a gap in the sentence",
    "At the end of treatment, as noted by us, the vein, when compressed, had 6 mm. Today 11 mm.",
  ],
])("one vein measured at two times is read, %s", (_, text) => {
  expect(pair(text)).toBe("compressedDiameter=11 mm, compressedDiameterBefore=6 mm");
});

test.each([
  ["a clot", "Clot 5 mm wide in one soleal vein at the first scan last week; now 7 mm wide."],
  ["a cyst", "Popliteal cyst 30 mm today, 20 mm on the old scan."],
  ["a lump", "The lump behind the knee measured 20 mm on the old scan. Today it is 35 mm."],
  ["a surface vein", "The great saphenous vein is 6 mm wide today, it was 5 mm at the last scan."],
  ["a vein that was not compressed", "Uncompressed the femoral vein is 12 mm wide today, 11 mm on the old scan."],
  ["two places", "Today the compressed popliteal vein measures 9 mm. At baseline the iliac vein had 4 mm."],
  ["two values of today", "Today the compressed vein measures 9 mm and on this scan 7 mm, 4 mm at baseline."],
  ["a relative", "Her mother has a compressed femoral vein of 4 mm at baseline and 9 mm today."],
  ["a supposition", "What if the compressed femoral vein measured 4 mm at baseline and 9 mm today?"],
  ["a width without a time", "The compressed femoral vein measures 9 mm and 4 mm."],
])("no vein is measured twice by what is told of %s", (_, text) => {
  expect(pair(text)).not.toMatch(/Diameter=.*DiameterBefore=/);
});

const PAIR = "The compressed popliteal vein measures 5 mm today, 3 mm at the end of treatment.";

test.each([
  ["nothing else is said", "", "previousDvtSameLeg=true, scan=indeterminate"],
  [
    "the scan is described",
    " Chronic post-thrombotic change.",
    "previousDvtSameLeg=true, scan=chronic-post-thrombotic",
  ],
  [
    "the rest is normal",
    " The rest of the leg, calf veins included, is normal.",
    "previousDvtSameLeg=true, scan=indeterminate",
  ],
  [
    "the scan is called normal",
    " Complete duplex from groin to ankle normal.",
    "previousDvtSameLeg=true, scan=indeterminate, scan=normal-complete",
  ],
])("two widths tell of an earlier clot and of a scan that is open, where %s", (_, more, expected) => {
  expect(said(PAIR + more, "scan", "previousDvtSameLeg")).toBe(expected);
});

test("a vein that closed before leaves nothing to compare", () => {
  expect(said("The compressed popliteal vein measures 5 mm today, 0 mm at baseline.", "previousDvtSameLeg")).toBe("");
});

test.each([
  "The compressed femoral vein is 5 mm more than a year ago.",
  "Compressed popliteal vein 5 mm wider than last year.",
  "The femoral vein has gained 5 mm in compressed diameter since the end of treatment.",
  "Increase in residual vein diameter: 5 mm.",
  "There is a 5 mm difference in compressed diameter compared with the previous scan.",
  "Compressed femoral vein 11 mm today, 6 mm last year, an increase of 5 mm.",
])("an increase is read as it is told: %s", (text) => {
  expect(said(text, "diameterIncrease")).toBe("diameterIncrease=5 mm");
});

// Were each time compared with each number for each number, this would take more than a minute, and the runner would end it.
test("a long text that measures a vein again and again without a break is read as a short one is", () => {
  const once = "vein compressed 9 mm 8 mm today 2021 ";
  expect(pair(once.repeat(2_000))).toBe(pair(once));
});
