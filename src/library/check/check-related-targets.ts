import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { libraryDiagnostics } from "../library-diagnostics.ts";
import { type Section, statementsOfSection } from "../model/article.ts";
import type { Topic } from "../model/topic.ts";
import { findNearestName } from "../nearest-name.ts";
import type { ParsedTopic } from "../parse-topic.ts";

/** Does every related question that claims an answer lead to one: a section of the topic, or another topic? */
export function checkRelatedTargets(topics: ReadonlyMap<string, ParsedTopic>): readonly Diagnostic[] {
  return [...topics.values()].flatMap(({ topic, located }) => {
    if (topic === undefined || located === undefined) return [];
    const targets = new Set([...anchorsOf(topic).map((id) => `#${id}`), ...topics.keys()]);
    return located.value.related.flatMap(({ answeredIn }, index) => {
      if (answeredIn === undefined || targets.has(answeredIn)) return [];
      const nearest = findNearestName(answeredIn, targets);
      const span = located.spanOf(["related", index, "answeredIn"]);
      return [libraryDiagnostics.report("related-target-unknown", { name: answeredIn, nearest }, span)];
    });
  });
}

function anchorsOf(topic: Topic): readonly string[] {
  return topic.articles.clinician?.sections.flatMap(anchorsOfSection) ?? [];
}

function anchorsOfSection(section: Section): readonly string[] {
  const subheadings = section.blocks.flatMap((block) => (block.kind === "subheading" ? (block.id ?? []) : []));
  return [section.id, ...subheadings, ...statementsOfSection(section).map((statement) => statement.id)];
}
