import type { ContentCheck } from "../content-check.ts";
import { contentStems } from "../content-words.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

/** Words of every field: sharing them relates nothing. */
const GENERAL = new Set(
  contentStems("test treatment treat risk safe long need way start stop work risk first time show"),
);

/** A related question bears on the subject; a link for the sake of links leads a reader away from the answer. */
export const relatedOffTopic: ContentCheck = {
  code: "related-off-topic",
  asks: "has every related question something to do with the subject?",
  check({ topic, placeIn }) {
    const own = new Set(contentStems([topic.title, topic.question, ...topic.terms].join(" ")));
    for (const stem of GENERAL) own.delete(stem);
    return topic.related.flatMap(({ question }, index) =>
      contentStems(question).some((stem) => own.has(stem))
        ? []
        : [
            lintDiagnostics.report(
              "related-off-topic",
              { question },
              placeIn("topic.yaml", ["related", index, "question"]),
            ),
          ],
    );
  },
};
