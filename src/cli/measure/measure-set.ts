import { type CliEffects, EXIT } from "../command.ts";
import { readArguments } from "../read-arguments.ts";
import { reportFailure, reportUsage } from "../report.ts";
import { type OpenedSet, openSet } from "./open-set.ts";

/** What a measurement of one set tells, for people and for programs. */
export interface Measured {
  readonly text: string;
  readonly json: unknown;
  /** Absent: done, and nothing wrong was found. */
  readonly exit?: number;
}

/** A command that measures one set: `eval <name> <folder> [--json]`. Its store is closed whatever happens. */
export async function measureSet(
  name: string,
  args: readonly string[],
  effects: CliEffects,
  measure: (opened: OpenedSet) => Promise<Measured>,
): Promise<number> {
  const usage = { usage: `eval ${name} <folder> [--json]` };
  const read = readArguments(args, { json: { type: "boolean" } });
  if (!read.ok) return reportUsage(usage, read.message, effects);
  const [path, ...rest] = read.positionals;
  if (path === undefined || rest.length > 0) return reportUsage(usage, "name one folder", effects);
  const opened = await openSet(path, effects);
  if (!opened.ok) return reportFailure(opened.diagnostics, effects);
  try {
    const { text, json, exit = EXIT.ok } = await measure(opened.value);
    effects.write(read.has("json") ? `${JSON.stringify(json, null, 2)}\n` : text);
    return exit;
  } finally {
    opened.value.store.close();
  }
}
