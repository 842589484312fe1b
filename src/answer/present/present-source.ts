import { linksOf, renderReference, yearOf } from "../../evidence/reference.ts";
import type { Source } from "../../evidence/source.ts";
import type { AnswerSource } from "../answer-shape.ts";

/** A source as an answer carries it. The link is one whose identifier was seen: one from memory might lead to another paper. */
export function presentSource(source: Source): AnswerSource {
  return {
    id: source.id,
    reference: renderReference(source),
    year: yearOf(source) ?? null,
    issuer: source.issuer ?? null,
    design: source.design,
    status: source.status,
    confidence: source.confidence,
    seen: source.seen,
    toVerify: source.toVerify,
    href: linksOf(source).find(({ verify }) => !verify)?.href ?? null,
  };
}
