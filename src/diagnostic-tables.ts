import { quantityDiagnostics } from "./clinical/quantity.ts";
import type { Diagnostic } from "./kernel/diagnostic.ts";
import { yamlDiagnostics } from "./kernel/located-yaml.ts";
import { articleDiagnostics } from "./library/article/article-diagnostics.ts";
import { libraryDiagnostics } from "./library/library-diagnostics.ts";
import { folderDiagnostics } from "./store/library-folder.ts";

interface DiagnosticTable {
  readonly table: Readonly<Record<string, { readonly severity: Diagnostic["severity"] }>>;
}

/** Every table of diagnostics in the product. A test holds each code to a page, and each table to a place in this list. */
export const DIAGNOSTIC_TABLES: Readonly<Record<string, DiagnosticTable>> = {
  quantityDiagnostics,
  yamlDiagnostics,
  articleDiagnostics,
  libraryDiagnostics,
  folderDiagnostics,
};
