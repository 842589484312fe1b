import type { TopicName } from "../topic-names.ts";

/** A vignette is no name of a topic. */
const LONGEST_NAME = 60;
const MOST_SHOWN = 6;

/** Topics in whose names each word that was typed begins a word: those first that have them all in their title. */
export function matchTopics(typed: string, topics: readonly TopicName[]): readonly TopicName[] {
  const asked = wordsOf(typed);
  if (typed.length > LONGEST_NAME || typed.includes("\n") || asked.join("").length < 2) return [];
  const fits = (text: string) => {
    const words = wordsOf(text);
    return asked.every((start) => words.some((word) => word.startsWith(start)));
  };
  const found = topics.filter(({ title, question, names }) => fits([title, question, ...names].join(" ")));
  const byTitle = found.filter(({ title }) => fits(title));
  return [...byTitle, ...found.filter((topic) => !byTitle.includes(topic))].slice(0, MOST_SHOWN);
}

/** Words without case and without marks over their letters. */
function wordsOf(text: string): readonly string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
