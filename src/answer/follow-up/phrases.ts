import { normalise } from "../understand/normalise.ts";

/** Lower-case words between single spaces, one before the first and one after the last. */
export function wordsOf(question: string): string {
  return ` ${normalise(question)
    .text.toLowerCase()
    .replaceAll(/'s\b/gu, " is")
    .replaceAll(/[^\p{L}\p{N}'-]+/gu, " ")
    .trim()} `;
}

export function hasPhrase(text: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => text.includes(` ${phrase} `));
}
