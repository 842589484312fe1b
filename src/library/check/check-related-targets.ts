import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { libraryDiagnostics } from "../library-diagnostics.ts";
import { type Section, statementsOfSection } from "../model/article.ts";
import type { Topic } from "../model/topic.ts";
import { findNearestName } from "../nearest-name.ts";
import type { ParsedTopic } from "../parse-topic.ts";

/** Do related questions, direct answers and the sections named for a focus lead somewhere: into the article, or to another topic? */
export function checkRelatedTargets(topics: ReadonlyMap<string, ParsedTopic>): readonly Diagnostic[] {
  return [...topics.values()].flatMap(({ topic, located }) => {
    if (topic === undefined || located === undefined) return [];
    const targets = new Set([...anchorsOf(topic).map((id) => `#${id}`), ...topics.keys()]);
    const named = [
      ...located.value.related.map(({ answeredIn }, index) => ({
        name: answeredIn,
        path: ["related", index, "answeredIn"],
      })),
      ...located.value.answers.flatMap(({ statements }, at) =>
        statements.map((statement, index) => ({ name: `#${statement}`, path: ["answers", at, "statements", index] })),
      ),
      ...Object.entries(located.value.sectionsFor).flatMap(([focus, sections]) =>
        sections.map((section, index) => ({ name: `#${section}`, path: ["sectionsFor", focus, index] })),
      ),
    ];
    return named.flatMap(({ name, path }) => {
      if (name === undefined || targets.has(name)) return [];
      const nearest = findNearestName(name, targets);
      return [libraryDiagnostics.report("related-target-unknown", { name, nearest }, located.spanOf(path))];
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
