import { contentHash } from "../../kernel/content-hash.ts";
import type { ArticleParse } from "./article-parse.ts";

/** Hash of an article together with everything printed into it: change a fact, and what was signed is no longer this text. */
export function hashArticle(parse: ArticleParse, pathwayText: string): string {
  const { facts, sets, sources } = parse.context;
  const { printed } = parse;
  return contentHash([
    { name: parse.reader, text: parse.text },
    { name: "facts", text: entriesText(facts.entries, printed.facts) },
    { name: "sources", text: entriesText(sources.entries, printed.sources) },
    { name: "sets", text: entriesText(sets.entries, printed.sets) },
    { name: "pathway", text: pathwayText },
  ]);
}

function entriesText(entries: ReadonlyMap<string, unknown>, ids: ReadonlySet<string>): string {
  return [...ids]
    .sort()
    .map((id) => `${id}\n${canonicalJson(entries.get(id))}`)
    .join("\n");
}

/** JSON with sorted keys: the order in which an author writes the fields of an entry changes nothing that is printed. */
function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === "object" && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
        : part,
    ) ?? "absent"
  );
}
