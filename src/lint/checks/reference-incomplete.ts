import type { Source } from "../../evidence/source.ts";
import { statementsOf } from "../../library/model/article.ts";
import type { ContentCheck } from "../content-check.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

/** A reader can look up only what has a year and somebody who answers for it. */
export const referenceIncomplete: ContentCheck = {
  code: "reference-incomplete",
  asks: "does every cited source have its year and its issuer, or say that they are to be verified?",
  check({ articles, library, placeIn }) {
    const cited = new Set(
      articles.flatMap(statementsOf).flatMap(({ citations }) => citations.map(({ source }) => source)),
    );
    return [...cited].flatMap((id) => {
      const source = library.sources.get(id);
      const lacks = source === undefined ? [] : missingFields(source);
      if (lacks.length === 0) return [];
      const place = placeIn("sources.yaml", ["sources", id, "id"]);
      return [lintDiagnostics.report("reference-incomplete", { source: id, lacks: lacks.join(" and ") }, place)];
    });
  },
};

function missingFields(source: Source): readonly string[] {
  const isOpen = (...fields: readonly string[]) => fields.some((field) => source.toVerify.includes(field));
  const responsible = source.author ?? source.issuer ?? source["container-title"];
  return [
    ...(source.issued === undefined && !isOpen("issued") ? ["year"] : []),
    ...(responsible === undefined && !isOpen("author", "issuer", "container-title") ? ["author or issuer"] : []),
  ];
}
