import type { ClinicalLanguage } from "./understand/clinical-language.ts";

/** So many words that only hold sentences of other languages together are no quotation and no slip. */
const FEWEST_FOREIGN = 3;

/**
 * Whether a text is in a language that is not read here: another script, or more of the small words of other languages than of the own.
 * Names of tests and diseases are alike in many, so such a text would be half read.
 */
export function isInOtherLanguage(text: string, language: ClinicalLanguage): boolean {
  const { own, other } = wordsOf(language);
  const said = new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
  const known = said.intersection(own).size;
  const foreign = said.intersection(other).size;
  if (foreign >= FEWEST_FOREIGN) return foreign > known;
  if (known > 0) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin < letters / 2;
}

interface SmallWords {
  readonly own: ReadonlySet<string>;
  readonly other: ReadonlySet<string>;
}

const smallWords = new WeakMap<ClinicalLanguage, SmallWords>();

/** Remembered by identity: a language is an immutable value. */
function wordsOf(language: ClinicalLanguage): SmallWords {
  const known = smallWords.get(language);
  if (known !== undefined) return known;
  const made = { own: new Set(language.commonWords), other: new Set(language.foreignWords) };
  smallWords.set(language, made);
  return made;
}
