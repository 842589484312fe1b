// Hostile texts, seeded: what nobody means well, in the shapes that make readers of text slow or wrong.

/** A seeded source of choices (mulberry32). */
export function dice(seed) {
  let state = seed >>> 0;
  const roll = (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
  return { roll, pick: (list) => list[roll(list.length)] };
}

const NUMBERS = [
  "3",
  "3.0",
  "3,5",
  "1.250",
  "1,250,000",
  "999999999999999999999",
  "0.0",
  "½",
  "٣",
  "1e9",
  "3-4",
  "2019",
  "-5",
];
const UNITS = [
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
const GLUE = [" ", ", ", "; ", ". ", ": ", " (", ") ", "\n", "\t", " - ", "/", "?", "\u00a0", "\u200b", "\u202e"];
const SMALL = [
  "no",
  "not",
  "never",
  "without",
  "if",
  "her mother's",
  "denies",
  "query",
  "and",
  "or",
  "nor",
  "but",
  "than",
  "other",
  "left",
  "right",
  "both",
  "the",
  "of",
  "which",
  "?",
  "no longer",
];
const MARKS = [
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
  ":",
];

/** Each shape: a title and how to write about `size` characters of it. */
export function shapes(words) {
  const repeat = (dice, size, next) => {
    let text = "";
    while (text.length < size) text += next(dice);
    return text.slice(0, size);
  };
  const misspelt = ({ roll, pick }) => {
    const word = pick(words);
    const at = roll(word.length);
    return `${word.slice(0, at)}${String.fromCharCode(97 + roll(26))}${word.slice(at + roll(2))} `;
  };
  return [
    ["one letter", (d, size) => d.pick(["a", "É", "0", ".", "(", " ", "\n", "no "]).repeat(size).slice(0, size)],
    ["one word again and again", (d, size) => `${d.pick(words)} `.repeat(size).slice(0, size)],
    ["two words in turn", (d, size) => `${d.pick(words)} ${d.pick(SMALL)} `.repeat(size).slice(0, size)],
    ["words of the field", (d, size) => repeat(d, size, ({ pick }) => pick(words) + pick(GLUE))],
    ["words without a sign between them", (d, size) => repeat(d, size, ({ pick }) => `${pick(words)} `)],
    ["misspelt words", (d, size) => repeat(d, size, misspelt)],
    ["words run together", (d, size) => repeat(d, size, ({ pick }) => pick(words))],
    ["small words", (d, size) => repeat(d, size, ({ pick }) => `${pick(SMALL)} `)],
    [
      "denials of lists",
      (d, size) => repeat(d, size, ({ pick, roll }) => (roll(9) === 0 ? `${pick(SMALL)} ` : `${pick(words)}, `)),
    ],
    [
      "numbers and units",
      (d, size) => repeat(d, size, ({ pick }) => `${pick(NUMBERS)}${pick(["", " "])}${pick(UNITS)}${pick(GLUE)}`),
    ],
    [
      "measured words",
      (d, size) => repeat(d, size, ({ pick }) => `${pick(words)} ${pick(NUMBERS)} ${pick(UNITS)} ${pick(SMALL)} `),
    ],
    ["digits", (d, size) => repeat(d, size, ({ roll }) => String(roll(10)))],
    ["digits and signs", (d, size) => repeat(d, size, ({ pick }) => pick(["1", "2", "3", ".", ",", "-", "/", " "]))],
    ["marks", (d, size) => repeat(d, size, ({ pick }) => pick(MARKS))],
    [
      "brackets that never close",
      (d, size) => repeat(d, size, ({ pick }) => `${pick(["(", "[", '"'])}${pick(words)} `),
    ],
    [
      "any code points",
      (d, size) =>
        repeat(d, size, ({ roll }) => String.fromCodePoint(1 + roll(0x10fffe)).replace(/[\ud800-\udfff]/g, "x")),
    ],
    ["lone surrogates", (d, size) => repeat(d, size, ({ roll }) => String.fromCharCode(0xd800 + roll(0x800)))],
    [
      "marks that combine",
      (d, size) => repeat(d, size, ({ roll }) => `e${String.fromCharCode(0x300 + roll(0x6f)).repeat(1 + roll(20))}`),
    ],
    [
      "ligatures and wide letters",
      (d, size) => repeat(d, size, ({ pick }) => pick(["ﬁ", "ﬄ", "㎝", "㎎", "ｄｖｔ ", "Ⅳ", "ß", "İ", "ﷺ"])),
    ],
    [
      "lines",
      (d, size) => repeat(d, size, ({ pick }) => `${pick(words)}${pick(["\n", ":\n", "\r\n", "\n- ", "\n\n"])}`),
    ],
  ];
}
