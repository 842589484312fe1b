import { fold } from "../../search/analyser.ts";

/** Words between single spaces, folded, so that phrases are found whatever stands between their words. */
export function spokenWords(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}

/** Phrases that are looked for in one go. */
export class PhraseSet {
  readonly #anywhere: RegExp;
  readonly #atStart: RegExp;

  constructor(phrases: readonly string[]) {
    const words = phrases.map((phrase) => spokenWords(phrase).trim()).filter((phrase) => phrase !== "");
    // Spoken words hold letters, digits and spaces only: nothing in them means anything to a regular expression.
    const any = words.length === 0 ? "(?!)" : words.sort((a, b) => b.length - a.length).join("|");
    this.#anywhere = new RegExp(` (?:${any}) `, "u");
    this.#atStart = new RegExp(`^ (?:${any}) `, "u");
  }

  /** Whether one of the phrases stands in words as `spokenWords` gives them. */
  isIn(spoken: string): boolean {
    return this.#anywhere.test(spoken);
  }

  begins(spoken: string): boolean {
    return this.#atStart.test(spoken);
  }
}
