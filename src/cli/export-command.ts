import { exportCql } from "../pathway/export/cql/export-cql.ts";
import type { Pathway, ProfileId } from "../pathway/model/pathway.ts";
import { type Command, EXIT } from "./command.ts";
import { openPathway } from "./open-pathway.ts";
import { readArguments } from "./read-arguments.ts";
import { reportFailure, reportUsage } from "./report.ts";

/** Languages that a pathway can be written in, by the name that `--as` takes. */
const FORMATS: Readonly<Record<string, (pathway: Pathway, profile: ProfileId) => string>> = { cql: exportCql };

/** `wellspring export`: a pathway in a language that other systems read. */
export const exportCommand: Command = {
  name: "export",
  usage: "export <pathway> --as cql [--profile <id>]",
  summary:
    "write a pathway under one profile in another language; the pathway is an id, pathway:profile or a path to a pathway.yaml",
  async run(args, effects) {
    const read = readArguments(args, { as: { type: "string" }, profile: { type: "string" } });
    if (!read.ok) return reportUsage(exportCommand, read.message, effects);
    const [given, ...rest] = read.positionals;
    if (given === undefined || rest.length > 0) return reportUsage(exportCommand, "name a pathway", effects);
    const format = read.text("as");
    const write = format === undefined ? undefined : Object.entries(FORMATS).find(([name]) => name === format)?.[1];
    if (write === undefined) {
      const asked = format === undefined ? "say in which language" : `there is no export as \`${format}\``;
      return reportUsage(exportCommand, `${asked}: --as ${Object.keys(FORMATS).join(", ")}`, effects);
    }
    const opened = await openPathway(given, read.text("profile"), effects);
    if (!opened.ok) return reportFailure(opened.diagnostics, effects, opened.files);
    effects.write(write(opened.value.pathway, opened.value.profile));
    return EXIT.ok;
  },
};
