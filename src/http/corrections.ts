import type { AnswerFinding } from "../answer/answer-shape.ts";
import type { Pathway } from "../pathway/model/pathway.ts";
import { findField, formFields } from "./form-fields.ts";

/** A link that says what is so instead of what was taken for granted. */
export interface Correction {
  readonly href: string;
  readonly says: "change" | "so" | "notSo";
}

/**
 * Corrections of what was presumed or read, as links to `page` with the rest of `query` unchanged. A yes/no is corrected by the
 * press itself; anything else leads to its entry. What no form asks, because it follows from other entries, has none.
 */
export function correctionsTo(pathway: Pathway, page: string, query: URLSearchParams) {
  const fields = formFields(pathway);
  return {
    presumption({ feature, value }: AnswerFinding): Correction | undefined {
      const field = findField(fields, feature);
      if (field === undefined) return undefined;
      if (field.kind !== "truth") return { href: `${page}?${query}#entry-${field.name}`, says: "change" };
      const corrected = new URLSearchParams(query);
      corrected.set(field.name, value === true ? "no" : "yes");
      return { href: `${page}?${corrected}#patient`, says: value === true ? "notSo" : "so" };
    },
    entry({ feature }: AnswerFinding): string | undefined {
      const field = findField(fields, feature);
      return field === undefined ? undefined : `${page}?${query}#entry-${field.name}`;
    },
  };
}
