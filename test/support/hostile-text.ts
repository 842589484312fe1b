import type { Dice } from "./dice.ts";

// Texts that nobody means well, in the shapes that make readers of text slow or wrong. Seeded, for the bench and for tests.

/** A shape of text: its title, and how to write `size` UTF-16 code units of it. */
export interface Shape {
  readonly title: string;
  write(dice: Dice, size: number): string;
}

type Words = readonly [string, ...string[]];

const NUMBERS: Words = [
  "3",
  "3.0",
  "3,5",
  "1.250",
  "1,250,000",
  "9".repeat(21),
  "0.0",
  "½",
  "٣",
  "1e9",
  "3-4",
  "2019",
  "-5",
];
const UNITS: Words = [
  "cm",
  "mm",
  "inches",
  "µg/L FEU",
  "ng/mL DDU",
  "mg/L",
  "days",
  "weeks ago",
  "kg",
  "%",
  "°C",
  "/",
  "FEU FEU",
];
const GLUE: Words = [
  " ",
  ", ",
  "; ",
  ". ",
  ": ",
  " (",
  ") ",
  "\n",
  "\t",
  " - ",
  "/",
  "?",
  "\u00a0",
  "\u200b",
  "\u202e",
];
const SMALL: Words = [
  ...(["no", "not", "never", "without", "if", "her mother's", "denies", "query", "and", "or", "nor", "but"] as const),
  ...["than", "other", "left", "right", "both", "the", "of", "which", "?", "no longer"],
];
const MARKS: Words = [
  "(",
  ")",
  "[",
  "]",
  "{",
  "}",
  '"',
  "'",
  "«",
  "<",
  ">",
  "|",
  "\\",
  "*",
  "-",
  "–",
  "…",
  "!",
  "?",
  ".",
  ",",
  ";",
];
const LETTERS: Words = ["a", "É", "0", ".", "(", " ", "\n", "no ", "ﷺ"];
const WIDE: Words = ["ﬁ", "ﬄ", "㎝", "㎎", "ｄｖｔ ", "Ⅳ", "ß", "İ", "ﷺ"];

const FORM_MARKS = [
  "-",
  "+",
  " -",
  " ✗",
  " ☒",
  " 0",
  " = 1",
  " (0)",
  ": true",
  " n",
  " Y",
  " 14/10",
  " 3/4/2026",
  " on 14 October",
  "?",
] as const;

/** Every shape, made of the words that the reader looks for. */
export function hostileShapes(words: Words): readonly Shape[] {
  const of = (title: string, next: (dice: Dice) => string): Shape => ({
    title,
    write: (dice, size) => filled(size, () => next(dice)),
  });
  const again = (title: string, first: (dice: Dice) => string): Shape => ({
    title,
    write: (dice, size) => {
      const unit = first(dice);
      return filled(size, () => unit);
    },
  });
  return [
    again("one letter", (dice) => dice.pick(LETTERS)),
    again("one word again and again", (dice) => `${dice.pick(words)} `),
    again("two words in turn", (dice) => `${dice.pick(words)} ${dice.pick(SMALL)} `),
    again(
      "a word and a number in turn",
      (dice) => `${dice.pick(words)} ${dice.pick(NUMBERS)} ${dice.pick(UNITS)}${dice.pick(GLUE)}`,
    ),
    again("a number and a unit in turn", (dice) => `${dice.pick(NUMBERS)} ${dice.pick(UNITS)}${dice.pick(GLUE)}`),
    of("words of the field", (dice) => dice.pick(words) + dice.pick(GLUE)),
    of("words without a sign between them", (dice) => `${dice.pick(words)} `),
    of("misspelt words", (dice) => misspelt(dice, dice.pick(words))),
    of("words run together", (dice) => dice.pick(words)),
    of("small words", (dice) => `${dice.pick(SMALL)} `),
    of("denials of lists", (dice) => (dice.roll(9) === 0 ? `${dice.pick(SMALL)} ` : `${dice.pick(words)}, `)),
    of(
      "numbers and units",
      (dice) => `${dice.pick(NUMBERS)}${dice.pick(["", " "])}${dice.pick(UNITS)}${dice.pick(GLUE)}`,
    ),
    of("measured words", (dice) => [words, NUMBERS, UNITS, SMALL].map((list) => `${dice.pick(list)} `).join("")),
    of("digits", (dice) => String(dice.roll(10))),
    of("digits and signs", (dice) => dice.pick(["1", "2", "3", ".", ",", "-", "/", " "])),
    of("marks", (dice) => dice.pick(MARKS)),
    of("brackets that never close", (dice) => `${dice.pick(["(", "[", '"'])}${dice.pick(words)} `),
    of("any code points", (dice) => String.fromCodePoint(1 + dice.roll(0x10fffe))),
    of("halves of code points", (dice) => String.fromCharCode(0xd800 + dice.roll(0x800))),
    of("marks that combine", (dice) => `e${String.fromCharCode(0x300 + dice.roll(0x6f)).repeat(1 + dice.roll(20))}`),
    of("ligatures and wide letters", (dice) => dice.pick(WIDE)),
    again(
      "an item of a form and its mark in turn",
      (dice) => `${dice.pick(words)}${dice.pick(FORM_MARKS)}${dice.pick([", ", "\n", "; "])}`,
    ),
    of(
      "dates and marks of forms",
      (dice) => `${dice.pick(words)}${dice.pick(FORM_MARKS)}${dice.pick([", ", "\n", " "])}`,
    ),
    of("lines", (dice) => `${dice.pick(words)}${dice.pick(["\n", ":\n", "\r\n", "\n- ", "\n\n"])}`),
  ];
}

function filled(size: number, next: () => string): string {
  const parts: string[] = [];
  for (let length = 0; length < size; ) {
    const part = next();
    parts.push(part);
    length += part.length;
  }
  return parts.join("").slice(0, size);
}

function misspelt(dice: Dice, word: string): string {
  const at = dice.roll(word.length);
  const letter = String.fromCharCode("a".charCodeAt(0) + dice.roll(26));
  return `${word.slice(0, at)}${letter}${word.slice(at + dice.roll(2))} `;
}

/** Every word that declarations of words use, out of the text of their files. */
export function wordsIn(declarations: string): Words {
  const [first, ...rest] = new Set(declarations.toLowerCase().match(/\p{L}[\p{L}-]{2,}/gu) ?? []);
  if (first === undefined) throw new Error("the declarations hold no words");
  return [first, ...rest];
}
