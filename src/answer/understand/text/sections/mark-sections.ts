import type { Day } from "../dates.ts";
import { isBreak, isSentenceEnd, type Token } from "../tokens.ts";
import type { WordReader } from "../word-reader.ts";
import { sectionsIn } from "./sections.ts";

/** Tells each token under which heading it stands, and says of a clot in the past and of a drug that is taken what their heading says. */
export function markSections(
  tokens: readonly Token[],
  text: string,
  reader: WordReader,
  today?: Day,
): readonly Token[] {
  const { headings: names, initials } = reader.headingWords;
  const sections = sectionsIn(text, { headings: names, initials, today });
  if (sections.length === 0) return tokens;
  // One object for all that stands under a heading, by which it is known as one.
  const under = sections.map(({ role, opensLine }) => ({ role, opensLine, isHeading: false }));
  let next = 0;
  const marked = tokens.map((token) => {
    while ((sections[next]?.to ?? Number.POSITIVE_INFINITY) <= token.start) next += 1;
    const [found, section] = [sections[next], under[next]];
    if (found === undefined || section === undefined || token.start < found.heading) return token;
    return { ...token, section: token.start < found.from ? { ...section, isHeading: true } : section };
  });
  const headings = new Set(sections.map(({ heading }) => heading));
  // "FH clots, DH apixaban": nothing goes on through a heading.
  const parted = marked.map((token, at) => {
    const opensNext = token.raw === "," && token.section !== undefined && headings.has(marked[at + 1]?.start ?? -1);
    return opensNext && isBreak(token) ? { ...token, raw: ".", stem: "." } : token;
  });
  return parted.flatMap((token, at) => [...signOfTable(parted, at, text), ...saidByHeading(parted, at, reader), token]);
}

/** "| PMH | asthma |": what parts a heading from its cell is its colon. */
function signOfTable(tokens: readonly Token[], at: number, text: string): readonly Token[] {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (!before?.section?.isHeading || token?.section?.isHeading !== false) return [];
  const { start } = token;
  if (isBreak(before) || !text.slice(before.end, start).includes("|")) return [];
  return [{ kind: "break", raw: ":", stem: ":", start, end: start, glued: false, section: before.section }];
}

/** Words of an item, at most. */
const LONGEST_ITEM = 8;
/** "Right popliteal DVT": words of the place before the clot, at most. */
const LONGEST_PLACE = 2;

/** "PMH: asthma, DVT" is a previous clot, "medication: ramipril, warfarin" is on warfarin: the word that the heading stands for. */
function saidByHeading(tokens: readonly Token[], at: number, reader: WordReader): readonly Token[] {
  const token = tokens[at];
  if (token?.section === undefined || token.section.isHeading || isBreak(token)) return [];
  const { role, opensLine } = token.section;
  const before = tokens[at - 1];
  const opensItem = isBreak(before) || before?.section?.isHeading === true || before?.raw === "and";
  if (!opensItem) return [];
  let named = at;
  while (named - at < LONGEST_PLACE && reader.headingWords.places.has(tokens[named]?.raw ?? "")) named += 1;
  const said = reader.headingWords.said.find(({ under, names }) => under.has(role) && names(tokens, named));
  if (said === undefined) return [];
  for (let end = at; end - at < LONGEST_ITEM && !isBreak(tokens[end]); end += 1)
    if (isNotSo(tokens[end], reader)) return [];
  if (!isToldBefore(tokens, at, reader, opensLine)) return [];
  const { start } = token;
  return [{ ...token, kind: "word", raw: said.word, stem: reader.stemOf(said.word), end: start, glued: false }];
}

/** Words of a sentence that are looked at for a denial. */
const SENTENCE_REACH = 40;

/** What an item may tell against its heading: a drug that was stopped, a clot that was feared. */
function isNotSo(token: Token | undefined, { headingWords }: WordReader): boolean {
  return token !== undefined && (token.raw === "?" || headingWords.notSo.has(token.raw));
}

/** Nothing is denied before it in its sentence, which in running text is the first one under the heading. */
function isToldBefore(tokens: readonly Token[], at: number, { headingWords }: WordReader, opensLine: boolean): boolean {
  let start = at - 1;
  for (; at - start < SENTENCE_REACH && !isSentenceEnd(tokens[start]); start -= 1) {
    if (tokens[start]?.section?.isHeading) return true;
    if (headingWords.denials.has(tokens[start]?.raw ?? "")) return false;
  }
  return opensLine;
}
