import type { SourceOverview } from "../evidence/corpus.ts";
import { actOnEvidence, type EvidenceRequest } from "../review/evidence/act-on-evidence.ts";
import { type CliEffects, type Command, EXIT } from "./command.ts";
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

/** Where there is a record of review, each of them is recorded there first, by a librarian and with a reason. */
function sourceCommand(
  name: "release" | "quarantine" | "remove",
  summary: string,
  act: (desk: EvidenceDesk, id: string) => boolean,
): Command {
  const usage = `${name} <source> [--as <librarian> --reason <text> [--record <file>]] [--store <folder>]`;
  return {
    name,
    usage,
    summary,
    async run(args, effects) {
      const text = { type: "string" } as const;
      const read = readArguments(args, { store: text, as: text, reason: text, record: text });
      if (!read.ok) return reportUsage({ usage }, read.message, effects);
      const [source, ...rest] = read.positionals;
      if (source === undefined || rest.length > 0) return reportUsage({ usage }, "name one source", effects);
      const agent = read.text("as");
      if (agent === undefined && effects.hasRecord(read.text("record")))
        return reportUsage(
          { usage },
          "there is a record of review: say who decides it and why, with `--as` and `--reason`",
          effects,
        );
      const opened = await effects.openEvidence(read.text("store"));
      if (!opened.ok) return reportFailure(opened.diagnostics, effects);
      const desk = opened.value;
      try {
        if (agent !== undefined) {
          const request = { agent, activity: `${name}-evidence`, source, reason: read.text("reason") } as const;
          return await recordDecision(request, read.text("record"), desk, effects);
        }
        if (act(desk, source)) return EXIT.ok;
        const known = desk.sources().map(({ id }) => id);
        effects.writeError(`there is no source \`${source}\`; there are: ${known.join(", ") || "none"}\n`);
        return EXIT.found;
      } finally {
        desk.close();
      }
    },
  };
}

async function recordDecision(
  request: EvidenceRequest,
  place: string | undefined,
  shelf: EvidenceDesk,
  effects: CliEffects,
): Promise<number> {
  const opened = await effects.openRecord(place);
  if (!opened.ok) return reportFailure(opened.diagnostics, effects);
  try {
    const recorded = await actOnEvidence(request, { record: opened.value, shelf }, "command-line");
    if (!recorded.ok) return reportFailure(recorded.diagnostics, effects);
    effects.write(`recorded as entry ${recorded.value.sequence} (${recorded.value.hash})\n`);
    return EXIT.ok;
  } finally {
    await opened.value.close();
  }
}
