import type { IdentifierWords } from "./identifier.ts";

/** A run of letters of the text: apostrophes, hyphens and full stops between letters belong to it. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly shape: "lower" | "Capital" | "UPPER";
}

const WORD = /\p{L}+(?:['’.-]\p{L}+){0,4}/gu;

export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    lower: match[0].toLowerCase().replaceAll("’", "'"),
    shape: shapeOf(match[0]),
  }));
}

function shapeOf(word: string): Word["shape"] {
  const first = word.charAt(0);
  if (first === first.toLowerCase()) return "lower";
  return word.length > 1 && word === word.toUpperCase() ? "UPPER" : "Capital";
}

/** A pattern that finds any of these labels before what it labels; longer labels first, spaces and full stops as people put them. */
export function labelled(labels: readonly string[], rest: string): RegExp {
  const alternatives = [...labels].sort((a, b) => b.length - a.length).map(toPattern);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join("|")})(?!\\p{L})${rest}`, "giu");
}

/** What is made of the words once, and kept as long as they are. */
export function madeOnce<T>(make: (words: IdentifierWords) => T): (words: IdentifierWords) => T {
  const made = new WeakMap<IdentifierWords, T>();
  return (words) => {
    const known = made.get(words);
    if (known !== undefined) return known;
    const fresh = make(words);
    made.set(words, fresh);
    return fresh;
  };
}

function toPattern(label: string): string {
  return label
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replaceAll(" ", "[ .\\-]{1,3}")
    .replaceAll("\\.", "\\.?");
}
