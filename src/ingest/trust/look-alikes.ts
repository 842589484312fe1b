/** Letters of other scripts that look like Latin ones in most type faces (Unicode Technical Standard 39, confusables), by the Latin one. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: "аɑα",
  b: "Ьƅ",
  c: "сϲ",
  d: "ԁժ",
  e: "еҽε",
  g: "ɡց",
  h: "һհ",
  i: "іıιɩ",
  j: "јϳ",
  k: "кκ",
  l: "ӏⅼ",
  m: "м",
  n: "ոռ",
  o: "оοօ",
  p: "рρ",
  q: "ԛզ",
  r: "гᴦ",
  s: "ѕꜱ",
  t: "тτ",
  u: "սυ",
  v: "ѵν",
  w: "ԝա",
  x: "хχ",
  y: "уγү",
  z: "ᴢ",
};
const LATIN = new Map(
  Object.entries(LOOK_ALIKES).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
);
/** Cyrillic and Armenian letters only: Greek ones stand beside Latin ones in medicine for good reasons (TNFα, β2). */
const FOREIGN_IN_LATIN = /[\u0400-\u052f\u0531-\u058f]/u;
const MIXED_WORD = /(?=[\p{L}\p{M}]*[A-Za-z])(?=[\p{L}\p{M}]*[\u0400-\u052f\u0531-\u058f])[\p{L}\p{M}]+/gu;
const MARKS = /\p{M}+/gu;
/** A word with a letter beyond ASCII, from its first letter. */
const FOREIGN_WORD = /(?<![\p{L}\p{M}])[a-z]*(?![a-z])[\p{L}\p{M}]+/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
const ASCII = /^[\u0000-\u007f]*$/;

/** What a text looks like: letters of all scripts and styles as the plain Latin ones that they resemble, marks taken off, lower case. */
export function toSkeleton(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const plain = text.normalize("NFKD").replace(MARKS, "").toLowerCase();
  // A text in another script is itself: only words in which Latin letters are meant are read as Latin. Those all in ASCII stay as they are.
  return plain.replace(FOREIGN_WORD, (word) => readAsLatin(word));
}

function readAsLatin(word: string): string {
  const latin = [...word].map((letter) => LATIN.get(letter) ?? letter).join("");
  return /^[a-z]+$/.test(latin) ? latin : word;
}

/** Puts Latin letters in place of the foreign ones in words that mix both, and says in how many words. */
export function withoutLookAlikes(text: string): { readonly text: string; readonly words: number } {
  if (!FOREIGN_IN_LATIN.test(text)) return { text, words: 0 };
  let words = 0;
  const replaced = text.replace(MIXED_WORD, (word) => {
    const latin = [...word].map((letter) => latinOf(letter)).join("");
    // A word of two alphabets that has no all-Latin reading is left as it is: it may be a name.
    if (FOREIGN_IN_LATIN.test(latin)) return word;
    words++;
    return latin;
  });
  return { text: replaced, words };
}

function latinOf(letter: string): string {
  if (!FOREIGN_IN_LATIN.test(letter)) return letter;
  const small = letter.toLowerCase();
  const latin = LATIN.get(small);
  if (latin === undefined) return letter;
  return small === letter ? latin : latin.toUpperCase();
}
