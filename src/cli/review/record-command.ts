import { type Command, EXIT } from "../command.ts";
import { readArguments } from "../read-arguments.ts";
import { reportFailure, reportUsage } from "../report.ts";
import { readAnchors } from "./read-anchors.ts";

/** `wellspring record`: a copy of the record of review, and the way back from one. */
export const recordCommand: Command = {
  name: "record",
  usage: "record <backup|restore> <file> [--anchors <file>] [--record <file>]",
  summary:
    "copy the record of review while it is in use, or put a copy in the place of a record that is gone; a copy is verified before it is used",
  async run(args, effects) {
    const read = readArguments(args, { anchors: { type: "string" }, record: { type: "string" } });
    if (!read.ok) return reportUsage(recordCommand, read.message, effects);
    const [verb, path, ...rest] = read.positionals;
    if ((verb !== "backup" && verb !== "restore") || path === undefined || rest.length > 0)
      return reportUsage(recordCommand, "say `backup` or `restore`, and one file", effects);
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
