import { statementsOf } from "../../library/model/article.ts";
import type { ContentCheck } from "../content-check.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

const DONE = "(?:reviewed|approved|vetted|verified|endorsed|validated|certified|signed off|checked)";
const DOES =
  "(?:review(?:s|ed)?|approve[sd]?|vet(?:s|ted)?|verif(?:y|ies|ied)|check(?:s|ed)?|endorse[sd]?|sign(?:s|ed)? off)";
const PEOPLE =
  "(?:board|editors?|editorial|physicians?|doctors?|experts?|clinicians?|specialists?|committee|panel|peers?|reviewers?)";
const TEXT = "(?:pages?|articles?|topics?|texts?|answers?|content)";

/** Ways to say that somebody has judged a text of ours. A study that was reviewed, or a review, is none. */
const CLAIM = new RegExp(
  [
    `\\b${DONE}\\b[^.;]{0,40}?\\bby\\b[^.;]{0,40}?\\b${PEOPLE}\\b`,
    `\\b${PEOPLE}\\b[^.;]{0,20}?\\b${DOES}\\b[^.;]{0,20}?\\b(?:this|our|every|each|all|the)\\b[^.;]{0,12}?\\b${TEXT}\\b`,
    `\\b(?:this|our|every|each|all)\\s+(?:our\\s+)?${TEXT}\\b[^.;]{0,30}?\\b${DONE}\\b`,
    "\\b(?:human|medical|clinical|editorial|peer)[ -]review(?:ed)?\\b(?:[^.;]{0,30}\\b(?:pending|complete[d]?|awaited|passed)\\b)?",
    "\\b(?:pending|awaiting)\\b[^.;]{0,20}\\breview\\b",
    `\\b(?:review )?status\\s*:\\s*(?:pending|under review|${DONE})`,
  ].join("|"),
  "iu",
);

/** A status word is computed from the signed record of exactly one text; typed into the text it would outlive the record. */
export const statusClaimed: ContentCheck = {
  code: "status-claimed",
  asks: "does the text claim a review, which only the record can show?",
  check({ articles, topic, placeIn }) {
    const inArticles = articles.flatMap((article) =>
      statementsOf(article).map(({ text, span }) => ({ text, span: () => span })),
    );
    const inTopic = (["title", "question"] as const).map((field) => ({
      text: topic[field],
      span: () => placeIn("topic.yaml", [field]),
    }));
    return [...inArticles, ...inTopic].flatMap(({ text, span }) => {
      const words = CLAIM.exec(text)?.[0];
      return words === undefined ? [] : [lintDiagnostics.report("status-claimed", { words }, span())];
    });
  },
};
