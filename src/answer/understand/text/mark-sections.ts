import { type SectionRole, sectionsIn } from "./sections.ts";
import { isBreak, type Token, type WordReader } from "./tokens.ts";

/** What a token has from the heading it stands under. */
export interface UnderHeading {
  readonly role: SectionRole;
  /** It is a word of the heading itself. */
  readonly isHeading: boolean;
  readonly opensLine: boolean;
}

/** Tells each token under which heading it stands, and says of a clot in the past and of a drug that is taken what their heading says. */
export function markSections(tokens: readonly Token[], text: string, reader: WordReader): readonly Token[] {
  const sections = sectionsIn(text, reader.headings);
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
  return marked.flatMap((token, at) => [...saidByHeading(marked, at, reader), token]);
}

/** Words of an item, at most. */
const LONGEST_ITEM = 8;
/** What an item may tell against its heading: a drug that was stopped, a clot that was feared. */
const OTHERWISE =
  /^(?:stop|ceas|finish|complet|until|declin|previous|prior|old|intoler|allerg|no|not|none|nil|never|was|had|plan|consider|if|start|suspect|query|ex|\?)/;

/** "PMH: asthma, DVT" is a previous clot, "medication: ramipril, warfarin" is on warfarin: the word that the heading stands for. */
function saidByHeading(tokens: readonly Token[], at: number, reader: WordReader): readonly Token[] {
  const token = tokens[at];
  if (token?.section === undefined || token.section.isHeading || isBreak(token)) return [];
  const { role } = token.section;
  const said =
    role === "past" || role === "earlier" ? reader.ofPast : role === "medication" ? reader.ofMedication : undefined;
  const before = tokens[at - 1];
  const opensItem = isBreak(before) || before?.section?.isHeading === true || before?.raw === "and";
  if (said === undefined || !opensItem || !said.names(tokens, at)) return [];
  for (let end = at; end - at < LONGEST_ITEM && !isBreak(tokens[end]); end += 1)
    if (OTHERWISE.test(tokens[end]?.raw ?? "")) return [];
  const { start } = token;
  return [{ ...token, kind: "word", raw: said.word, stem: reader.stemOf(said.word), end: start, glued: false }];
}
