import { afterAll, describe, expect, test } from "vitest";
import { shippedLibrary } from "../../../test/real-library.ts";
import { quotingOf } from "../../../test/support/quoting.ts";
import type { EvidenceDocument } from "../../evidence/corpus.ts";
import type { Answer, AnswerQuotes } from "../answer-shape.ts";
import { answerShape } from "../answer-shape.ts";
import { quoteEvidence } from "./quote-evidence.ts";

const plain = { language: "en", status: "current", identifiers: {}, subjects: [] } as const;
const abstract = (text: string) => [{ headings: ["Abstract"], text }];

// Texts of these tests are made up; they say nothing about medicine.
const documents: readonly EvidenceDocument[] = [
  {
    ...plain,
    key: "old",
    title: "Zimtol for croup in Ruritania",
    type: "trial",
    date: "1999",
    sections: abstract("We aimed to test zimtol for croup. Zimtol significantly reduced croup compared with placebo."),
  },
  {
    ...plain,
    key: "new",
    title: "Zimtol for croup again",
    type: "trial",
    date: "2019-04",
    sections: abstract("Children came from one town. Zimtol had no effect on croup compared with placebo (p = 0.7)."),
  },
  {
    ...plain,
    key: "guide",
    title: "Croup in children",
    type: "guideline",
    date: "2005",
    sections: [
      {
        headings: ["Treatment"],
        text: "Offer zimtol for croup. Stop after a day.",
        role: "recommendation",
        grade: "B",
      },
    ],
  },
  {
    ...plain,
    key: "gone",
    title: "Zimtol for croup, withdrawn",
    type: "trial",
    date: "2001",
    status: "retracted",
    statusReason: "A Journal. 2002",
    sections: abstract("Zimtol cured croup in all children."),
  },
];
const sugar: EvidenceDocument = {
  ...plain,
  key: "sugar",
  title: "Arnikol and mortality in diabetes",
  type: "trial",
  sections: abstract("Arnikol significantly lowered mortality in diabetes."),
};
const secret: EvidenceDocument = {
  ...plain,
  key: "closed",
  title: "Zimtol for croup, all rights kept",
  type: "review",
  sections: abstract("Zimtol works against croup in every child."),
};

/** Words are rare or common among these. */
const others = Array.from({ length: 40 }, (_, at) => ({
  ...plain,
  key: `other-${at}`,
  title: `Walking number ${at}`,
  type: "study" as const,
  sections: abstract(`Walking number ${at} was compared with placebo in a town. Help was given in one of ${at} towns.`),
}));

const evidence = await quotingOf([
  { id: "open", licence: "CC-BY-4.0", profile: "literature", documents: [...documents, sugar, ...others] },
  { id: "closed", licence: "evaluation-only", profile: "literature", documents: [secret] },
]);
const { wellspring: topics } = await shippedLibrary();
const wellspring = quoteEvidence(topics, evidence.quoting);
afterAll(() => evidence.store.close());

async function ask(question: string): Promise<Answer> {
  const answer = await wellspring.askWithEvidence({ question });
  if (!answer.ok) throw new Error(JSON.stringify(answer.diagnostics));
  return answerShape.parse(answer.value);
}

async function quotesFor(question: string): Promise<AnswerQuotes> {
  const { quotes, kind } = await ask(question);
  expect(kind).toBe("quotes");
  if (quotes === null) throw new Error("nothing is quoted");
  return quotes;
}

const QUESTION = "Does zimtol help in croup compared with placebo?";

describe("a question that no topic answers", () => {
  test("is answered by sentences word for word, guidelines first, newer trials before older", async () => {
    const { groups } = await quotesFor(QUESTION);
    expect(groups.map(({ document: { key, type, date } }) => [key, type, date])).toEqual([
      ["guide", "guideline", "2005"],
      ["new", "trial", "2019-04"],
      ["old", "trial", "1999"],
    ]);
    const texts = documents.flatMap(({ sections }) => sections.map(({ text }) => text));
    for (const { exact, prefix, suffix } of groups.flatMap(({ quotes }) => quotes))
      expect(texts.some((text) => text.includes(prefix + exact + suffix))).toBe(true);
  });

  test("gets results rather than aims, and recommendations whole with their grade", async () => {
    const { groups } = await quotesFor(QUESTION);
    const exact = groups.flatMap(({ quotes }) => quotes.map((quote) => quote.exact));
    expect(exact).toContain("Zimtol significantly reduced croup compared with placebo.");
    expect(groups[0]?.quotes).toMatchObject([{ exact: "Offer zimtol for croup. Stop after a day.", grade: "B" }]);
    expect(exact[0]).not.toContain("aimed");
  });

  test("is shown that two sources say opposite things", async () => {
    const { disagreements, groups } = await quotesFor(QUESTION);
    const key = (number: number) =>
      groups.find(({ quotes }) => quotes.some((quote) => quote.number === number))?.document.key;
    expect(disagreements.map(({ on, quotes }) => [on, quotes.map(key)])).toEqual([["direction", ["new", "old"]]]);
  });

  test("is told what was left out: what is retracted, and what may be searched but not quoted", async () => {
    const { groups, leftOut } = await quotesFor(QUESTION);
    expect(groups.map(({ document }) => document.key)).not.toContain("gone");
    expect(groups.map(({ source }) => source.id)).not.toContain("closed");
    expect(leftOut).toEqual(
      expect.arrayContaining([
        { reason: "retracted", passages: 1 },
        { reason: "licence", passages: 1 },
      ]),
    );
  });

  test("is told which of its words no quote holds", async () => {
    const { kind, notAnswered } = await ask("Does zimtol help in croup compared with placebo, and in one town?");
    expect(kind).toBe("quotes");
    expect(notAnswered.map(({ what }) => what)).toEqual(["one", "town"]);
  });

  test("keeps its refusal, which says that the sources were searched, when they do not answer", async () => {
    const { kind, refusal, quotes } = await ask(
      "Is brexpiprazole superior to lurasidone for schizoaffective disorder?",
    );
    expect([kind, quotes]).toEqual(["refusal", null]);
    expect(refusal?.message).toContain("nothing in them answers this well enough");
  });
});

test("a topic that answers is not mixed with quotes; an emergency and a dose stay refused", async () => {
  expect(await ask("58-year-old man with a tender swollen left calf. DVT?")).toMatchObject({
    kind: "topic",
    quotes: null,
  });
  expect((await ask("What dose of zimtol for croup compared with placebo, how many mg?")).kind).toBe("refusal");
});

test("a sentence whose passage changed or was quarantined after it was found is not shown", async () => {
  const { quoting } = evidence;
  const lost = quoteEvidence(topics, {
    ...quoting,
    evidence: {
      ...quoting.evidence,
      getPassages: async (hashes) =>
        (await quoting.evidence.getPassages(hashes)).flatMap((found) => {
          const { passage } = found;
          if (passage.document === "new") return [];
          return passage.document === "old"
            ? [{ ...found, passage: { ...passage, text: passage.text.replace("reduced", "raised") } }]
            : [found];
        }),
    },
  });
  const answer = await lost.askWithEvidence({ question: QUESTION });
  const quotes = answer.ok ? answer.value.quotes : null;
  expect(quotes?.groups.map(({ document }) => document.key)).toEqual(["guide"]);
  expect(quotes?.leftOut).toContainEqual({ reason: "not-found", passages: 2 });
  expect(quotes?.disagreements).toEqual([]);
});

test("the same question gives the same answer, and a text that names a patient none", async () => {
  expect(await ask(QUESTION)).toEqual(await ask(QUESTION));
  const named = await wellspring.askWithEvidence({ question: `Mrs Ada Lovelace, tel 07700 900123: ${QUESTION}` });
  expect(named.ok).toBe(false);
});

test("a follow-up about another subject is answered by quotes as a first question is", async () => {
  const first = await ask("How should suspected leg DVT be investigated in a man of 60 whose whole leg is swollen?");
  const exchange = first.conversation?.exchange ?? "";
  expect(exchange).not.toBe("");
  const question = "Does arnikol lower mortality in diabetes?";
  const followed = await wellspring.askWithEvidence({ question, exchange });
  if (!followed.ok) throw new Error(JSON.stringify(followed.diagnostics));
  const { kind, quotes } = answerShape.parse(followed.value);
  expect([kind, quotes?.groups.map(({ document }) => document.key)]).toEqual(["quotes", ["sugar"]]);
  expect(quotes).toEqual((await ask(question)).quotes);
});
