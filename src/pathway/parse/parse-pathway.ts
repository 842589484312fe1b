import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { Pathway } from "../model/pathway.ts";

/** Placeholder until the pathway engine's own reader is merged: reads nothing, reports nothing. */
export function parsePathway(
  _file: string,
  _text: string,
): { readonly pathway?: Pathway; readonly diagnostics: readonly Diagnostic[] } {
  return { diagnostics: [] };
}
