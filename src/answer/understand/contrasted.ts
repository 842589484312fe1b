import type { ExceptionScene } from "./excepted.ts";
import type { Reading } from "./readings.ts";
import { isBreak } from "./tokens.ts";

/** Words between a denied sign and the end of its clause. */
const REST_OF_CLAUSE = 8;
/** Words of a clause that only sets the other side against it. */
const LONGEST_CONTRAST = 9;

/**
 * "The right calf is not tender; the left one is exquisitely so", "left not swollen, the right is": what one leg has not, the other has, and which of
 * them is meant nobody can tell from the words of the denial.
 */
export function isContrasted({ to, at, entry: { target } }: Reading, scene: ExceptionScene): boolean {
  if (!("feature" in target) || target.feature.cost !== "examination") return false;
  const { text, sentenceWords } = scene;
  const { tokens } = text;
  let end = to;
  while (end - to < REST_OF_CLAUSE && !isBreak(tokens[end]) && !sentenceWords.contrasts.has(tokens[end]?.raw ?? ""))
    end += 1;
  if (tokens[end] === undefined || end - to >= REST_OF_CLAUSE) return false;
  const own = new Set(at.map((place) => tokens[place]?.raw ?? ""));
  const first = sentenceWords.contrasts.has(tokens[end + 1]?.raw ?? "") ? end + 2 : end + 1;
  let namesSide = false;
  let isSo = false;
  let place = first;
  for (; !isBreak(tokens[place]); place += 1) {
    const raw = tokens[place]?.raw ?? "";
    if (place - first >= LONGEST_CONTRAST) return false;
    const isSide = sentenceWords.sidesOfPair.has(raw);
    const saysSo = sentenceWords.ellipses.has(raw) || own.has(raw);
    if (!isSide && !saysSo && !sentenceWords.bareSides.has(raw) && !isFiller(raw)) return false;
    namesSide ||= isSide;
    isSo ||= saysSo;
  }
  return namesSide && isSo;

  function isFiller(raw: string): boolean {
    return sentenceWords.placing.has(raw) || sentenceWords.degrees.has(raw) || sentenceWords.limbs.has(raw);
  }
}
