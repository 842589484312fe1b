import { anchorOf } from "../../review/log/anchor.ts";
import { type Command, EXIT } from "../command.ts";
import { readArguments } from "../read-arguments.ts";
import { reportFailure, reportUsage } from "../report.ts";
import { readAnchors } from "./read-anchors.ts";

/** `wellspring log`: the log of review, its check, and anchors to keep elsewhere. */
export const logCommand: Command = {
  name: "log",
  usage: "log [show|verify|anchor] [--anchors <file>] [--record <file>]",
  summary:
    "list the log of review; name every entry that was changed, removed, inserted or reordered (exit status 1); or print an anchor, to be kept where nobody who can write the record can write",
  async run(args, effects) {
    const read = readArguments(args, { anchors: { type: "string" }, record: { type: "string" } });
    if (!read.ok) return reportUsage(logCommand, read.message, effects);
    const [verb = "show", ...rest] = read.positionals;
    if (rest.length > 0 || !["show", "verify", "anchor"].includes(verb))
      return reportUsage(logCommand, `\`${rest[0] ?? verb}\` is not understood`, effects);
    const file = read.text("anchors");
    const text = file === undefined ? undefined : await effects.readText(file);
    if (text !== undefined && !text.ok) return reportFailure(text.diagnostics, effects);
    const anchors = readAnchors(text?.value ?? "");
    if (anchors === undefined)
      return reportUsage(logCommand, "an anchors file has one anchor on each line, as `log anchor` prints it", effects);
    const opened = await effects.openRecord(read.text("record"), { unsound: verb !== "anchor" });
    if (!opened.ok) return reportFailure(opened.diagnostics, effects);
    const record = opened.value;
    try {
      const entries = await record.entries();
      const last = entries.at(-1);
      if (verb === "show") {
        for (const { sequence, recorded, agent, activity, door, body } of entries)
          effects.write(`${sequence}  ${recorded}  ${agent}  ${activity}  ${door}  ${body}\n`);
        return EXIT.ok;
      }
      if (verb === "anchor") {
        effects.write(last === undefined ? "" : `${JSON.stringify(anchorOf(last))}\n`);
        return EXIT.ok;
      }
      const faults = await record.verify(anchors);
      for (const fault of faults)
        effects.write(
          typeof fault === "string" ? `${fault}\n` : `entry ${fault.sequence} was ${fault.kind}: ${fault.why}\n`,
        );
      if (faults.length > 0) return EXIT.found;
      const known = `${anchors.length} ${anchors.length === 1 ? "anchor" : "anchors"}`;
      effects.write(`sound: ${entries.length} entries, ${known}, last ${last?.hash ?? "none"}\n`);
      return EXIT.ok;
    } finally {
      await record.close();
    }
  },
};
