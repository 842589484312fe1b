import type { ImportReport } from "../evidence/import-report.ts";
import { findLicence, KNOWN_LICENCES } from "../evidence/licences.ts";
import { type Command, EXIT } from "./command.ts";
import { readArguments } from "./read-arguments.ts";
import { reportFailure, reportUsage } from "./report.ts";

/** Records between two lines of progress. */
const TOLD_EVERY = 10_000;

/** `wellspring import`: documents into the evidence store. */
export const importCommand: Command = {
  name: "import",
  usage: "import <kind> <path…> [--source <id>] [--licence <name>] [--released] [--store <folder>] [--json]",
  summary:
    "read documents into the evidence store; an import that was broken off goes on where it stopped; exit status 1 if anything was refused",
  async run(args, effects) {
    const read = readArguments(args, {
      source: { type: "string" },
      licence: { type: "string" },
      store: { type: "string" },
      released: { type: "boolean" },
      json: { type: "boolean" },
    });
    if (!read.ok) return reportUsage(importCommand, read.message, effects);
    const [kind, ...paths] = read.positionals;
    if (kind === undefined || paths.length === 0)
      return reportUsage(importCommand, "name a kind and one file or more", effects);
    const name = read.text("licence");
    const licence = name === undefined ? undefined : findLicence(name);
    if (name !== undefined && licence === undefined)
      return reportUsage(importCommand, `--licence is one of ${Object.keys(KNOWN_LICENCES).join(", ")}`, effects);
    if (licence?.grants.store === false)
      return reportUsage(importCommand, `the licence ${licence.name} does not allow the text to be kept`, effects);
    const source = read.text("source");
    if (source !== undefined && !/^[a-z0-9][a-z0-9-]*$/.test(source))
      return reportUsage(importCommand, "--source is an id of lower-case letters, digits and hyphens", effects);
    const opened = await effects.openEvidence(read.text("store"));
    if (!opened.ok) return reportFailure(opened.diagnostics, effects);
    const desk = opened.value;
    try {
      if (!desk.kinds.includes(kind))
        return reportUsage(importCommand, `the kind is one of ${desk.kinds.join(", ")}`, effects);
      const request = {
        kind,
        paths,
        released: read.has("released"),
        ...(source === undefined ? {} : { source }),
        ...(licence === undefined ? {} : { licence }),
      };
      let told = 0;
      const report = await desk.importFiles(request, (now) => {
        if (recordsOf(now) < told + TOLD_EVERY) return;
        told = recordsOf(now);
        effects.writeError(`${told} records read\n`);
      });
      effects.write(read.has("json") ? `${JSON.stringify(report, null, 2)}\n` : render(report));
      return report.refused + report.failures.length === 0 ? EXIT.ok : EXIT.found;
    } finally {
      desk.close();
    }
  },
};

function recordsOf({ added, replaced, unchanged, deleted, refused }: ImportReport): number {
  return added + replaced + unchanged + deleted + refused;
}

function render(report: ImportReport): string {
  const { added, replaced, unchanged, deleted, refused, filesUnchanged, refusals, failures } = report;
  const lines = [
    `${added} added, ${replaced} replaced, ${unchanged} unchanged, ${deleted} taken back, ${refused} refused`,
    ...(filesUnchanged > 0 ? [`${filesUnchanged} files were read before and have not changed`] : []),
    ...refusals.map(({ file, place, reason }) => `refused: ${file}, ${place}: ${reason}`),
    ...(refused > refusals.length ? [`refused: ${refused - refusals.length} more`] : []),
    ...failures.map(({ file, reason }) => `not read to its end: ${file}: ${reason}`),
  ];
  return `${lines.join("\n")}\n`;
}
