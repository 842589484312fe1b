/** A token of a condition. `start` and `end` are offsets in the condition's own text. */
export interface Token {
  readonly kind: "name" | "keyword" | "number" | "string" | "symbol" | "end" | "unreadable";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const KEYWORDS: ReadonlySet<string> = new Set([
  "and",
  "or",
  "xor",
  "implies",
  "not",
  "in",
  "is",
  "null",
  "true",
  "false",
]);

// One alternative for each token of the CQL subset (CQL 1.5, appendix H): white space and comments, quoted names,
// strings, numbers, names (with dots for a score's category), and operators.
const TOKEN =
  /(?<space>\s+|\/\/[^\n]*)|"(?<quoted>[^"]*)"|'(?<string>[^']*)'|(?<number>\d+(?:\.\d+)?)|(?<word>[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*)|(?<symbol><=|>=|!=|[<>=+\-*(){},])/y;

/** Splits a condition into tokens. Never fails: what cannot be read becomes an `unreadable` token for the parser to report. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const end = match === null ? at + 1 : TOKEN.lastIndex;
    const token = match === null ? unreadable(text, at) : fromMatch(match.groups ?? {}, at, end);
    if (token !== null) tokens.push(token);
    at = end;
  }
  tokens.push({ kind: "end", text: "", start: text.length, end: text.length });
  return tokens;
}

function unreadable(text: string, at: number): Token {
  return { kind: "unreadable", text: text.charAt(at), start: at, end: at + 1 };
}

function fromMatch(groups: Record<string, string | undefined>, start: number, end: number): Token | null {
  if (groups.space !== undefined) return null;
  if (groups.quoted !== undefined) return { kind: "name", text: groups.quoted, start, end };
  if (groups.string !== undefined) return { kind: "string", text: groups.string, start, end };
  if (groups.number !== undefined) return { kind: "number", text: groups.number, start, end };
  if (groups.symbol !== undefined) return { kind: "symbol", text: groups.symbol, start, end };
  const word = groups.word ?? "";
  return { kind: KEYWORDS.has(word) ? "keyword" : "name", text: word, start, end };
}
