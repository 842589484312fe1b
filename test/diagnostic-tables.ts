import { accountDiagnostics } from "../src/accounts/account-diagnostics.ts";
import { answerDiagnostics } from "../src/answer/answer-diagnostics.ts";
import { quotingDiagnostics } from "../src/answer/quotes/quoting-weights.ts";
import { secondReaderDiagnostics } from "../src/answer/second-reader/second-reader.ts";
import { wordsDiagnostics } from "../src/answer/understand/check/words-diagnostics.ts";
import { phraseDiagnostics } from "../src/answer/understand/phrases/parse-phrase.ts";
import { censusDiagnostics } from "../src/cli/census-command.ts";
import { compareDiagnostics } from "../src/cli/compare-command.ts";
import { drawDiagnostics } from "../src/cli/draw-command.ts";
import { evaluateDiagnostics } from "../src/cli/evaluate-command.ts";
import { evalDiagnostics } from "../src/cli/read-vignettes.ts";
import { readingDiagnostics } from "../src/cli/reading-command.ts";
import { vignetteDiagnostics } from "../src/cli/vignettes/judge-vignette.ts";
import { quantityDiagnostics } from "../src/clinical/quantity.ts";
import { serveDiagnostics } from "../src/http/serve.ts";
import { retractionDiagnostics } from "../src/ingest/read-retraction-watch.ts";
import { retrievalSetDiagnostics } from "../src/ingest/read-retrieval-set.ts";
import { trustDiagnostics } from "../src/ingest/trust/read-trust-rules.ts";
import type { Diagnostic } from "../src/kernel/diagnostic.ts";
import { yamlDiagnostics } from "../src/kernel/located-yaml.ts";
import { articleDiagnostics } from "../src/library/article/article-diagnostics.ts";
import { libraryDiagnostics } from "../src/library/library-diagnostics.ts";
import { lintDiagnostics } from "../src/lint/lint-diagnostics.ts";
import { compileDiagnostics } from "../src/pathway/compile/compile-diagnostics.ts";
import { findingDiagnostics } from "../src/pathway/findings/finding-diagnostics.ts";
import { languageDiagnostics } from "../src/pathway/language/language-diagnostics.ts";
import { pathwayDiagnostics } from "../src/pathway/parse/pathway-diagnostics.ts";
import { verifyDiagnostics } from "../src/pathway/verify/verify-diagnostics.ts";
import { reviewDiagnostics } from "../src/review/review-diagnostics.ts";
import { evidenceDiagnostics } from "../src/store/evidence/open-evidence.ts";
import { folderDiagnostics } from "../src/store/library-folder.ts";
import { openDiagnostics } from "../src/store/open-library.ts";
import { inputDiagnostics } from "../src/store/read-input.ts";
import { recordDiagnostics } from "../src/store/record/record-diagnostics.ts";
import { outputDiagnostics } from "../src/store/write-output.ts";

interface DiagnosticTable {
  readonly table: Readonly<Record<string, { readonly severity: Diagnostic["severity"] }>>;
}

/** Every table of diagnostics in the product. A test holds each code to a page, and each table to a place in this list. */
export const DIAGNOSTIC_TABLES: Readonly<Record<string, DiagnosticTable>> = {
  quantityDiagnostics,
  yamlDiagnostics,
  languageDiagnostics,
  pathwayDiagnostics,
  compileDiagnostics,
  verifyDiagnostics,
  findingDiagnostics,
  articleDiagnostics,
  libraryDiagnostics,
  lintDiagnostics,
  folderDiagnostics,
  answerDiagnostics,
  evalDiagnostics,
  vignetteDiagnostics,
  evaluateDiagnostics,
  compareDiagnostics,
  censusDiagnostics,
  readingDiagnostics,
  drawDiagnostics,
  phraseDiagnostics,
  wordsDiagnostics,
  secondReaderDiagnostics,
  serveDiagnostics,
  openDiagnostics,
  inputDiagnostics,
  outputDiagnostics,
  evidenceDiagnostics,
  retrievalSetDiagnostics,
  reviewDiagnostics,
  recordDiagnostics,
  quotingDiagnostics,
  retractionDiagnostics,
  trustDiagnostics,
  accountDiagnostics,
};
