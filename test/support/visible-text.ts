/** Not shown; or shown as a code, or as the text to copy, where codes belong. */
const APART = /<(head|script|style|code|textarea)\b[\s\S]*?<\/\1>/g;
const SPOKEN = /(?:aria-label|title|alt|placeholder)="([^"]*)"/g;

/** The words that a reader of one of our own pages sees or hears, codes and texts for copying apart. */
export function visibleText(html: string): string {
  const shown = html.replace(APART, " ");
  const spoken = [...shown.matchAll(SPOKEN)].map(([, words = ""]) => words);
  return [shown.replace(/<[^>]*>/g, " "), ...spoken].join(" ").replace(/\s+/g, " ");
}
