import { BOTTOM_LINE, type Section, type Statement, statementsOfSection } from "../model/article.ts";
import type { ArticleParse } from "./article-parse.ts";

/** What can only be seen of an article as a whole: its frame, its names, and what stands beside an unresolved claim. */
export function checkArticle(sections: readonly Section[], parse: ArticleParse): void {
  parse.heading = undefined;
  if (sections[0]?.id !== BOTTOM_LINE)
    parse.report(
      "bottom-line-missing",
      {},
      { at: sections[0]?.span.offset ?? 0, length: sections[0]?.span.length ?? 1 },
    );
  checkSectionIds(sections, parse);
  checkStatementIds(sections, parse);
  for (const section of sections) {
    parse.heading = section.title;
    const statements = statementsOfSection(section);
    for (const [index, statement] of statements.entries()) {
      checkUnresolved(statement, statements[index + 1], parse);
      if (statement.of !== undefined && parse.reader === "clinician")
        parse.report("of-outside-variant", {}, placeOf(statement));
    }
  }
}

function checkSectionIds(sections: readonly Section[], parse: ArticleParse): void {
  const seen = new Set<string>();
  const named = sections.flatMap((section) => [
    { id: section.id, section },
    ...section.blocks.flatMap((block) =>
      block.kind === "subheading" && block.id !== undefined ? [{ id: block.id, section }] : [],
    ),
  ]);
  for (const { id, section } of named) {
    parse.heading = section.title;
    if (seen.has(id)) parse.report("section-id-duplicate", { id }, placeOf(section));
    seen.add(id);
  }
}

function checkStatementIds(sections: readonly Section[], parse: ArticleParse): void {
  const seen = new Set<string>();
  for (const section of sections) {
    parse.heading = section.title;
    for (const statement of statementsOfSection(section)) {
      if (seen.has(statement.id)) parse.report("statement-id-duplicate", { id: statement.id }, placeOf(statement));
      seen.add(statement.id);
    }
  }
}

/** An unresolved claim may be shown only with its correction beside it: citations of its own, or a cited next sentence. */
function checkUnresolved(statement: Statement, next: Statement | undefined, parse: ArticleParse): void {
  // A sentence without any evidence is also held as unresolved, and was reported as what it is.
  const wasMarked = parse.text.slice(statement.span.offset).slice(0, statement.span.length).includes("[unresolved]");
  if (statement.basis !== "unresolved" || !wasMarked) return;
  if (statement.citations.length === 0 && (next === undefined || next.citations.length === 0))
    parse.report("unresolved-without-correction", {}, placeOf(statement));
}

function placeOf(part: Section | Statement): { readonly at: number; readonly length: number } {
  return { at: part.span.offset, length: part.span.length };
}
