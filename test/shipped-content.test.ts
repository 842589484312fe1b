import { describe, expect, test } from "vitest";
import { checkVariant } from "../src/library/check/check-variant.ts";
import {
  type Article,
  type Block,
  BOTTOM_LINE,
  READERS,
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

const VARIANTS = topics.flatMap((topic) =>
  READERS.filter((reader) => reader !== "clinician").map((reader) => [reader, topic.slug, topic] as const),
);

describe.each(VARIANTS)("the %s's text of %s", (reader, _slug, topic) => {
  const { clinician, [reader]: variant } = topic.articles;
  if (clinician === undefined || variant === undefined) throw new Error("the topic has no text for this reader");
  const musts = new Set(
    statementsOf(clinician)
      .filter(({ must }) => must)
      .map(({ id }) => id),
  );
  const carrying = statementsOf(variant).filter(({ of }) => of !== undefined && musts.has(of));

  test("carries every statement that must be carried", () => {
    expect(new Set(carrying.map(({ of }) => of))).toEqual(musts);
  });

  test("fails the check when any statement that must be carried is deleted from the clinician's text alone", () => {
    const unnoticed = statementsOf(clinician)
      .filter(({ must }) => must)
      .filter((statement) => {
        const found = checkVariant(withoutStatement(clinician, statement), variant);
        return !found.some(({ severity }) => severity === "error");
      });
    expect(unnoticed.map(({ id }) => id)).toEqual([]);
  });

  test("fails the check when any sentence that carries one is deleted", () => {
    const unnoticed = carrying.filter((statement) => {
      const without = withoutStatement(variant, statement);
      const content = {
        topic: { ...topic, articles: { clinician, [reader]: without } },
        library: wellspring.library,
        articles: [clinician, without],
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
    if (block.kind === "table") return { ...block, rows: block.rows.filter(({ evidence }) => evidence !== gone) };
    return block.kind === "list" ? { ...block, items: block.items.map(keep) } : block;
  };
  return { ...article, sections: article.sections.map((section) => ({ ...section, blocks: section.blocks.map(cut) })) };
}
