import { expect, test } from "vitest";
import { sampleApp } from "./fixtures/sample-app.ts";
import { shippedLibrary } from "./real-library.ts";
import { crawl } from "./support/crawl.ts";
import { visibleText } from "./support/visible-text.ts";

const { files, wellspring } = await shippedLibrary();
const { app } = sampleApp(wellspring);
const SLUG = "suspected-leg-dvt";
const topic = wellspring.library.topics.get(SLUG);
const pathway = topic?.pathway;
if (topic === undefined || pathway === undefined) throw new Error("the topic has its pathway");

/** What authors name things by: features, choices, steps, rules, warnings, parameters, scores, facts and sources. */
const NAMES: readonly string[] = [
  ...pathway.features.flatMap(({ id, type }) => [
    id,
    ...(type.kind === "choice" ? type.choices.map(({ code }) => code) : []),
  ]),
  ...pathway.scores.flatMap(({ id, version, items, schemes }) => [
    id,
    version,
    ...items.map((item) => item.id),
    ...schemes.flatMap((scheme) => [scheme.id, ...scheme.strata.map((stratum) => stratum.id)]),
  ]),
  ...pathway.stages.flatMap(({ id, rules }) => [id, ...rules.map((rule) => rule.id)]),
  ...pathway.recommendations.map(({ code }) => code),
  ...pathway.warnings.map(({ code }) => code),
  ...[...pathway.parameters, ...pathway.definitions, ...pathway.followUps, ...pathway.profiles].map(({ id }) => id),
  ...(topic.tools?.chances?.tests ?? []).map(({ id }) => id),
  ...topic.facts.keys(),
  ...wellspring.library.sources.keys(),
];

/** A name that is also a word of the articles, as `post-thrombotic` is, cannot be told from it. */
const WORDS = files
  .filter(({ path }) => /article.*\.md$|glossary\.yaml$/.test(path))
  .map(({ text }) => text.replace(/[[{][^\]}]*[\]}]/g, ""));
const CODES = new Set(NAMES.filter((name) => /[-_A-Z]/.test(name) && !WORDS.some((text) => text.includes(name))));

/** Codes among the words of a page, each with what stands around it. */
function bareCodesOn(html: string): readonly string[] {
  const text = visibleText(html);
  return [...text.matchAll(/[\w-]*[\w]/g)].flatMap(({ 0: word, index }) =>
    CODES.has(word) ? [text.slice(Math.max(0, index - 30), index + word.length + 30)] : [],
  );
}

const PATIENT = "deepVeinTenderness=yes&calfSwelling=yes&alternativeDiagnosis=no&calfMass=yes&age=66";
const TOPIC = `/topics/${SLUG}`;
const STATES = [
  "/ask?q=calf%20mass%2C%20DVT%3F",
  "/ask?q=calf%20mass%2C%20blue%20tense%20leg%2C%20DVT%3F",
  "/ask?q=calf%20mass%2C%20calf%204%20cm%20larger%2C%20tender%20along%20the%20deep%20veins%2C%20no%20other%20cause%2C%20DVT%3F",
  `${TOPIC}?${PATIENT}`,
  `${TOPIC}?${PATIENT}&profile=nice&was=ASK_MISSING`,
  `${TOPIC}/pathway?${PATIENT}`,
  `${TOPIC}/pathway?view=outline&${PATIENT}`,
  `${TOPIC}/pathway?view=table&${PATIENT}`,
  `${TOPIC}/questions?${PATIENT}`,
  `${TOPIC}/score?${PATIENT}&calfDifference=3`,
  `${TOPIC}/cut-off?age=66&dDimer=655&dDimer.unit=ug/L{FEU}&pregnant=yes`,
  `${TOPIC}/scan?c.femoral-vein=not&t.femoral-vein=acute&c.popliteal-vein=not-seen&leg=left`,
  `${TOPIC}/follow-up?scan=incomplete`,
];

test("no name that only authors use stands among the words of any page", async () => {
  expect(CODES.size).toBeGreaterThan(400);
  const found = new Map<string, readonly string[]>();
  for (const path of STATES) found.set(path, bareCodesOn(await (await app.request(path)).text()));
  for await (const { path, html } of crawl(app, ["/", TOPIC], { language: "en" }))
    if (path !== "/feed.atom") found.set(path, bareCodesOn(html));
  expect(found.size).toBeGreaterThan(40);
  expect([...found].filter(([, codes]) => codes.length > 0)).toEqual([]);
});

test.each(["proximalNegative", "wells-2003-nice", "COMPLETE_DUPLEX", "needleman-2018"])(
  "%s is found among words and in a label, and left where codes belong",
  (code) => {
    expect(bareCodesOn(`<p>Then ${code}.</p>`)).toHaveLength(1);
    expect(bareCodesOn(`<a aria-label="see ${code}">see</a>`)).toHaveLength(1);
    expect(bareCodesOn(`<p>Then <code>${code}</code></p><textarea>[${code}]</textarea>`)).toEqual([]);
  },
);
