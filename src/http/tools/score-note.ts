import type { Answer, AnswerReview } from "../../answer/answer-shape.ts";
import type { ScoreTool } from "../../library/model/tools.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { Score } from "../../pathway/model/pathway.ts";
import { stratumWords } from "../components/score-view.tsx";
import { pointsWords, totalWords } from "../components/words.ts";
import { adviceLine, noteFooter } from "./note.ts";

interface ScoreNote {
  readonly topic: Topic;
  readonly tool: ScoreTool;
  readonly score: Score;
  readonly found: Answer["scores"][number];
  readonly answer: Answer;
  readonly review: AnswerReview;
  readonly profile: string;
}

/** The score as text for the record: version, total, categories, items that count, items left open. */
export function scoreNote({ topic, tool, score, found, answer, review, profile }: ScoreNote): string {
  const listed = (holds: boolean | "unknown") => found.items.filter((item) => item.holds === holds);
  const present = listed(true).map(({ label, points }) => `${label} (${pointsWords(points)})`);
  const open = listed("unknown").map(({ label, points }) => `${label} (${pointsWords(points)})`);
  const absent = listed(false).map(({ label }) => label);
  return [
    `${score.label}, version ${score.version}: ${totalWords(found.lo, found.hi)}${openness(found)}.`,
    `Category: ${score.schemes.map((scheme) => `${scheme.label.toLowerCase()} ${stratumWords(scheme, found)}`).join("; ")}.`,
    `Present: ${present.length === 0 ? "none" : present.join("; ")}.`,
    `Absent: ${absent.length === 0 ? "none" : absent.join("; ")}.`,
    ...(open.length === 0 ? [] : [`Not known: ${open.join("; ")}.`]),
    ...answer.warningTexts
      .filter(({ code }) => tool.warnings.includes(code))
      .map(({ text, code }) => `${text} [${code}]`),
    ...adviceLine(answer),
    ...noteFooter(topic, review, profile),
  ].join("\n");
}

function openness({ lo, hi, stated }: ScoreNote["found"]): string {
  if (stated) return " (as stated; items open)";
  return lo === hi ? "" : " (items open)";
}
