import { comparable, type DrawnGlyph } from "./drawn-glyphs.ts";

/** The pieces of a page's text without what is not seen, and what that is. */
export interface SeenText {
  readonly pieces: readonly string[];
  readonly unseen: string;
}

/**
 * Takes what is not seen out of the pieces of a page's text. The pieces and the drawn letters are two readings of one page, in one order:
 * they are laid side by side letter by letter. Throws when something is not seen and the two do not agree, for then nobody
 * knows which letters it is.
 */
export function seenText(pieces: readonly string[], drawn: readonly DrawnGlyph[]): SeenText {
  const unseen = drawn
    .filter(({ isSeen }) => !isSeen)
    .map(({ character }) => character)
    .join("");
  if (unseen === "") return { pieces, unseen };
  let at = 0;
  const takeNext = (character: string): boolean => {
    // A letter that is not seen may be missing in the text altogether: outside the page it is.
    while (at < drawn.length && drawn[at]?.character !== character && drawn[at]?.isSeen === false) at++;
    const glyph = drawn[at++];
    if (glyph?.character !== character)
      throw new Error("it holds text that is not seen and cannot be told from what is");
    return glyph.isSeen;
  };
  const seen = pieces.map((piece) =>
    [...piece].filter((character) => [...comparable(character)].map(takeNext).every((isSeen) => isSeen)).join(""),
  );
  return { pieces: seen, unseen };
}
