import { isOneOf, type SentenceWords } from "../../sentence-words.ts";
import { isBreak } from "../../text/tokens.ts";
import type { ExceptionScene, Told } from "./excepted.ts";

/** Words between a denied sign and the end of its clause. */
const REST_OF_CLAUSE = 8;
/** Words of a clause that only sets the other side against it. */
const LONGEST_CONTRAST = 9;
/** Words that may stand beside the side in such a clause. */
const FILLERS = ["bareSides", "placing", "degrees", "limbs"] as const;

/**
 * "The right calf is not tender; the left one is exquisitely so", "left not swollen, the right is": what one leg has not, the other has, and which of
 * them is meant nobody can tell from the words of the denial.
 */
export function isContrasted({ reading: { to, at }, feature }: Told, scene: ExceptionScene): boolean {
  if (feature.cost !== "examination") return false;
  const { tokens } = scene.text;
  const is = (list: keyof SentenceWords, place: number) => isOneOf(scene.sentenceWords[list], tokens[place]);
  let end = to;
  while (end - to < REST_OF_CLAUSE && !isBreak(tokens[end]) && !is("contrasts", end)) end += 1;
  if (tokens[end] === undefined || end - to >= REST_OF_CLAUSE) return false;
  const own = new Set(at.map((place) => tokens[place]?.raw));
  const first = is("contrasts", end + 1) ? end + 2 : end + 1;
  let namesSide = false;
  let isSo = false;
  for (let place = first; !isBreak(tokens[place]); place += 1) {
    const isSide = is("sidesOfPair", place);
    const saysSo = is("ellipses", place) || own.has(tokens[place]?.raw);
    const isKnown = isSide || saysSo || FILLERS.some((list) => is(list, place));
    if (!isKnown || place - first >= LONGEST_CONTRAST) return false;
    namesSide ||= isSide;
    isSo ||= saysSo;
  }
  return namesSide && isSo;
}
