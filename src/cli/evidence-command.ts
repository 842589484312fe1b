import { type Command, EXIT } from "./command.ts";
import { readArguments } from "./read-arguments.ts";
import { reportFailure, reportUsage } from "./report.ts";

/** `wellspring evidence`: the way of the evidence store to a server. */
export const evidenceCommand: Command = {
  name: "evidence",
  usage: "evidence copy <postgres://…> [--store <folder>]",
  summary:
    "copy what is released in the evidence store to a PostgreSQL server, in the place of the copy that is there, for servers that are started with WELLSPRING_EVIDENCE=postgres://…",
  async run(args, effects) {
    const read = readArguments(args, { store: { type: "string" } });
    if (!read.ok) return reportUsage(evidenceCommand, read.message, effects);
    const [verb, address, ...rest] = read.positionals;
    if (verb !== "copy" || !/^postgres(ql)?:\/\//.test(address ?? "") || address === undefined || rest.length > 0)
      return reportUsage(evidenceCommand, "say `copy` and one address `postgres://…`", effects);
    const copied = await effects.copyEvidence(address, read.text("store"));
    if (!copied.ok) return reportFailure(copied.diagnostics, effects);
    const { passages, stems } = copied.value;
    effects.write(`${passages} passages and ${stems} stems were copied\n`);
    return EXIT.ok;
  },
};
