import { describe, expect, test } from "vitest";
import { sampleApp } from "../../../test/fixtures/sample-app.ts";
import { shippedLibrary } from "../../../test/real-library.ts";

const { app } = sampleApp((await shippedLibrary()).wellspring);
const TOPIC = "/topics/suspected-leg-dvt";

async function open(path: string) {
  const response = await app.request(TOPIC + path);
  const html = await response.text();
  const text = html
    .replace(/<\/?span[^>]*>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replace(/\s+/g, " ");
  return { response, html, text };
}

/** Text for the record, as it would be copied. */
function noteIn(html: string): string {
  return /<textarea[^>]*data-note[^>]*>([^<]*)</.exec(html)?.[1] ?? "";
}

const NO_ITEM = [
  "activeCancer",
  "paralysisOrPlaster",
  "bedriddenOrSurgery",
  "deepVeinTenderness",
  "entireLegSwollen",
  "calfSwelling",
  "pittingOedema",
  "collateralVeins",
  "previousDvt",
  "alternativeDiagnosis",
]
  .map((item) => `${item}=no`)
  .join("&");

describe("the score", () => {
  test("is a range over everything while nothing was asked", async () => {
    const { text } = await open("/score");
    expect(text).toContain("−2 to 9 open: DVT unlikely or DVT likely");
  });

  test("is nought and not an exclusion when every item is absent", async () => {
    const { text } = await open(`/score?${NO_ITEM}`);
    expect(text).toContain("0 DVT unlikely");
    expect(text).toContain("never excludes deep-vein thrombosis by itself");
  });

  test("at exactly 3 cm names the version, and says when the other version has another category", async () => {
    const { text, html } = await open(`/score?${NO_ITEM.replace("calfSwelling=no", "calfDifference=3")}`);
    expect(text).toContain("The calf is exactly 3 cm larger");
    expect(text).toContain("The category is not the same: say which version is meant");
    expect(noteIn(html)).toContain("version wells-2003-nice: 1.");
    expect(noteIn(html)).toContain("[BOUNDARY_3CM_VERSION]");
  });

  test("is not added up in pregnancy", async () => {
    const { text } = await open("/score?pregnant=yes&deepVeinTenderness=yes");
    expect(text).toContain("The score is not meant for a patient of whom this is known");
    expect(text).toContain("The Wells score was not validated in this group");
  });

  test("comes after an emergency", async () => {
    const { html } = await open("/score?phlegmasia=yes&deepVeinTenderness=yes");
    expect(html.indexOf("next-step-alarm")).toBeGreaterThan(0);
    expect(html).not.toContain("total-number");
  });

  test("goes into the record with version, code and status", async () => {
    const note = noteIn((await open(`/score?${NO_ITEM}`)).html);
    expect(note).toMatch(/Next step by the pathway: .* \[D_DIMER_FIRST\]\./);
    expect(note).toMatch(/pathway version 2026-11/);
    expect(note).toMatch(/Version [0-9a-f]{12}, status Submitted\./);
  });
});

describe("the cut-off", () => {
  test.each([
    ["655", "Below the cut-off"],
    ["660", "Exactly the cut-off: positive"],
    ["661", "Above the cut-off: positive"],
  ])("of 660 at 66 years makes %s “%s”", async (value, verdict) => {
    const known = `${NO_ITEM}&age=66&dDimerAssay=high-sensitivity`;
    const { text } = await open(`/cut-off?${known}&dDimer=${value}&dDimer.unit=ug/L{FEU}`);
    expect(text).toContain(`${verdict} ${value} µg/L FEU against 660 µg/L FEU, the age-adjusted cut-off`);
  });

  test("gives no verdict without unit and basis, and says why", async () => {
    const { text } = await open("/cut-off?age=66&dDimer=655");
    expect(text).toContain("No verdict The D-dimer has no usable unit or no FEU/DDU.");
    expect(text).not.toContain("FEU against");
  });

  test("is open while the score is, and leads to it with what is known", async () => {
    const { text, html } = await open("/cut-off?age=66&dDimer=655&dDimer.unit=ug/L{FEU}&dDimerAssay=high-sensitivity");
    expect(text).toContain("Open: it depends on which cut-off holds");
    expect(html).toMatch(/href="\/topics\/suspected-leg-dvt\/score\?age=66[^"]*">The score<\/a>/);
  });

  test("does not count in pregnancy", async () => {
    const { text } = await open("/cut-off?age=30&pregnant=yes&dDimer=200&dDimer.unit=ug/L{FEU}");
    expect(text).toContain("Below the cut-off, but see whether that counts");
  });
});

describe("the chances", () => {
  test("begin with the first test and the prevalence that the topic names", async () => {
    const { text } = await open("/chances");
    expect(text).toContain("Miss rate 0.69 %, NPV 99.3 %");
    expect(text).toContain("Of 1,000 people, 60 have a deep-vein clot. The test finds 58 of them and misses 2");
    expect(text).toContain("The 1 % line is passed from a chance of 8.5 % on.");
    expect(text).toContain("The 2 % line is passed from a chance of 15.7 % on.");
  });

  test.each(["0", "100", "-3", "1e2", "17,5", "seventeen", "9".repeat(400), "<b>"])(
    "refuse %s as a prevalence instead of bending it",
    async (prevalence) => {
      const { response, text } = await open(`/chances?prevalence=${encodeURIComponent(prevalence)}`);
      expect(response.status).toBe(200);
      expect(text).toContain("No figure can be shown");
      expect(text).not.toContain("Miss rate 0");
    },
  );

  test("refuse a test that is not of the list", async () => {
    expect((await open("/chances?test=tea-leaves")).text).toContain("The test is not one of the list");
  });

  test("offer the share that belongs to this patient's score", async () => {
    const { html } = await open("/chances?deepVeinTenderness=yes&calfSwelling=yes&alternativeDiagnosis=no");
    expect(html).toMatch(/In groups with this patient’s score[\s\S]{0,400}prevalence=28/);
  });
});

test("every tool takes along what is known, and says what it could not read", async () => {
  for (const tool of ["score", "cut-off", "chances"]) {
    const { html } = await open(`/${tool}?calfMass=yes&profile=nice`);
    expect(html, tool).toContain("calfMass=yes&amp;profile=nice");
    expect(html, tool).toContain('<input type="hidden" name="calfMass" value="yes"/>');
  }
  expect((await open("/score?calfLump=yes")).text).toContain("calfLump is not a finding of this pathway");
});

test("no tool's page is kept or found by search engines", async () => {
  const { response } = await open("/score?calfMass=yes");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("x-robots-tag")).toBe("noindex");
});

test("a topic without tools has none, and says so as for any address", async () => {
  const sample = sampleApp().app;
  expect((await sample.request(`${TOPIC}/score`)).status).toBe(404);
});
