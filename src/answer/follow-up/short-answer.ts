import { BOTTOM_LINE } from "../../library/model/article.ts";
import type { AdviceInShort, Answer, Followed, ShortAnswer } from "../answer-shape.ts";
import { adviceInShort } from "./compare-states.ts";

/** Most sentences that a conversation keeps of one answer. */
const MOST_SAID = 2;

/** What a conversation keeps of an answer; `followed` is null for a first question. */
export function shortAnswerOf(answer: Answer, followed: Followed | null): ShortAnswer {
  return {
    said: saidIn(answer, followed).slice(0, MOST_SAID),
    advice: named(adviceInShort(answer)),
    before: named(followed?.before ?? null),
    sameAdvice: followed?.sameAdvice ?? null,
    changed: followed?.changed ?? [],
    carried: (followed?.carried ?? []).map(({ feature, label, display, from }) => ({
      feature,
      label,
      display,
      supposed: from === "supposed",
    })),
    profile: followed?.profile ?? null,
  };
}

/** Whole sentences only, as the answer has them: the reply, what answers directly, or the bottom line where that leads. */
function saidIn({ statements, lead }: Answer, followed: Followed | null): readonly string[] {
  const reply = followed?.reply ?? [];
  if (reply.length > 0) return reply.map(({ text }) => text);
  const direct = statements.filter((statement) => statement.direct);
  if (direct.length > 0) return direct.map(({ text }) => text);
  const isTold = followed !== null && followed.changed.length + followed.outcomes.length > 0;
  if (lead === "patient" || isTold) return [];
  return statements.filter(({ section }) => section === BOTTOM_LINE).map(({ text }) => text);
}

function named(advice: AdviceInShort | null): ShortAnswer["advice"] {
  if (advice === null) return null;
  const { code, title, alarm } = advice;
  return { code, title, alarm };
}
