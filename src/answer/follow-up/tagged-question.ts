import type { Statement } from "../../pathway/model/finding.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import type { Understanding } from "../understand/understand.ts";
import { wordsOf } from "./phrases.ts";

/** "So that is a negative scan, isn't it?" asks whether it is so, "why no D-dimer?" why it is: they say nothing. */
export function withoutTagged(
  read: Understanding,
  asked: string,
  { followUps: { tags } }: ClinicalLanguage,
): Understanding {
  const why = read.focus === "why" ? read.focusSpan : undefined;
  const [tagged] = Array.from(asked.matchAll(SENTENCE)).filter(({ 0: sentence, index }) => {
    if (why !== undefined && sentence.endsWith("?") && why.start >= index && why.end <= index + sentence.length)
      return true;
    const [tag = "", ...before] = sentence.split(",").toReversed();
    return before.length > 0 && sentence.endsWith("?") && tags.includes(wordsOf(tag).trim());
  });
  if (tagged === undefined) return read;
  const [text] = tagged;
  const span = { start: tagged.index, end: tagged.index + text.length, text };
  const isAsked = (one: Statement) =>
    one.span !== undefined && one.span.start >= span.start && one.span.end <= span.end;
  const focus = read.focusSpan === undefined ? { focus: "interpretation" as const, focusSpan: span } : {};
  return { ...read, ...focus, statements: read.statements.filter((one) => !isAsked(one)) };
}

/** A sentence with what ends it; the point of a number ends none. */
const SENTENCE = /(?:[^.!?;\n]|\.(?=\d))+[.!?;\n]?/g;
