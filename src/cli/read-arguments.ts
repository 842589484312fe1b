import { parseArgs } from "node:util";

export interface OptionDefinition {
  readonly type: "string" | "boolean";
}

export type ReadArguments =
  | {
      readonly ok: true;
      readonly positionals: readonly string[];
      text(option: string): string | undefined;
      has(option: string): boolean;
    }
  | { readonly ok: false; readonly message: string };

/** Reads the arguments of one command. An option that does not exist is an error, never ignored. */
export function readArguments(
  args: readonly string[],
  options: Readonly<Record<string, OptionDefinition>>,
): ReadArguments {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const read: Readonly<Record<string, unknown>> = values;
    return {
      ok: true,
      positionals,
      text(option) {
        const value = read[option];
        return typeof value === "string" ? value : undefined;
      },
      has: (option) => read[option] === true,
    };
  } catch (error) {
    // `parseArgs` throws on arguments that do not fit; its message names the option.
    return { ok: false, message: error instanceof Error ? error.message : "arguments not understood" };
  }
}
