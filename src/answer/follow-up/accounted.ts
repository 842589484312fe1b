import type { Statement } from "../../pathway/model/finding.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";

/** Whether each word of a text that may say something was read; `start` is where the text stands in what was read. */
export function isAccounted(
  text: string,
  start: number,
  statements: readonly Statement[],
  { commonWords, skippable, followUps: { besideResult } }: ClinicalLanguage,
): boolean {
  const idle = new Set([...commonWords, ...skippable, ...besideResult]);
  const isRead = (from: number, to: number) =>
    statements.some(({ span }) => span !== undefined && span.start <= from + start && span.end >= to + start);
  return Array.from(text.matchAll(/[\p{L}\d][\p{L}\d'-]*/gu)).every(
    ({ 0: word, index }) => isRead(index, index + word.length) || idle.has(word.toLowerCase()),
  );
}
