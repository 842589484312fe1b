/** Letters of a word that count: endings are cut off, the simplest stemming there is (truncation, as in McNamee and Mayfield 2004). */
const STEM_LETTERS = 6;
const NUMBER = /\d+(?:[.,]\d+)?/g;
const SENTENCE_END = /[.;:!\n]+/;
const WORD = /[\p{L}']+|[#?]/gu;

/** What must not matter: British or American spelling, and which leg it is. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/ae|oe/g, "e"],
  [/our\b/g, "or"],
  [/\b(?:left|right)\b/g, "side"],
];

/** The stems of a text, sentence by sentence, each as it is known to who asks; every number is the same stem. */
function sentencesOf<Stem>(text: string, known: (stem: string) => Stem): readonly (readonly Stem[])[] {
  const lower = text.normalize("NFKC").toLowerCase().replace(NUMBER, " # ");
  const plain = ALIKE.reduce((so, [spelling, one]) => so.replace(spelling, one), lower);
  return plain
    .split(SENTENCE_END)
    .map((sentence) => (sentence.match(WORD) ?? []).map((word) => known(word.slice(0, STEM_LETTERS))));
}

/** A stem of a text alone; with its neighbour; or with the one behind that, one stem apart. */
export type VisitGram<Stem> = (stem: Stem, other: Stem | undefined, isApart: boolean) => void;

/** Tells of everything that two texts can have in common: stems, pairs of neighbours, and pairs with one stem between them. */
export function visitGrams<Stem>(text: string, known: (stem: string) => Stem, visit: VisitGram<Stem>): void {
  for (const stems of sentencesOf(text, known))
    for (const [at, stem] of stems.entries()) {
      const [next, second] = [stems[at + 1], stems[at + 2]];
      visit(stem, undefined, false);
      if (next !== undefined) visit(stem, next, false);
      if (second !== undefined) visit(stem, second, true);
    }
}

/** The same by name, each once. */
export function gramsOf(text: string): ReadonlySet<string> {
  const grams = new Set<string>();
  visitGrams(
    text,
    (stem) => stem,
    (stem, other, isApart) =>
      grams.add(other === undefined ? stem : isApart ? `${stem} _ ${other}` : `${stem} ${other}`),
  );
  return grams;
}
