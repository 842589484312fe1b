import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { Located } from "../../kernel/located-yaml.ts";
import { parseFindings } from "../../pathway/findings/parse-findings.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { TopicFile } from "../files/topic-file.ts";
import { libraryDiagnostics } from "../library-diagnostics.ts";

function isDays({ features }: Pathway, id: string): boolean {
  return features.some(({ id: known, type }) => known === id && type.kind === "quantity" && type.unit === "d");
}

/** The tests, direct answers and unchanging features of a topic name features, values and advice of its pathway; without a pathway nothing can be said of them. */
export function checkTests({ value, spanOf }: Located<TopicFile>, pathway: Pathway | undefined): readonly Diagnostic[] {
  if (pathway === undefined) return [];
  const codes = new Set(pathway.recommendations.map(({ code }) => code));
  const features = new Set(pathway.features.map(({ id }) => id));
  const warnings = new Set(pathway.warnings.map(({ code }) => code));
  const strangers = value.answers.flatMap(({ asked, onlyFor = [], tells = [] }, index) => {
    const report = (name: string, field: string) =>
      libraryDiagnostics.report(
        "topic-answer-unknown",
        { asked: asked[0] ?? "", name },
        spanOf(["answers", index, field]),
      );
    return [
      ...onlyFor.filter((id) => !features.has(id)).map((name) => report(name, "onlyFor")),
      ...tells.filter((code) => !warnings.has(code)).map((name) => report(name, "tells")),
    ];
  });
  const tests = value.tests.flatMap(({ test, advisedBy, features: told, since, negative, positive }, index) => {
    const report = (name: string, field: string) =>
      libraryDiagnostics.report("topic-test-unknown", { test, name }, spanOf(["tests", index, field]));
    const refused = (results: typeof negative, field: string) =>
      results
        .filter((findings) => !parseFindings(pathway, findings).ok)
        .map((findings) => report(Object.entries(findings).flat().join(": "), field));
    return [
      ...advisedBy.filter((code) => !codes.has(code)).map((code) => report(code, "advisedBy")),
      ...told.filter((id) => !features.has(id)).map((id) => report(id, "features")),
      ...(since === undefined || isDays(pathway, since) ? [] : [report(since, "since")]),
      ...refused(negative, "negative"),
      ...refused(positive, "positive"),
    ];
  });
  const unchanging = value.unchanging
    .filter((id) => !features.has(id))
    .map((name) => libraryDiagnostics.report("topic-unchanging-unknown", { name }, spanOf(["unchanging"])));
  return [...strangers, ...unchanging, ...tests];
}
