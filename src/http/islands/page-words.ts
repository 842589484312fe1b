import type { PluralWords, ScriptWords } from "../messages/script-words.ts";

/** The words of this page's language, which the server wrote into the page. */
export function pageWords(): ScriptWords {
  // The server's own words, in the shape that its own type gives.
  return JSON.parse(document.body.dataset.words ?? "{}") as ScriptWords;
}

export function countWords(words: PluralWords, count: number): string {
  const category = new Intl.PluralRules(document.documentElement.lang).select(count);
  return (words[category] ?? words.other).replace("{count}", String(count));
}
