import { z } from "zod";
import { type Source, sourceShape } from "../../evidence/source.ts";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { parseYaml } from "../../kernel/located-yaml.ts";
import { makeRegister, type Register } from "../register.ts";
import { readEntries } from "./read-entries.ts";

/** `sources.yaml`: every publication, once. */
export const sourcesFileShape = z.strictObject({ sources: z.array(sourceShape) });

const outerShape = z.strictObject({ sources: z.array(z.unknown()) });

export function parseSources(
  file: string,
  text: string,
): { readonly sources: Register<Source>; readonly diagnostics: readonly Diagnostic[] } {
  const read = parseYaml(file, text, outerShape);
  if (!read.ok) return { sources: makeRegister(new Map(), "whole file"), diagnostics: read.diagnostics };
  const { entries, unread, diagnostics } = readEntries(
    read.value.value.sources,
    ["sources"],
    sourceShape,
    { field: "id", of: (source) => source.id },
    read.value.spanOf,
  );
  return {
    sources: makeRegister(new Map(entries.map(({ value }) => [value.id, value])), unread),
    diagnostics,
  };
}
