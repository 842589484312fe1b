import type { SourceOverview } from "../evidence/corpus.ts";
import { type Command, EXIT } from "./command.ts";
import type { EvidenceDesk } from "./evidence-desk.ts";
import { readArguments } from "./read-arguments.ts";
import { reportFailure, reportUsage } from "./report.ts";

/** `wellspring sources`: what is in the evidence store. */
export const sourcesCommand: Command = {
  name: "sources",
  usage: "sources [--store <folder>] [--json]",
  summary: "list the sources of the evidence store with state, licence and size",
  async run(args, effects) {
    const read = readArguments(args, { store: { type: "string" }, json: { type: "boolean" } });
    if (!read.ok) return reportUsage(sourcesCommand, read.message, effects);
    if (read.positionals.length > 0) return reportUsage(sourcesCommand, "it takes options only", effects);
    const opened = await effects.openEvidence(read.text("store"));
    if (!opened.ok) return reportFailure(opened.diagnostics, effects);
    const sources = opened.value.overviews();
    opened.value.close();
    effects.write(read.has("json") ? `${JSON.stringify(sources, null, 2)}\n` : renderSources(sources));
    return EXIT.ok;
  },
};

function renderSources(sources: readonly SourceOverview[]): string {
  if (sources.length === 0) return "there are no sources yet: fill the store with `wellspring import <kind> <path…>`\n";
  const lines = sources.map(
    ({ id, title, state, licence, documents, passages, imported, oldest, newest, marked, outdated }) =>
      [
        `${id}  ${state}  ${title}: ${documents} documents, ${passages} passages`,
        oldest === undefined ? "undated" : `${oldest} to ${newest}`,
        `licence ${licence.name}`,
        `imported ${imported}`,
        ...Object.entries(marked).map(([status, count]) => `${count} ${status}`),
        ...(outdated === 0 ? [] : [`${outdated} passages of earlier versions no longer hold`]),
      ].join(", "),
  );
  return `${lines.join("\n")}\n`;
}

/** `wellspring release`: from now on a source is searched and quoted. */
export const releaseCommand = sourceCommand("release", "put a source into search", (desk, id) =>
  desk.setState(id, "released"),
);

/** `wellspring quarantine`: from now on it is not. */
export const quarantineCommand = sourceCommand("quarantine", "take a source out of search; it is kept", (desk, id) =>
  desk.setState(id, "quarantined"),
);

/** `wellspring remove`: the source with all its documents is deleted. */
export const removeCommand = sourceCommand(
  "remove",
  "delete a source with all its documents and versions",
  (desk, id) => desk.removeSource(id),
);

function sourceCommand(name: string, summary: string, act: (desk: EvidenceDesk, id: string) => boolean): Command {
  const usage = `${name} <source> [--store <folder>]`;
  return {
    name,
    usage,
    summary,
    async run(args, effects) {
      const read = readArguments(args, { store: { type: "string" } });
      if (!read.ok) return reportUsage({ usage }, read.message, effects);
      const [id, ...rest] = read.positionals;
      if (id === undefined || rest.length > 0) return reportUsage({ usage }, "name one source", effects);
      const opened = await effects.openEvidence(read.text("store"));
      if (!opened.ok) return reportFailure(opened.diagnostics, effects);
      const desk = opened.value;
      try {
        if (act(desk, id)) return EXIT.ok;
        const known = desk.sources().map((source) => source.id);
        effects.writeError(`there is no source \`${id}\`; there are: ${known.join(", ") || "none"}\n`);
        return EXIT.found;
      } finally {
        desk.close();
      }
    },
  };
}
