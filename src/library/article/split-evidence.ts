/** Marks that stand for evidence which is not a citation. */
export const EVIDENCE_MARKS = ["house-rule", "unresolved", "signpost"] as const;
export type EvidenceMark = (typeof EVIDENCE_MARKS)[number];

/** A bracket or brace at the end of a line; `at` is its place in the line. */
export interface Group {
  readonly content: string;
  readonly at: number;
}

/** A line taken apart: the sentence, the brackets of evidence after it, and the braces at its end. */
export interface SplitLine {
  readonly prose: string;
  readonly groups: readonly Group[];
  readonly braces?: Group;
  /** A bracket where evidence belongs that is no kind of evidence we know. */
  readonly unknownMark?: Group;
  /** Evidence or braces that stand before the end of the line. */
  readonly misplaced?: Group;
}

/** Takes `sentence. [@one; @two] [house-rule]{#id must}` apart, from its end. */
export function splitEvidence(line: string): SplitLine {
  let rest = line.trimEnd();
  const braces = endGroup(rest, "{", "}");
  if (braces !== undefined) rest = rest.slice(0, braces.at).trimEnd();
  const groups: Group[] = [];
  let last = endGroup(rest, "[", "]");
  while (last !== undefined && isEvidence(last.content)) {
    groups.unshift(last);
    rest = rest.slice(0, last.at).trimEnd();
    last = endGroup(rest, "[", "]");
  }
  const misplaced = findMisplaced(rest);
  return {
    prose: rest,
    groups,
    ...(braces === undefined ? {} : { braces }),
    ...(last === undefined ? {} : { unknownMark: last }),
    ...(misplaced === undefined ? {} : { misplaced }),
  };
}

/** A group that ends the text. A placeholder's double braces are not one. */
function endGroup(text: string, open: string, close: string): Group | undefined {
  if (!text.endsWith(close) || text.endsWith(close + close)) return undefined;
  const at = text.lastIndexOf(open);
  if (at < 0 || text.indexOf(close, at) !== text.length - 1) return undefined;
  return { content: text.slice(at + 1, -1), at };
}

function isEvidence(content: string): boolean {
  return content.trim().startsWith("@") || EVIDENCE_MARKS.some((mark) => mark === content.trim());
}

function findMisplaced(prose: string): Group | undefined {
  const found = /\[(@[^\]]*|house-rule|unresolved|signpost)\]|(?<!\{)\{(#[^{}]*)\}/.exec(prose);
  return found === null ? undefined : { content: found[1] ?? found[2] ?? "", at: found.index };
}
