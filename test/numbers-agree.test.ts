import { describe, expect, test } from "vitest";
import { decimal } from "../src/clinical/quantity.ts";
import type { Fact } from "../src/evidence/fact.ts";
import { ENGLISH } from "../src/http/messages/language.tsx";
import { type Block, READERS } from "../src/library/model/article.ts";
import { FACT_PARTS, printFact, printFactPart } from "../src/library/print/print-fact.ts";
import { indexOf } from "../src/pathway/facts/pathway-index.ts";
import { printCondition } from "../src/pathway/print/print-condition.ts";
import { chancesAfter, prevalenceAtLine, printShare } from "../src/tools/chances.ts";
import { sampleApp } from "./fixtures/sample-app.ts";
import { shippedLibrary } from "./real-library.ts";
import { crawl } from "./support/crawl.ts";
import { BLOCK_END, type Figure, FigureContexts } from "./support/figure-contexts.ts";
import { figuresOn, numbersIn } from "./support/page-numbers.ts";

const { wellspring } = await shippedLibrary();
const { app } = sampleApp(wellspring);
const found = wellspring.library.topics.get("suspected-leg-dvt");
if (found?.pathway === undefined || found.tools?.chances === undefined) throw new Error("the topic has its tools");
const topic = found;
const pathway = found.pathway;
const tests = found.tools.chances.tests;

const fact = (id: string): Fact => {
  const one = topic.facts.get(id);
  if (one === undefined) throw new Error(`no fact ${id}`);
  return one;
};
const share = (id: string) => decimal(String(fact(id).value)).div(100);
const accuracyOf = (id: string) => {
  const one = tests.find((candidate) => candidate.id === id);
  if (one === undefined) throw new Error(`no test ${id}`);
  return { sensitivity: share(one.sensitivity), specificity: share(one.specificity) };
};

/** Every modelled number of facts.yaml: the test and the prevalence that it is reckoned from. */
const GROUPS = {
  unlikely: "prevalence-unlikely-guideline",
  moderate: "prevalence-moderate-2006",
  likely: "prevalence-likely-guideline",
  high: "prevalence-high-2006",
};
const MODELLED: readonly (readonly [id: string, test: string, prevalence: string])[] = [
  ...Object.entries({ ddimer: "d-dimer", "whole-leg": "whole-leg", proximal: "proximal" }).flatMap(([name, test]) =>
    Object.entries(GROUPS).map(
      ([group, prevalence]) => [`risk-after-negative-${name}-${group}`, test, prevalence] as const,
    ),
  ),
  ["ddimer-distal-risk-moderate", "d-dimer-calf", "prevalence-moderate-2006"],
];

describe("the modelled numbers of the text are the calculator's", () => {
  test.each(MODELLED)("%s", (id, test, prevalence) => {
    const { missRate } = chancesAfter(share(prevalence), accuracyOf(test));
    // As a number: 11 and 11.0 are one.
    expect(Number.parseFloat(missRate === undefined ? "" : printShare(missRate))).toBe(fact(id).value);
  });

  test.each([
    ["prevalence-one-per-cent-line", "safety-line-strict"],
    ["prevalence-two-per-cent-line", "safety-limit"],
  ])("%s", (id, line) => {
    const prevalence = prevalenceAtLine(share(line), accuracyOf("d-dimer"));
    expect(prevalence && printShare(prevalence)).toBe(printFactPart(fact(id), "value"));
  });

  test("and there is no modelled number that this list forgets", () => {
    const modelled = [...topic.facts.values()].filter(({ note }) => /Bayes/.test(note ?? "")).map(({ id }) => id);
    const listed = [...MODELLED.map(([id]) => id), "prevalence-one-per-cent-line", "prevalence-two-per-cent-line"];
    expect(modelled.filter((id) => !listed.includes(id))).toEqual([]);
  });
});

/** A count of what the page asks or lists, which no text of the topic has. */
const COUNTED = /Question \d+, at most \d+ to go/;

/** What figures of a page are bound by: the words of the topic's texts, and what the page's own address sent. */
interface Bound {
  readonly contexts: FigureContexts;
  readonly entered: readonly string[];
}

/** In words that a text of the topic has, it must be the number of that text; elsewhere one of those known. */
function isStrange(figure: Figure, known: ReadonlySet<string>, bound: Bound | undefined): boolean {
  if (COUNTED.test(figure.around) || bound?.entered.includes(figure.number)) return false;
  return !(bound?.contexts.judge(figure) ?? known.has(figure.number));
}

/** The figures of a page that are none of those known, with the words around them; those that a page reckons stand in no text. */
function strangeOn(html: string, known: ReadonlySet<string>, bound?: Bound): readonly string[] {
  return figuresOn(html).flatMap((figure) =>
    isStrange(figure, known, bound) ? [`${figure.number} in ${figure.around}`] : [],
  );
}

/** What a slip would make of a number: one up, one down, ten times, and the next number of the page. */
function liesAbout(number: string, figures: readonly Figure[]): readonly string[] {
  const [, digits = "", sign = ""] = /^([\d.,]+)(\s%)?$/.exec(number) ?? [];
  const value = Number(digits.replaceAll(",", ""));
  const decimals = digits.split(".")[1]?.length ?? 0;
  const print = (lie: number) =>
    `${lie.toLocaleString("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals })}${sign}`;
  const step = 10 ** -decimals;
  const other = figures.find((one) => one.number !== number && one.number.endsWith("%") === number.endsWith("%"));
  return [
    ...[value + step, value - step, value * 10].filter((lie) => lie >= 0 && lie !== value).map(print),
    ...(other === undefined ? [] : [other.number]),
  ];
}

/** Every number that facts and pathway have, in their own words. */
const WRITTEN = new Set(
  numbersIn(
    JSON.stringify([
      [...topic.facts.values()].flatMap((one) => [
        printFact(one),
        ...FACT_PARTS.map((part) => printFactPart(one, part) ?? ""),
        one.quantity,
        one.population,
      ]),
      tests.map(({ label, group }) => [label, group]),
      pathway.parameters.map(({ value, label }) => [value.value.toString(), label]),
      pathway.features.map(({ label, ask, type }) => [
        label,
        ask,
        type.kind === "wholeNumber" ? [type.low, type.high] : [],
      ]),
      pathway.scores.map(({ version, items, schemes, label }) => [version, items, schemes, label]),
      pathway.warnings.map(({ text, code }) => [text, code]),
      pathway.profiles.map(({ label }) => label),
      pathway.recommendations.map(({ title, action }) => [title, action]),
      pathway.stages.map(({ rules }) => rules.map(({ because }) => because)),
      pathway.version,
    ]),
  ),
);

/** Every number in what the topic declares of its other tools: segments, windows, texts. */
const DECLARED = new Set(numbersIn(JSON.stringify([topic.tools, pathway.followUps, pathway.stages, pathway.features])));

/** What the calculator must show, reckoned here with plain numbers: an oracle that shares no line with it. */
function reckoned(sensitivity: number, specificity: number, prevalence: number): readonly string[] {
  const missed = (1 - sensitivity) * prevalence;
  const cleared = specificity * (1 - prevalence);
  const negative = missed + cleared;
  const positive = 1 - negative;
  // Half goes up: a hair more than binary numbers can hold.
  const percent = (value: number) => (value * 100 + 1e-9).toFixed(value < 0.01 ? 2 : 1);
  const share = (number: string) => `${number} %`;
  const whole = (value: number) => Math.round(value * 1000 + 1e-9);
  const ill = whole(prevalence);
  const falseAlarms = whole((1 - specificity) * (1 - prevalence));
  const people = [ill, whole(missed), ill - whole(missed), falseAlarms, 1000 - ill - falseAlarms];
  const [, lost = 0, hit = 0, , clear = 0] = people;
  const crossing = (line: number) => (line * specificity) / ((1 - sensitivity) * (1 - line) + line * specificity);
  return [
    ...[missed / negative, cleared / negative, (prevalence * sensitivity) / positive, negative].map(percent).map(share),
    ...[crossing(0.01), crossing(0.02)].map(percent).map(share),
    (missed * 1000 + 1e-9).toFixed(1),
    ...[...people, lost + clear, hit + falseAlarms].map(String),
    "1,000",
  ];
}

test("every number of the chances page is a fact, was entered, or is what Bayes' rule gives", async () => {
  for (const { id } of tests)
    for (const prevalence of ["2.5", "6", "17", "53"]) {
      const page = await (
        await app.request(`/topics/${topic.slug}/chances?test=${id}&prevalence=${prevalence}`)
      ).text();
      const { sensitivity, specificity } = accuracyOf(id);
      const bounds = tests
        .filter((one) => one.id === id)
        .flatMap((one) => {
          const [sens, spec] = [fact(one.sensitivity).interval, fact(one.specificity).interval];
          if (sens === undefined || spec === undefined) return [];
          const p = Number(prevalence) / 100;
          return [
            ...reckoned(sens.low / 100, spec.low / 100, p).slice(0, 1),
            ...reckoned(sens.high / 100, spec.high / 100, p).slice(0, 1),
          ];
        });
      const known = new Set([
        ...WRITTEN,
        ...bounds,
        ...reckoned(Number(sensitivity), Number(specificity), Number(prevalence) / 100),
        `${prevalence} %`,
        `${Number(prevalence).toFixed(1)} %`,
      ]);
      expect(strangeOn(page, known), `${id} at ${prevalence} %`).toEqual([]);
    }
});

test.each([
  ["/score?calfDifference=3&deepVeinTenderness=yes", ["3"]],
  ["/score?bedriddenDays=3&daysSinceMajorSurgery=40&alternativeDiagnosis=yes", ["3", "40"]],
  ["/cut-off?age=66&dDimer=655&dDimer.unit=ug/L{FEU}", ["66", "655", "660"]],
  [
    "/cut-off?age=81&dDimer=300&dDimer.unit=ng/mL{DDU}&laboratoryCutoff=240&laboratoryCutoff.unit=ng/mL{DDU}",
    ["81", "300", "240", "405", "810"],
  ],
])("every number of %s is a fact, a parameter, an entry or a product of age", async (path, entered) => {
  const page = await (await app.request(`/topics/${topic.slug}${path}`)).text();
  const totals = Array.from({ length: 12 }, (_, at) => String(at - 2).replace("-", ""));
  const known = new Set([...WRITTEN, ...entered, ...totals]);
  expect(strangeOn(page, known)).toEqual([]);
});

/** Numbers that only count what is shown, or that the page's own address sent. */
const entered = (path: string) => numbersIn(decodeURIComponent(path.replaceAll("-", " ")));
/** The editorial policy speaks of the topic in no word, and has days of its own. */
const boundBy = (path: string): Bound | undefined =>
  path === "/editorial-policy" ? undefined : { contexts: CONTEXTS, entered: entered(path) };

test.each([
  "questions?calfMass=yes",
  "questions?deepVeinTenderness=yes&calfSwelling=yes&alternativeDiagnosis=no",
  "questions?age=66&deepVeinTenderness=no",
  "scan",
  "scan?c.femoral-vein=not&t.femoral-vein=acute&c.popliteal-vein=not-seen&leg=left",
  "follow-up",
  "follow-up?scan=incomplete",
  "follow-up?scan=negative&deepVeinTenderness=yes&calfSwelling=yes",
])("every number of /%s stands in the facts, the pathway or the tools of the topic", async (path) => {
  const page = await (await app.request(`/topics/${topic.slug}/${path}`)).text();
  expect(strangeOn(page, new Set([...WRITTEN, ...DECLARED, ...entered(path)]), boundBy(path))).toEqual([]);
});

const PATIENT = "?deepVeinTenderness=yes&calfSwelling=yes&alternativeDiagnosis=no&calfMass=yes&age=66";
const QUESTIONS = [
  "calf mass, calf 4 cm larger, tender along the deep veins, no other cause, DVT?",
  "What does a negative D-dimer leave at a moderate score?",
  "blue tense swollen leg, DVT?",
  "How is a snake bite treated?",
];

/** What stands together on a page, and what may stand there alone where less is read. */
function textsOf(block: Block): readonly string[] {
  const joined = (statements: readonly { readonly text: string }[]) => statements.map(({ text }) => text).join(" ");
  switch (block.kind) {
    case "paragraph":
      return [joined(block.statements), ...block.statements.map(({ text }) => text)];
    case "list":
      return [...block.items.map(joined), ...block.items.flat().map(({ text }) => text)];
    case "table":
      return [
        ...block.head,
        ...block.rows.flatMap(({ cells, evidence }) => [cells.map(({ text }) => text).join(BLOCK_END), evidence.text]),
      ];
    default:
      return [block.title];
  }
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const { readIn, depths } = ENGLISH.messages.readers;
const labelsOf = new Map(pathway.features.map(({ id, label }) => [id, label]));

/** The words that numbers stand in, in every text that pages are made from. */
const CONTEXTS = new FigureContexts([
  ...READERS.flatMap((reader) => topic.articles[reader]?.sections ?? []).flatMap(({ title, blocks }) => [
    title,
    ...blocks.flatMap(textsOf),
  ]),
  ...[...topic.facts.values()].flatMap((one) => [printFact(one), one.quantity, one.population]),
  ...pathway.scores.flatMap(({ items }) =>
    items.flatMap(({ label, points, feature }) =>
      [label, labelsOf.get(feature)].map((words) => `${words} ${Math.abs(points)}`),
    ),
  ),
  ...[...pathway.definitions, ...pathway.stages.flatMap(({ rules }) => rules)].map(({ when }) =>
    printCondition(indexOf(pathway), when),
  ),
  ...pathway.features.flatMap(({ label, type }) =>
    type.kind === "wholeNumber" ? [`${label} ${BLOCK_END} ${type.low} to ${type.high}, or unknown`] : [],
  ),
  ...pathway.followUps.flatMap(({ what, windows, countedFrom }) => {
    const days = windows.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
    return [
      `${what} ${days.join(" and ")} days after ${countedFrom}`,
      `${what}: days ${days.join(" and ")} after ${countedFrom}`,
      `${what}: day ${days.join(" and day ")} after ${countedFrom}`,
      [what, ...days.map((one) => `${one} days after ${countedFrom}`)].join(BLOCK_END),
    ];
  }),
  [readIn, ...Object.values(depths)].join(BLOCK_END),
  ...stringsIn([topic.tools, pathway, topic.scope, topic.related, topic.title, topic.question, ENGLISH.messages]),
]);

/** Years that publications are named by. */
const YEARS = JSON.stringify([...wellspring.library.sources.values()]).match(/\b(?:19|20)\d\d\b/g) ?? [];

/** Pages whose figures are reckoned, which the tests above do again. */
const RECKONED = /\/(?:chances|cut-off|score)\b/;

describe("every figure of every page that links lead to stands in the facts, the pathway or the tools of the topic", () => {
  const known = (path: string) => new Set([...WRITTEN, ...DECLARED, ...YEARS, ...entered(path)]);
  const about = (path: string) => `/topics/${topic.slug}${path}`;
  const asked = QUESTIONS.map((question) => `/ask?q=${encodeURIComponent(question)}`);

  const english = (async () => {
    const withPatient = [PATIENT, `/pathway${PATIENT}`, `/pathway${PATIENT}&view=table`].map(about);
    const pages = new Map<string, string>();
    for (const path of [...asked, ...withPatient]) pages.set(path, await (await app.request(path)).text());
    for await (const { path, html } of crawl(app, ["/", about("")], { language: "en" })) pages.set(path, html);
    pages.delete("/feed.atom");
    return pages;
  })();

  test("in English, for every reader, at every depth, with a patient and without", async () => {
    const pages = await english;
    expect(pages.size).toBeGreaterThan(35);
    for (const [path, html] of pages)
      if (!RECKONED.test(path)) expect(strangeOn(html, known(path), boundBy(path)), path).toEqual([]);
  });

  test("and a number that takes the place of another is found out by the words it stands in", async () => {
    const tried: boolean[] = [];
    for (const [path, html] of await english) {
      if (RECKONED.test(path)) continue;
      const figures = figuresOn(html);
      for (const figure of figures)
        for (const number of liesAbout(figure.number, figures))
          tried.push(isStrange({ ...figure, number }, known(path), boundBy(path)));
    }
    expect(tried.length).toBeGreaterThan(7000);
    expect(tried.filter((isFound) => isFound).length / tried.length).toBeGreaterThan(0.85);
  });

  test("in German, the tools and the leaflet too", async () => {
    const paths = ["/leaflet", "/questions?calfMass=yes", "/scan", "/follow-up?scan=incomplete", "?depth=brief"].map(
      about,
    );
    for (const path of [...paths, ...asked]) {
      const page = await (await app.request(path, { headers: { "accept-language": "de" } })).text();
      expect(strangeOn(page, known(path)), path).toEqual([]);
    }
  });

  test.each([
    ["a share in the text", "?reader=nurse", "94.2 %", "94.3 %"],
    ["an interval of days", "/leaflet", "5–7 days", "5–76.5 days"],
    ["the people of a study", "", "1,397", "1,379"],
  ])("and %s that is changed by one sign is found out", async (_what, path, said, lie) => {
    const honest = await (await app.request(about(path))).text();
    const lying = honest.replaceAll(said, lie);
    expect(lying).not.toBe(honest);
    expect(strangeOn(honest, known(path), boundBy(path))).toEqual([]);
    expect(strangeOn(lying, known(path), boundBy(path))).not.toEqual([]);
  });
});
