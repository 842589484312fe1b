import { comparableText } from "../understand/text/normalise.ts";

/** Lower-case words between single spaces, one before the first and one after the last. */
export function wordsOf(question: string): string {
  return ` ${comparableText(question)
    .toLowerCase()
    .replaceAll(/'s\b/gu, " is")
    .replaceAll(/[^\p{L}\p{N}'-]+/gu, " ")
    .trim()} `;
}

/** Whether a text, with a blank at both ends, holds one of the phrases as whole words. */
export function hasPhrase(text: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => text.includes(` ${phrase} `));
}

export function beginsWith(text: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => text.startsWith(` ${phrase} `));
}

/** The text without the phrases found in it, or undefined where there are none. `a|b`: one of them; `(a)`: may be left out; `#`: a number. */
export function withoutPhrases(text: string, phrases: readonly string[]): string | undefined {
  const rest = phrases.reduce((left, phrase) => left.replaceAll(toPattern(phrase), " "), text);
  return rest === text ? undefined : rest;
}

function toPattern(phrase: string): RegExp {
  const steps = phrase.split(" ").map((step) => {
    const [, optional] = /^\((.+)\)$/.exec(step) ?? [];
    const words = (optional ?? step).split("|").map((word) => (word === "#" ? "\\d+" : RegExp.escape(word)));
    return `(?: (?:${words.join("|")}))${optional === undefined ? "" : "?"}`;
  });
  return new RegExp(`${steps.join("")}(?= )`, "gu");
}

/** Whether the words are one of the phrases and no more; of several phrases one may follow the other. */
export function isWholly(question: string, phrases: readonly string[]): boolean {
  const longestFirst = phrases.toSorted((left, right) => right.length - left.length);
  return withoutPhrases(wordsOf(question), longestFirst)?.trim() === "";
}
