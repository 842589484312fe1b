import type { ClinicalLanguage } from "../../clinical-language.ts";

/** What a heading makes of what stands under it; `dated` only where a year of before stands with it. */
export type HeadingKind = Exclude<keyof ClinicalLanguage["headings"], "fillers">;

/** Words that name a kind of heading, in their order; of each several may stand for it. */
type Name = readonly ReadonlySet<string>[];

interface Headings {
  readonly fillers: ReadonlySet<string>;
  readonly names: readonly (readonly [HeadingKind, readonly Name[]])[];
  /** Every word that may be one of a heading. */
  readonly words: ReadonlySet<string>;
}

const compiled = new WeakMap<ClinicalLanguage["headings"], Headings>();

function headingsOf(headings: ClinicalLanguage["headings"]): Headings {
  const known = compiled.get(headings);
  if (known !== undefined) return known;
  const { fillers, ...kinds } = headings;
  // Object.entries widens the names of the kinds.
  const names = (Object.entries(kinds) as [HeadingKind, readonly string[]][]).map(
    ([kind, written]) => [kind, written.map(nameOf)] as const,
  );
  const words = new Set([
    ...fillers,
    ...Object.values(kinds).flatMap((written) => written.flatMap((name) => name.split(/[ |]/))),
  ]);
  const made = { fillers: new Set(fillers), names, words };
  compiled.set(headings, made);
  return made;
}

function nameOf(written: string): Name {
  return written.split(" ").map((word) => new Set(word.split("|")));
}

/** The kind of heading that the words are and nothing else: "relevant family history of note". */
export function kindOfHeading(
  words: readonly string[],
  language: ClinicalLanguage["headings"],
): HeadingKind | undefined {
  const { fillers, names } = headingsOf(language);
  return names.find(([, ofKind]) => ofKind.some((name) => isNamedSo(words, name, fillers)))?.[0];
}

/** Whether the word stands in any heading: most words of a text do not, and need not be looked at further. */
export function isOfHeadings(word: string, language: ClinicalLanguage["headings"]): boolean {
  return headingsOf(language).words.has(word);
}

function isNamedSo(words: readonly string[], name: Name, fillers: ReadonlySet<string>): boolean {
  let next = 0;
  for (const word of words) {
    if (name[next]?.has(word)) next += 1;
    else if (!fillers.has(word)) return false;
  }
  return next === name.length;
}
