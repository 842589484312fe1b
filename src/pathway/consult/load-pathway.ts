import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { type CompileSettings, DEFAULT_SETTINGS } from "../compile/build-diagrams.ts";
import type { Pathway } from "../model/pathway.ts";
import { parsePathway } from "../parse/parse-pathway.ts";
import { preparePathway } from "./prepare-pathway.ts";

/**
 * Reads a pathway and compiles it for each of its profiles. A pathway without a compiled form is not loaded, as one with any
 * other error is not: it could be neither consulted nor proven. What is loaded here can be consulted.
 */
export function loadPathway(
  file: string,
  text: string,
  settings: CompileSettings = DEFAULT_SETTINGS,
): { readonly pathway?: Pathway; readonly diagnostics: readonly Diagnostic[] } {
  const read = parsePathway(file, text);
  const { pathway } = read;
  if (pathway === undefined) return read;
  const start = { file, line: 1, column: 1, offset: 0, length: 1 };
  const refusals = pathway.profiles.flatMap(({ id }) => {
    const prepared = preparePathway(pathway, id, settings);
    return prepared.ok ? [] : prepared.diagnostics.map((diagnostic) => ({ span: start, ...diagnostic }));
  });
  if (refusals.length === 0) return read;
  // One condition is refused alike in every profile that has it.
  const distinct = new Map(refusals.map((refusal) => [`${refusal.message} ${refusal.span.offset}`, refusal]));
  return { diagnostics: [...read.diagnostics, ...distinct.values()] };
}
