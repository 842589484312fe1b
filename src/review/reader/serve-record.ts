import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { Result } from "../../kernel/result.ts";
import type { Library } from "../../library/model/library.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { Reviews } from "./reviews.ts";
import type { TextShelf } from "./text-shelf.ts";
import { type EditionInForce, textsInForce, textsToCome } from "./texts-in-force.ts";

/** A topic whose edition in force cannot be shown. Nothing else is shown in its name. */
export interface Withheld {
  readonly slug: string;
  readonly title: string;
  readonly edition: number;
  /** The text of the library's folder, by which a question is recognised; it is never answered from. */
  readonly inFolder: Topic | undefined;
}

/** What readers are given at one moment. */
export interface Served {
  readonly library: Library;
  readonly withheld: ReadonlyMap<string, Withheld>;
}

export interface ServingParts {
  /** The library as it lies in its folder. */
  readonly folder: Library;
  readonly shelf: TextShelf;
  /** Whether texts that may come into force are prepared before they do. */
  readonly looksAhead: boolean;
  /** Told once of each text that is in force and cannot be shown. */
  readonly report: (diagnostics: readonly Diagnostic[]) => void;
}

/**
 * What the record puts in force, of each topic exactly that text; the folder's where there is none. What is served follows from record, time and folder alone,
 * so every process that reads one record serves the same, and the library is made anew only when other texts come into force.
 */
export function createServing({
  folder,
  shelf,
  looksAhead,
  report,
}: ServingParts): (moment: Reviews) => Promise<Served> {
  const reported = new Set<string>();
  let last: { readonly key: string; readonly served: Served } | undefined;
  return async (moment) => {
    const inForce = textsInForce(moment.read(), moment.now());
    const texts = inForce.map(({ topic, edition: { hash } }) => ({ topic, hash }));
    const taken = await Promise.all(texts.map((text) => shelf.take(text)));
    if (looksAhead) {
      const coming = textsToCome(moment.read(), moment.now());
      shelf.keepOnly([...texts, ...coming]);
      // Who asks for one of them will be told what became of it.
      for (const text of coming) shelf.take(text).catch(() => undefined);
    }
    const key = JSON.stringify(texts.map(({ topic, hash }, at) => [topic, hash, taken[at]?.ok]));
    if (last?.key === key) return last.served;
    for (const [at, { hash }] of texts.entries()) {
      const result = taken[at];
      if (result?.ok !== false || reported.has(hash)) continue;
      reported.add(hash);
      report(result.diagnostics);
    }
    last = { key, served: putTogether(folder, inForce, taken) };
    return last.served;
  };
}

function putTogether(folder: Library, inForce: readonly EditionInForce[], taken: readonly Result<Topic>[]): Served {
  const topics = new Map(folder.topics);
  const withheld = new Map<string, Withheld>();
  for (const [at, { topic: slug, edition }] of inForce.entries()) {
    const result = taken[at];
    if (result?.ok === true) {
      topics.set(slug, result.value);
      continue;
    }
    const inFolder = folder.topics.get(slug);
    topics.delete(slug);
    withheld.set(slug, { slug, title: inFolder?.title ?? slug, edition: edition.number, inFolder });
  }
  // Of a source that two texts have otherwise, the folder's entry is the newer one.
  const sources = new Map([...[...topics.values()].flatMap((topic) => [...topic.sources]), ...folder.sources]);
  return { library: { ...folder, sources, topics }, withheld };
}
