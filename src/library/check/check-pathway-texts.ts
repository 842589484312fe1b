import { type Citation, HOUSE_RULE } from "../../evidence/citation.ts";
import type { Source } from "../../evidence/source.ts";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { SourceSpan } from "../../kernel/source-span.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { HazardTerm } from "../model/terms.ts";
import type { Register } from "../register.ts";
import { checkHazardTerms } from "./check-hazard-terms.ts";
import { checkSource } from "./check-source.ts";

interface PathwayPart {
  readonly texts: readonly string[];
  readonly cite: readonly Citation[];
  /** Absent for a profile, whose citations carry their own places. */
  readonly span?: SourceSpan;
}

/** Holds the words and citations of a pathway to what articles are held to; its logic is for the pathway engine to check. */
export function checkPathwayTexts(
  file: string,
  pathway: Pathway,
  sources: Register<Source>,
  hazardTerms: readonly HazardTerm[],
): readonly Diagnostic[] {
  const start: SourceSpan = { file, line: 1, column: 1, offset: 0, length: 1 };
  return partsOf(pathway).flatMap((part) => {
    const span = part.span ?? start;
    return [
      ...part.cite
        .filter(({ source }) => source !== HOUSE_RULE)
        .flatMap((citation) => checkSource(citation.source, sources, citation.span ?? span)),
      ...part.texts.flatMap((text) => checkHazardTerms(text, hazardTerms, () => span)),
    ];
  });
}

function partsOf(pathway: Pathway): readonly PathwayPart[] {
  const rules = pathway.stages.flatMap((stage) => stage.rules);
  return [
    ...pathway.profiles.map(({ label, cite }) => ({ texts: [label], cite })),
    ...pathway.features.map(({ label, plain, ask, span }) => ({ texts: [label, plain, ask], cite: [], span })),
    ...pathway.parameters.map(({ label, cite, span }) => ({ texts: [label], cite, span })),
    ...pathway.scores.map(({ label, cite, span }) => ({ texts: [label], cite, span })),
    ...pathway.followUps.map(({ what, cite, span }) => ({ texts: [what], cite, span })),
    ...pathway.recommendations.map(({ title, action, plain, cite, span }) => ({
      texts: [title, action, plain],
      cite,
      span,
    })),
    ...rules.map(({ because, notes, cite, span }) => ({
      texts: [because, ...notes.map(({ text }) => text)],
      cite,
      span,
    })),
    ...pathway.alsoDo.map(({ because, cite, span }) => ({ texts: [because], cite, span })),
    ...pathway.warnings.map(({ text, plain, cite, span }) => ({ texts: [text, plain], cite, span })),
  ];
}
