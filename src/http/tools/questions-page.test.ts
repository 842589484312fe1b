import { describe, expect, test } from "vitest";
import { sampleApp } from "../../../test/fixtures/sample-app.ts";
import { shippedLibrary } from "../../../test/real-library.ts";

const { app } = sampleApp((await shippedLibrary()).wellspring);
const TOPIC = "/topics/suspected-leg-dvt";

async function open(path: string) {
  const html = await (await app.request(path.startsWith("/ask") ? path : TOPIC + path)).text();
  const question = /<h2 id="question"[^>]*>([^<]*)</.exec(html)?.[1] ?? "";
  const answers = [...html.matchAll(/<button type="submit" name="([^"]+)" value="([^"]+)"/g)];
  return { html, question, answers: answers.map(([, name, value]) => `${name}=${value}`) };
}

describe("one question at a time", () => {
  test("begins with the best question, its reason, and an answer for not knowing", async () => {
    const { question, answers, html } = await open("/questions");
    expect(question).toMatch(/\?$/);
    expect(answers.filter((answer) => answer.endsWith("=unknown"))).toHaveLength(1);
    expect(html).toContain("One answer may settle it");
  });

  test("ends with advice by pressing first answers, never asking the same twice", async () => {
    for (const prefer of ["yes", "no", "unknown"]) {
      const pressed = new URLSearchParams();
      const asked: string[] = [];
      let page = await open("/questions");
      for (let step = 0; step < 40 && !page.question.startsWith("No more questions"); step += 1) {
        const wanted = page.answers.find((answer) => answer.endsWith(`=${prefer}`)) ?? page.answers.at(-1);
        const [name = "", value = ""] = wanted?.split("=") ?? [
          /name="([A-Za-z]+)" type="text"/.exec(page.html)?.[1],
          "unknown",
        ];
        asked.push(name);
        pressed.set(name, value);
        page = await open(`/questions?${pressed}`);
      }
      expect(page.question, prefer).toBe(
        prefer === "unknown" ? "No more questions, and not settled" : "No more questions",
      );
      expect(page.html).toContain("next-step-title");
      expect(new Set(asked).size, asked.join()).toBe(asked.length);
    }
  });

  test("stops at once for an emergency", async () => {
    const { html, answers } = await open("/questions?phlegmasia=yes");
    expect(answers).toEqual([]);
    expect(html).toContain("next-step-alarm");
  });

  test("takes each answer back by one press", async () => {
    const { html } = await open("/questions?calfSwelling=yes&calfMass=yes");
    expect(html).toMatch(/class="change" href="\?calfMass=yes&amp;profile=sru">Take back/);
  });
});

describe("what is known of this patient", () => {
  test("says what the last change did to the advice", async () => {
    const now = "deepVeinTenderness=yes&calfSwelling=yes&alternativeDiagnosis=no";
    expect((await open(`?${now}&was=D_DIMER_FIRST`)).html).toMatch(
      /The next step has changed\.<\/strong> It was: <span lang="en">High-sensitivity D-dimer first/,
    );
    expect((await open(`?${now}&was=COMPLETE_DUPLEX`)).html).toContain("The next step is the same as before.");
    expect((await open(`?${now}&was=%3Cb%3E`)).html).not.toContain("advice-changed");
  });

  test("is corrected by one press where it was only presumed", async () => {
    const { html } = await open("?deepVeinTenderness=yes");
    expect(html).toMatch(
      /Pregnant: <strong>no<\/strong><\/span> <a class="change" href="[^"]*deepVeinTenderness=yes&amp;profile=sru&amp;pregnant=yes#patient">It is so/,
    );
    expect(html).toMatch(/href="[^"]*#entry-scan">Change/);
  });

  test("shows guidelines side by side where they differ, and one line where they do not", async () => {
    const none = [
      "activeCancer",
      "paralysisOrPlaster",
      "bedriddenOrSurgery",
      "deepVeinTenderness",
      "entireLegSwollen",
      "calfSwelling",
    ];
    const more = ["pittingOedema", "collateralVeins", "previousDvt", "alternativeDiagnosis"];
    const unlikely = [...none, ...more].map((item) => `${item}=no`).join("&");
    const differing = `scan=normal-proximal-only&calfScanAvailable=no&dDimer=900&dDimer.unit=ug/L{FEU}&dDimerAssay=high-sensitivity`;
    const { html } = await open(`?${unlikely}&${differing}`);
    expect(html).toContain("Guidelines differ for this patient");
    expect(html.match(/class="profiles-differ"[\s\S]*?<\/details>/)?.[0]).toContain("(followed here)");
    expect((await open("?deepVeinTenderness=yes&calfSwelling=yes&alternativeDiagnosis=no")).html).toContain(
      "All 4 guidelines of this pathway lead to the same step",
    );
  });

  test("is a chip on the words it came from, which leads to its entry with everything else filled in", async () => {
    const question = "Lump in the calf, no cancer. DVT?";
    const { html } = await open(`/ask?q=${encodeURIComponent(question)}`);
    expect(html).toMatch(
      /<a class="chip" href="[^"]*calfMass=yes[^"]*#entry-calfMass"[^>]*><mark>Lump in the calf<\/mark>/,
    );
  });
});
