import { expect, test } from "vitest";
import { Analyser } from "./analyser.ts";
import { correctSpelling } from "./correct-spelling.ts";
import { cutPassages } from "./cut-passages.ts";
import { MemoryIndex } from "./memory-index.ts";
import { RANKING_SETTINGS } from "./ranking-settings.ts";
import { type SearchRequest, searchPassages } from "./search-passages.ts";
import type { SearchWords } from "./search-words.ts";
import { SubjectDictionary } from "./subject-dictionary.ts";
import { namesOf, pagesOfTwoNames } from "./testing/two-names.ts";

const words: SearchWords = {
  stopWords: ["what", "is", "the", "of", "for", "a", "and", "in", "to"],
  fillers: ["hello", "please"],
  questionTypes: { treatment: ["treat", "treatment", "therapy"] },
};
const analyser = new Analyser(words);
const subjects = new SubjectDictionary([["Lofty gout", "king toe"]], analyser);

function indexOf(pages: Readonly<Record<string, readonly [title: string, text: string]>>): MemoryIndex {
  const index = new MemoryIndex(analyser);
  for (const [key, [title, text]] of Object.entries(pages)) {
    const sections = [{ headings: [], text }];
    const document = { key, title, sections, type: "page", language: "en", status: "current" } as const;
    for (const draft of cutPassages("s", { ...document, identifiers: {}, subjects: [] }))
      index.add({ passage: { ...draft, version: 1 }, title, type: "page", status: "current" }, []);
  }
  return index;
}

async function search(index: MemoryIndex, question: string) {
  const request = { question, profile: "topic-pages", limit: 50 } as const;
  return (await searchPassages(request, { index, analyser, words, subjects })).hits;
}

const pages = indexOf({
  signs: ["Signs of lofty gout", "The toe is red and hurts."],
  cure: ["Therapy of lofty gout", "Rest and cold water."],
  cold: ["The common cold", "Rest and hot water for the nose."],
  feet: ["Feet in winter", "A gout of water may freeze the toe."],
});

test("a page about the subject that answers the kind of question comes first", async () => {
  const hits = await search(pages, "How to treat lofty gout?");
  expect(hits.map(({ found }) => found.passage.document).slice(0, 2)).toEqual(["cure", "signs"]);
});

test("every hit explains its score: the terms add up to BM25, the shares to the score", async () => {
  const hits = await search(pages, "treatment of lofty gout with water");
  const best = Math.max(...hits.map(({ bm25 }) => bm25));
  const { sentenceShare, titleShare, meaningShare } = RANKING_SETTINGS["topic-pages"];
  expect(hits.length).toBeGreaterThan(2);
  for (const hit of hits) {
    expect(hit.terms.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(hit.bm25, 9);
    const shares = sentenceShare * hit.sentence + titleShare * hit.title + meaningShare * hit.meaning;
    expect(((1 - sentenceShare - titleShare - meaningShare) * hit.bm25) / best + shares).toBeCloseTo(hit.score, 9);
  }
  expect(hits[0]?.terms.map(({ stem, origin }) => [stem, origin])).toContainEqual(["gout", "subject"]);
});

test("of two pages that hold as much of a question the one leads whose title means the same in another word", async () => {
  const [latin, plain] = namesOf(5);
  const [stranger] = namesOf(6);
  const index = indexOf({
    ...Object.fromEntries(pagesOfTwoNames().map(({ title, text }, at) => [`p${at}`, [title, text] as const])),
    // Milk is drunk with everything, so it means nothing by itself.
    ...Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => at + 10).map((at) => [
        `m${at}`,
        [namesOf(at)[0], `A cup of milk and a plate of word${at}x0 and word${at}x1`] as const,
      ]),
    ),
    same: [`${latin} drink`, "A cup of milk."],
    other: [`${stranger} drink`, "A cup of milk."],
  });
  const ask = async () => {
    const hits = await search(index, `${plain} cup of milk`);
    const find = (key: string) => hits.find(({ found }) => found.passage.document === key);
    const [same, other] = [find("same"), find("other")];
    if (same === undefined || other === undefined) throw new Error("not found");
    return { same, other };
  };
  const before = await ask();
  expect([before.same.meaning, before.other.meaning]).toEqual([0, 0]);
  expect(before.same.score).toBeCloseTo(before.other.score, 2);
  index.learn();
  const { same, other } = await ask();
  expect(same.bm25).toBeCloseTo(before.same.bm25, 9);
  expect(same.meaning).toBeGreaterThan(other.meaning + 0.3);
  expect(same.score).toBeGreaterThan(other.score + 0.05);
});

test("where nothing was learned, pages stand as if the other shares were the whole", async () => {
  const index = indexOf(
    Object.fromEntries(pagesOfTwoNames().map(({ title, text }, at) => [`p${at}`, [title, text] as const])),
  );
  const { titleShare, sentenceShare, meaningShare, ...others } = RANKING_SETTINGS["topic-pages"];
  const rest = 1 - meaningShare;
  const settings = { ...others, meaningShare: 0, titleShare: titleShare / rest, sentenceShare: sentenceShare / rest };
  const ask = async (given: Partial<SearchRequest>) => {
    const request = { question: "latin7 or plain9 with word7x1 on page87", profile: "topic-pages", limit: 50 } as const;
    const { hits } = await searchPassages({ ...request, ...given }, { index, analyser, words, subjects });
    return hits.map(({ found }) => found.passage.document);
  };
  expect(await ask({ settings })).toEqual(await ask({}));
});

test("greetings and a slip of the pen do not keep a page from being found", async () => {
  const hits = await search(pages, "hello please what is comon cold");
  expect(hits[0]?.found.passage.document).toBe("cold");
  expect(hits[0]?.terms).toContainEqual(expect.objectContaining({ stem: "common", origin: "spelling" }));
});

test("an abbreviation of three letters is a subject's name, and a word said again adds less than at first", async () => {
  const toe = new SubjectDictionary([["Kingly big toe", "KBT"]], analyser);
  const parts = { index: pages, analyser, words, subjects: toe };
  const ask = async (question: string, profile: "topic-pages" | "literature") => {
    const { terms } = await searchPassages({ question, profile, limit: 1 }, parts);
    return Object.fromEntries(terms.map(({ stem, weight }) => [stem, weight]));
  };
  const { focusWeight, repeatWeight } = RANKING_SETTINGS["topic-pages"];
  expect(await ask("KBT in winter, water and water", "topic-pages")).toMatchObject({
    kbt: focusWeight,
    winter: 1,
    water: 1 + repeatWeight,
  });
  expect(await ask("water and water and water", "literature")).toMatchObject({ water: 3 });
});

test("only a near word of the corpus mends a word; numbers, known and short words stay", () => {
  const statistics = pages.statistics("topic-pages");
  expect(correctSpelling("wintr", statistics)).toBe("winter");
  for (const word of ["water", "tow", "b1234567", "wxyzt"]) expect(correctSpelling(word, statistics)).toBe(word);
});

test("nothing is found for words that the corpus does not hold", async () => {
  expect(await search(pages, "quantum chromodynamics")).toEqual([]);
});

test("a long section is cut after sentences into pieces that join to the whole; a recommendation is not cut", () => {
  const text = Array.from({ length: 200 }, (_, at) => `Sentence number ${at} says little.`).join(" ");
  const document = {
    key: "a",
    title: "A",
    type: "page",
    language: "en",
    status: "current",
    identifiers: {},
    subjects: [],
  } as const;
  const cut = cutPassages("s", { ...document, sections: [{ headings: [], text }] });
  expect(cut.length).toBeGreaterThan(2);
  expect(cut.map((passage) => passage.text).join(" ")).toBe(text);
  for (const passage of cut) expect(text.slice(passage.start, passage.end)).toBe(passage.text);
  expect(cutPassages("s", { ...document, sections: [{ headings: [], text, role: "recommendation" }] })).toHaveLength(1);
  expect(cutPassages("s", { ...document, sections: [] }).map((passage) => passage.text)).toEqual([""]);
});
