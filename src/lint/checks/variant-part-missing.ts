import { type Statement, statementsOf } from "../../library/model/article.ts";
import type { ContentCheck } from "../content-check.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

/** One statement told in several sentences is whole only with all of them. */
export const variantPartMissing: ContentCheck = {
  code: "variant-part-missing",
  asks: "is every sentence there that renders a must-carry statement?",
  check({ topic, articles }) {
    const { clinician } = topic.articles;
    if (clinician === undefined) return [];
    const musts = statementsOf(clinician).filter(({ must }) => must);
    return articles
      .filter((article) => article !== clinician)
      .flatMap((variant) =>
        musts.flatMap(({ id }) => {
          const renderings = statementsOf(variant).filter(({ of }) => of === id);
          const parts = missingParts(renderings);
          if (parts.length === 0) return [];
          const holes = { statement: id, reader: variant.reader, part: parts.join(", ") };
          return [lintDiagnostics.report("variant-part-missing", holes, renderings[0]?.span)];
        }),
      );
  },
};

/** Parts that the numbering promises and no sentence has; a sentence among several that has no number counts as one. */
function missingParts(renderings: readonly Statement[]): readonly string[] {
  if (renderings.length === 0) return [];
  const total = Math.max(renderings.length, ...renderings.map(({ part }) => part?.of ?? 1));
  const wanted = Array.from({ length: total }, (_, index) => `${index + 1}/${total}`);
  if (total === 1) return [];
  const had = new Set(renderings.map(({ part }) => (part === undefined ? "" : `${part.index}/${part.of}`)));
  return wanted.filter((part) => !had.has(part));
}
