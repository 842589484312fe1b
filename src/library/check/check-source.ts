import type { Source } from "../../evidence/source.ts";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { SourceSpan } from "../../kernel/source-span.ts";
import { libraryDiagnostics } from "../library-diagnostics.ts";
import { findNearestName } from "../nearest-name.ts";
import type { Register } from "../register.ts";

/** May this source be leaned on? It must be in the register, be citable, and stand. */
export function checkSource(id: string, sources: Register<Source>, span: SourceSpan): readonly Diagnostic[] {
  const source = sources.entries.get(id);
  if (source === undefined) {
    if (sources.knows(id)) return [];
    const nearest = findNearestName(id, sources.entries.keys());
    return [libraryDiagnostics.report("source-not-found", { name: id, nearest }, span)];
  }
  const found: Diagnostic[] = [];
  if (!source.citable) found.push(libraryDiagnostics.report("source-not-citable", { source: id }, span));
  if (source.status === "retracted")
    found.push(libraryDiagnostics.report("source-retracted-cited", { source: id }, span));
  if (source.status === "superseded")
    found.push(libraryDiagnostics.report("source-superseded-cited", { source: id }, span));
  return found;
}
