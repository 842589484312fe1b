import type { ClinicalLanguage } from "./understand/clinical-language.ts";

/** So many words that only hold sentences of other languages together are no quotation and no slip. */
const FEWEST_FOREIGN = 3;

/**
 * Whether a text is in a language that is not read here: another script, or more of the small words of other languages than of the own.
 * Names of tests and diseases are alike in many, so such a text would be half read.
 */
export function isInOtherLanguage(text: string, { commonWords, foreignWords }: ClinicalLanguage): boolean {
  const own = new Set(commonWords);
  const other = new Set(foreignWords);
  const said = new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
  const known = said.intersection(own).size;
  const foreign = said.intersection(other).size;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return foreign >= FEWEST_FOREIGN ? foreign > known : known === 0 && latin < letters / 2;
}
