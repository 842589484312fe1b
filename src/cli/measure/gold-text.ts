/** Whether a sentence is the words that were judged to answer, or part of them, or holds them whole. */
export function isGold(sentence: string, gold: readonly string[]): boolean {
  const plain = plainWords(sentence);
  return gold.some((text) => {
    const judged = plainWords(text);
    return judged !== "" && plain !== "" && (judged.includes(plain) || plain.includes(judged));
  });
}

/** Spaces and the end of a sentence are set differently from copy to copy. */
function plainWords(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replace(/[\s.,;:]+$/, "")
    .trim();
}
