import type { Diagnostic } from "../kernel/diagnostic.ts";
import { certifyPathway } from "../pathway/verify/certify-pathway.ts";
import type { OpenedLibrary } from "./command.ts";

/** Proves the pathway of every topic anew: which may be published, and why the others may not. */
export function certifyTopics({
  files,
  wellspring,
}: OpenedLibrary): readonly { readonly pathway: string; readonly refusals: readonly Diagnostic[] }[] {
  return [...wellspring.library.topics.values()].flatMap(({ pathway }) => {
    if (pathway === undefined) return [];
    const text = files.find(({ path }) => path === pathway.stages[0]?.span.file)?.text ?? "";
    return [{ pathway: pathway.id, refusals: certifyPathway(pathway, text).refusals }];
  });
}
