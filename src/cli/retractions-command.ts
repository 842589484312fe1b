import type { MarkedDocument, MarkList } from "../evidence/publication-mark.ts";
import { findMarkedCitations, type MarkedCitation } from "../library/find-citing.ts";
import { block } from "./block.ts";
import { type Command, EXIT } from "./command.ts";
import { readArguments } from "./read-arguments.ts";
import { recordRetractions } from "./record-retractions.ts";
import { reportFailure, reportUsage } from "./report.ts";

/** The name under which marks of this list are kept; its next reading takes their place. */
const LIST = "retraction-watch";

/** `wellspring retractions`: marks what a list says is retracted, and walks to everything that leans on it. */
export const retractionsCommand: Command = {
  name: "retractions",
  usage: "retractions <Retraction Watch CSV> [--as <person> [--record <file>]] [--store <folder>] [--json]",
  summary:
    "mark publications by a list of retractions and name every statement, fact and rule that cites one; exit status 1 when the library does; `--as` records each retracted source, which flags the texts that cite it",
  async run(args, effects) {
    const read = readArguments(args, {
      store: { type: "string" },
      json: { type: "boolean" },
      as: { type: "string" },
      record: { type: "string" },
    });
    if (!read.ok) return reportUsage(retractionsCommand, read.message, effects);
    const [path, ...rest] = read.positionals;
    if (path === undefined || rest.length > 0) return reportUsage(retractionsCommand, "name one file", effects);
    const agent = read.text("as");
    if (agent !== undefined && read.has("json"))
      return reportUsage(retractionsCommand, "record with `--as`, or list with `--json`", effects);
    const list = await effects.readRetractions(path);
    if (!list.ok) return reportFailure(list.diagnostics, effects);
    const opened = await effects.openLibrary();
    if (!opened.ok) return reportFailure(opened.diagnostics, effects);
    const desk = await effects.openEvidence(read.text("store"));
    if (!desk.ok) return reportFailure(desk.diagnostics, effects);
    try {
      desk.value.applyMarks(LIST, list.value.marks);
      const documents = [...desk.value.markedDocuments()];
      const { library } = await opened.value.wellspring.catchUp();
      const cited = findMarkedCitations(library, list.value.marks);
      effects.write(read.has("json") ? renderJson(list.value, documents, cited) : render(list.value, documents, cited));
      const isRecorded =
        agent === undefined || (await recordRetractions(cited, { agent, place: read.text("record") }, effects));
      return isRecorded && cited.length === 0 ? EXIT.ok : EXIT.found;
    } finally {
      desk.value.close();
    }
  },
};

function renderJson(
  { records, unidentified, marks }: MarkList,
  documents: readonly MarkedDocument[],
  cited: readonly MarkedCitation[],
): string {
  const inLibrary = cited.map(({ source, mark, places }) => ({ source: source.id, mark, places }));
  return `${JSON.stringify({ records, unidentified, marks: marks.length, documents, cited: inLibrary }, null, 2)}\n`;
}

function render(
  { records, unidentified, marks }: MarkList,
  documents: readonly MarkedDocument[],
  cited: readonly MarkedCitation[],
): string {
  const parts = [
    `${records} records read, ${marks.length} identifiers marked, ${unidentified} records without a PMID or DOI`,
    block(
      `IN THE EVIDENCE STORE, ${documents.length} not in good standing`,
      documents.map(({ source, key, title, status, reason }) => `${status}: ${source} ${key}, ${title} (${reason})`),
    ),
    ...cited.map(({ source, mark, places }) =>
      block(
        `CITED BY THE LIBRARY, ${mark.status}: ${source.id}, ${source.title} (${mark.reason})`,
        places.length === 0
          ? ["registered, and cited nowhere"]
          : places.map(({ topic, where, text }) => `${topic}, ${where}: ${text}`),
      ),
    ),
    cited.length === 0 ? "The library cites none of them." : "",
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
