import { defineDiagnostics } from "../kernel/diagnostic.ts";
import { renderSpan } from "../kernel/source-span.ts";
import { isTooHard, type MeasuredArticle, measureArticle, printGrades } from "../lint/reading/measure-reading.ts";
import { type Command, EXIT } from "./command.ts";
import { readArguments } from "./read-arguments.ts";
import { reportFailure, reportUsage } from "./report.ts";

export const readingDiagnostics = defineDiagnostics({
  "patient-text-not-found": {
    severity: "error",
    message: ({ topic, known }: { topic: string; known: string }) =>
      `no topic \`${topic}\` has a text for patients; those that do: ${known}`,
    help: "name the folder of a topic that has article.patient.md",
  },
});

/** How many sentences an author is shown, hardest first. */
const SHOWN = 10;

/** `wellspring reading`: how hard a topic's patient text is to read, block by block, with its hardest sentences. */
export const readingCommand: Command = {
  name: "reading",
  usage: "reading <topic> [--json]",
  summary: "measure the patient's text of a topic by two formulas; exit status 1 when a block is above US grade 6",
  async run(args, effects) {
    const read = readArguments(args, { json: { type: "boolean" } });
    if (!read.ok) return reportUsage(readingCommand, read.message, effects);
    const [slug, ...rest] = read.positionals;
    if (slug === undefined || rest.length > 0) return reportUsage(readingCommand, "name a topic", effects);
    const opened = await effects.openLibrary();
    if (!opened.ok) return reportFailure(opened.diagnostics, effects);
    const { topics } = opened.value.wellspring.library;
    const article = topics.get(slug)?.articles.patient;
    if (article === undefined) {
      const known = [...topics.values()].filter(({ articles }) => articles.patient !== undefined);
      const holes = { topic: slug, known: known.map((topic) => topic.slug).join(", ") || "none" };
      return reportFailure([readingDiagnostics.report("patient-text-not-found", holes)], effects);
    }
    const measured = measureArticle(article);
    effects.write(read.has("json") ? `${JSON.stringify(toJson(measured), null, 2)}\n` : render(measured));
    return measured.blocks.some((block) => !block.tooShort && isTooHard(block)) ? EXIT.found : EXIT.ok;
  },
};

function render(article: MeasuredArticle): string {
  const blocks = article.blocks.map((block) => {
    const mark = block.tooShort ? "short" : isTooHard(block) ? "HARD" : "ok";
    return `  ${mark.padEnd(6)}${block.title}: ${printGrades(block)} (${block.words} words)`;
  });
  const hardest = hardestSentences(article).map(
    ({ statement, fleschKincaid }) =>
      `  ${fleschKincaid.toFixed(1).padStart(5)}  ${statement.text}\n         ${renderSpan(statement.span)}`,
  );
  return `${[`whole text: ${printGrades(article)}`, ...blocks, "hardest sentences", ...hardest].join("\n")}\n`;
}

function hardestSentences({ blocks }: MeasuredArticle) {
  return blocks
    .flatMap(({ sentences }) => sentences)
    .toSorted((left, right) => right.fleschKincaid - left.fleschKincaid)
    .slice(0, SHOWN);
}

function toJson(article: MeasuredArticle) {
  const { fleschKincaid, automatedReadability, blocks } = article;
  return {
    fleschKincaid,
    automatedReadability,
    blocks: blocks.map(({ sentences: _all, ...block }) => ({ ...block, tooHard: !block.tooShort && isTooHard(block) })),
    hardest: hardestSentences(article).map(({ statement, ...grades }) => ({
      ...grades,
      text: statement.text,
      span: statement.span,
    })),
  };
}
