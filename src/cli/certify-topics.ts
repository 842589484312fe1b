import type { Diagnostic } from "../kernel/diagnostic.ts";
import { certify } from "../pathway/verify/certificate.ts";
import { checkPublishable } from "../pathway/verify/check-publishable.ts";
import { verifyPathway } from "../pathway/verify/verify-pathway.ts";
import type { OpenedLibrary } from "./command.ts";

/** Proves the pathway of every topic anew: which may be published, and why the others may not. */
export function certifyTopics({
  files,
  wellspring,
}: OpenedLibrary): readonly { readonly pathway: string; readonly refusals: readonly Diagnostic[] }[] {
  return [...wellspring.library.topics.values()].flatMap(({ pathway }) => {
    if (pathway === undefined) return [];
    const text = files.find(({ path }) => path === pathway.stages[0]?.span.file)?.text ?? "";
    const verified = verifyPathway(pathway);
    const refusals = verified.ok
      ? checkPublishable(pathway, text, certify(text, verified.value))
      : [...verified.diagnostics, ...checkPublishable(pathway, text, undefined)];
    return [{ pathway: pathway.id, refusals }];
  });
}
