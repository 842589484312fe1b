import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { SourceSpan } from "../../kernel/source-span.ts";
import type { Pathway } from "../model/pathway.ts";
import type { Certificate } from "./certificate.ts";
import { recheckCertificate } from "./recheck-certificate.ts";
import { verifyDiagnostics } from "./verify-diagnostics.ts";

/**
 * Why a pathway may not be published; empty when it may. `text` is what the pathway was read from. A certificate counts when
 * it is of this exact text, by this version of the checker, says that everything is proven, and holds when checked again.
 */
export function checkPublishable(
  pathway: Pathway,
  text: string,
  certificate: Certificate | undefined,
): readonly Diagnostic[] {
  const span: SourceSpan | undefined = pathway.stages[0]?.span;
  if (certificate === undefined)
    return [verifyDiagnostics.report("certificate-missing", { pathway: pathway.id }, span)];
  return recheckCertificate(pathway, text, certificate).map((complaint) =>
    verifyDiagnostics.report("certificate-refused", { complaint }, span),
  );
}
