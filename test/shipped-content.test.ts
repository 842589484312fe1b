import { describe, expect, test } from "vitest";
import { checkVariant } from "../src/library/check/check-variant.ts";
import {
  type Article,
  type Block,
  BOTTOM_LINE,
  type Statement,
  statementsOf,
  statementsOfSection,
} from "../src/library/model/article.ts";
import { renderDiagnostics } from "../src/library/render-diagnostics.ts";
import { variantPartMissing } from "../src/lint/checks/variant-part-missing.ts";
import { lintLibrary } from "../src/lint/lint-library.ts";
import { shippedLibrary } from "./real-library.ts";

const { files, wellspring } = await shippedLibrary();
const topics = [...wellspring.library.topics.values()];

test("every shipped topic passes every check on content", () => {
  const found = lintLibrary(wellspring.library, files);
  expect(found, renderDiagnostics(found, files)).toEqual([]);
});

test.each(topics.map((topic) => [topic.slug, topic] as const))(
  "every statement of %s can be asked for",
  (_slug, topic) => {
    const asked = new Set(topic.answers.flatMap(({ statements }) => statements));
    const article = topic.articles.clinician;
    if (article === undefined) throw new Error("the topic has no article");
    const silent = article.sections
      .filter(({ id }) => id !== BOTTOM_LINE)
      .flatMap((section) => statementsOfSection(section))
      .filter(({ id }) => !asked.has(id));
    expect(silent.map(({ id }) => id)).toEqual([]);
  },
);

describe.each(topics.map((topic) => [topic.slug, topic] as const))("the patient's text of %s", (_slug, topic) => {
  const { clinician, patient } = topic.articles;
  if (clinician === undefined || patient === undefined) throw new Error("the topic has no patient's text");
  const musts = new Set(
    statementsOf(clinician)
      .filter(({ must }) => must)
      .map(({ id }) => id),
  );
  const carrying = statementsOf(patient).filter(({ of }) => of !== undefined && musts.has(of));

  test("carries every statement that must be carried", () => {
    expect(new Set(carrying.map(({ of }) => of))).toEqual(musts);
  });

  test("fails the check when any sentence that carries one is deleted", () => {
    const unnoticed = carrying.filter((statement) => {
      const without = withoutStatement(patient, statement);
      const content = {
        topic: { ...topic, articles: { clinician, patient: without } },
        library: wellspring.library,
        articles: [clinician, without],
        signed: new Set<string>(),
        written: () => "",
        placeIn: () => statement.span,
      };
      const found = [...checkVariant(clinician, without), ...variantPartMissing.check(content)];
      return !found.some(({ severity }) => severity === "error");
    });
    expect(carrying.length).toBeGreaterThanOrEqual(musts.size);
    expect(unnoticed.map(({ id }) => id)).toEqual([]);
  });
});

function withoutStatement(article: Article, gone: Statement): Article {
  const keep = (statements: readonly Statement[]) => statements.filter((statement) => statement !== gone);
  const cut = (block: Block): Block => {
    if (block.kind === "paragraph") return { ...block, statements: keep(block.statements) };
    return block.kind === "list" ? { ...block, items: block.items.map(keep) } : block;
  };
  return { ...article, sections: article.sections.map((section) => ({ ...section, blocks: section.blocks.map(cut) })) };
}
