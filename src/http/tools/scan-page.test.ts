import { describe, expect, test } from "vitest";
import { sampleApp } from "../../../test/fixtures/sample-app.ts";
import { shippedLibrary } from "../../../test/real-library.ts";

const { wellspring } = await shippedLibrary();
const { app } = sampleApp(wellspring);
const sets = wellspring.library.sets;
const steps = wellspring.library.topics.get("suspected-leg-dvt")?.pathway?.recommendations ?? [];

async function open(query: Readonly<Record<string, string>>) {
  const response = await app.request(`/topics/suspected-leg-dvt/scan?${new URLSearchParams(query)}`);
  const html = await response.text();
  return {
    html,
    verdict: /<p class="verdict-word">([^<]*)/.exec(html)?.[1]?.trim(),
    step: steps.find(({ title }) => title === titleIn(html))?.code,
    report: /<textarea[^>]*data-note[^>]*>([^<]*)</.exec(html)?.[1] ?? "",
  };
}

const titleIn = (html: string) => /<p class="next-step-title"[^>]*>([^<]*)/.exec(html)?.[1];

/** Every required segment seen, compressible and with a normal waveform. */
const FULL = Object.fromEntries(
  (sets.get("complete-scan-required")?.members ?? []).flatMap(({ id, attributes }) => [
    ...(attributes.compression === true ? [[`c.${id}`, "full"]] : []),
    ...(attributes.spectralDoppler === true ? [[`w.${id}`, "normal"]] : []),
  ]),
);

describe("a scan", () => {
  test("of which nothing is marked has no class, and advises nothing", async () => {
    expect(await open({})).toMatchObject({ verdict: "Nothing marked yet", step: undefined });
  });

  test("with everything seen is normal and complete", async () => {
    const { verdict, report } = await open(FULL);
    expect(verdict).toBe("Normal and complete");
    expect(report).toContain("Not visualised or not examined: nothing that is required.");
  });

  test("with a calf vein not visualised is incomplete, is repeated, and says so in the report", async () => {
    const { verdict, step, report } = await open({ ...FULL, "c.peroneal-veins": "not-seen" });
    expect([verdict, step]).toEqual(["Incomplete", "REPEAT_ULTRASOUND"]);
    expect(report).toContain("Paired peroneal veins to the ankle: not visualised, neither clear nor blocked");
    expect(report).toContain("[INCOMPLETE]");
    expect(report).not.toContain("[NORMAL_COMPLETE]");
  });

  test("needs the muscular veins and the spot itself with a lump in the calf", async () => {
    expect((await open({ ...FULL, calfMass: "yes" })).verdict).toBe("Incomplete");
    const seen = Object.fromEntries(
      (sets.get("complete-scan-by-protocol")?.members ?? []).map(({ id }) => [`c.${id}`, "full"]),
    );
    expect((await open({ ...FULL, ...seen, calfMass: "yes" })).verdict).toBe("Normal and complete");
  });

  test("with an acute clot in the popliteal vein is handed over, and somebody is told", async () => {
    const { step, report } = await open({ "c.popliteal-vein": "not", "t.popliteal-vein": "acute", leg: "left" });
    expect(step).toBe("TREATMENT_PATHWAY");
    expect(report).toMatch(/Clot: .*popliteal vein/i);
    expect(report).toContain("Told to: ");
    expect(report).toContain("Side: left");
  });

  test("with a flat waveform leads above the groin although every vein compresses", async () => {
    const { verdict, step } = await open({ ...FULL, "w.common-femoral-vein": "abnormal" });
    expect([verdict, step]).toEqual(["Compression normal, abnormal waveform", "ILIOCAVAL_IMAGING"]);
  });

  test("takes no mark that is not of the list, and says which", async () => {
    const { html, verdict } = await open({ ...FULL, "c.femoral-vein": "<b>fine</b>" });
    expect(verdict).toBe("Incomplete");
    expect(html).toContain("Not a mark of the list");
    expect(html).not.toContain("<b>fine");
  });

  test("replaces what was said of an earlier scan", async () => {
    expect((await open({ ...FULL, scan: "acute-proximal" })).step).not.toBe("TREATMENT_PATHWAY");
  });
});

describe("checklist, figure and table", () => {
  test("have the same veins, each with one id, and lead to each other", async () => {
    const { html } = await open({});
    const ids = ["complete-scan-required", "complete-scan-by-protocol", "complete-scan-optional"].flatMap(
      (set) => sets.get(set)?.members.map(({ id }) => id) ?? [],
    );
    for (const id of ids) {
      expect(html.split(`id="vein-${id}"`), id).toHaveLength(2);
      expect(html.split(`id="segment-${id}"`), id).toHaveLength(2);
      expect(html, id).toContain(`href="#vein-${id}"`);
      // From the figure and from the table.
      expect(html.split(`href="#segment-${id}"`).length, id).toBeGreaterThanOrEqual(3);
    }
  });

  test("say in words what the figure shows by colour and hatching", async () => {
    const { html } = await open({ "c.femoral-vein": "not", "t.femoral-vein": "chronic" });
    expect(html).toMatch(/id="vein-femoral-vein"[^>]*aria-label="[^"]*does not compress, chronic content"/);
  });
});

test("the report has a line for everything that the library says a report contains", async () => {
  const { report } = await open({ ...FULL, "c.popliteal-vein": "not", "t.popliteal-vein": "acute" });
  for (const word of [
    "Patient:",
    "Indication:",
    "Protocol:",
    "Segments:",
    "Waveforms:",
    "Clot:",
    "Comparison:",
    "Limits:",
    "Other findings",
    "Impression:",
    "Follow-up:",
    "Told to:",
  ])
    expect(report).toContain(word);
  // A new part of the list gets a line of its own rather than none.
  const unwritten = sets.get("report-contents")?.members.length;
  expect(unwritten).toBe(12);
});
