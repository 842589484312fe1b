import { type CliEffects, type Command, EXIT } from "../command.ts";
import { readArguments } from "../read-arguments.ts";
import { reportFailure, reportUsage } from "../report.ts";
import { readAnchors } from "./read-anchors.ts";

/** `wellspring record`: a copy of the record of review, the way back from one, and the way to another engine. */
export const recordCommand: Command = {
  name: "record",
  usage: "record <backup <file>|restore <file>|copy <from> <to>> [--anchors <file>] [--record <file>]",
  summary:
    "back the record of review up while it is in use; put a backup, once verified, in the place of a record that is gone; or copy a record from a file to a PostgreSQL server (postgres://…) or back, proving that every table is the same",
  async run(args, effects) {
    const read = readArguments(args, { anchors: { type: "string" }, record: { type: "string" } });
    if (!read.ok) return reportUsage(recordCommand, read.message, effects);
    const [verb, path, ...rest] = read.positionals;
    if (verb === "copy") return copy(path, rest, effects);
    if ((verb !== "backup" && verb !== "restore") || path === undefined || rest.length > 0)
      return reportUsage(recordCommand, "say `backup` or `restore` and one file, or `copy` and two places", effects);
    const file = read.text("anchors");
    const text = file === undefined ? undefined : await effects.readText(file);
    if (text !== undefined && !text.ok) return reportFailure(text.diagnostics, effects);
    const anchors = readAnchors(text?.value ?? "");
    if (anchors === undefined)
      return reportUsage(
        recordCommand,
        "an anchors file has one anchor on each line, as `log anchor` prints it",
        effects,
      );
    if (verb === "restore") {
      const restored = await effects.restoreRecord(path, anchors, read.text("record"));
      if (!restored.ok) return reportFailure(restored.diagnostics, effects);
      effects.write(`restored ${restored.value} entries\n`);
      return EXIT.ok;
    }
    const opened = await effects.openRecord(read.text("record"));
    if (!opened.ok) return reportFailure(opened.diagnostics, effects);
    const written = await opened.value.backup(path);
    await opened.value.close();
    if (!written.ok) return reportFailure(written.diagnostics, effects);
    effects.write(`${written.value} entries are in ${path}\n`);
    return EXIT.ok;
  },
};

async function copy(from: string | undefined, [to, ...rest]: readonly string[], effects: CliEffects): Promise<number> {
  if (from === undefined || to === undefined || rest.length > 0)
    return reportUsage(
      recordCommand,
      "say from where and to where: each is a file or an address `postgres://…`",
      effects,
    );
  const copied = await effects.copyRecord(from, to);
  if (!copied.ok) return reportFailure(copied.diagnostics, effects);
  for (const { table, rows, digest } of copied.value)
    effects.write(`${table}: ${rows} rows, ${digest} at both places\n`);
  return EXIT.ok;
}
