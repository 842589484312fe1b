import { once } from "../../../../kernel/once.ts";
import type { ClinicalLanguage } from "../../clinical-language.ts";
import type { Token } from "../tokens.ts";
import type { SectionRole } from "./sections.ts";

/** What an item says by its name alone where it stands under such a heading: "PMH: DVT" is a previous one. */
export interface SaidByHeading {
  readonly under: ReadonlySet<SectionRole>;
  /** The word that the heading stands for. */
  readonly word: string;
  /** Whether one of the names of the item stands at a place. */
  readonly names: (tokens: readonly Token[], at: number) => boolean;
}

/** The words of a language that headings and what stands under them are read by. */
export interface HeadingWords extends Omit<ClinicalLanguage["underHeadings"], "said"> {
  readonly headings: ClinicalLanguage["headings"];
  readonly said: readonly SaidByHeading[];
}

/** Prepares the words of a language; names are compared by their stems, which are asked for when the first is looked for. */
export function headingWordsOf(
  { headings, underHeadings, classes }: Pick<ClinicalLanguage, "headings" | "underHeadings" | "classes">,
  stemOf: (word: string) => string,
): HeadingWords {
  const said = underHeadings.said.map(({ under, class: named, word }): SaidByHeading => {
    const names = once(() =>
      (classes[named] ?? []).filter(isPlainWords).map((written) => written.split(" ").map(stemOf)),
    );
    return {
      under: new Set(under),
      word,
      names: (tokens, at) => names().some((stems) => stems.every((stem, index) => tokens[at + index]?.stem === stem)),
    };
  });
  return { ...underHeadings, headings, said };
}

/** A phrase of words that stand one behind the other, without any sign of the notation. */
function isPlainWords(phrase: string): boolean {
  return /^[\p{L} ]+$/u.test(phrase);
}
