import type { ContentCheck } from "../content-check.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

/** Somebody's own case: whose it is, how old, what happened to them on which day. */
const PERSONAL = new RegExp(
  [
    "\\bmy (?:\\w+ )?(?:patient|mother|father|wife|husband|son|daughter|leg|calf|mum|dad|partner|friend|doctor|gp)\\b",
    "\\b(?:i am|i'm|i have|i've|i was|he is|she is|he's|she's) (?:a )?\\d+",
    "\\b(?:i've had|i have had|i noticed|i feel|i felt|my own)\\b",
    "\\b\\d{1,3}[- ]?(?:year[- ]old|yo|y/o|yrs?)\\b",
    "\\b(?:yesterday|last (?:week|night|month|monday|tuesday|wednesday|thursday|friday)|this morning)\\b",
  ].join("|"),
  "iu",
);

/** What readers typed is theirs: a question that is shown to others is written by an editor. */
export const questionPersonal: ContentCheck = {
  code: "question-personal",
  asks: "does a published question read like a user's own case?",
  check({ topic, placeIn }) {
    const published = [
      ...topic.related.map(({ question }, index) => ({ question, path: ["related", index, "question"] })),
      ...topic.askedAs.map((question, index) => ({ question, path: ["askedAs", index] })),
      { question: topic.question, path: ["question"] },
    ];
    return published.flatMap(({ question, path }) => {
      const words = PERSONAL.exec(question)?.[0];
      return words === undefined
        ? []
        : [lintDiagnostics.report("question-personal", { words }, placeIn("topic.yaml", path))];
    });
  },
};
