/** Depth of nesting that no honest request reaches. */
export const MAX_JSON_DEPTH = 16;

/** Where JSON text stops being JSON: line and column from 1, undefined when it is well-formed. */
export function findJsonFault(text: string): { readonly line: number; readonly column: number } | undefined {
  const end = readValue(text, skipBlank(text, 0));
  const fault = end.ok ? skipBlank(text, end.at) : end.at;
  if (end.ok && fault === text.length) return undefined;
  const before = text.slice(0, fault);
  return { line: before.split("\n").length, column: fault - before.lastIndexOf("\n") };
}

/** True when brackets outside strings nest deeper than `MAX_JSON_DEPTH`. One pass, whatever the text is. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString && character === "\\") at += 1;
    else if (character === '"') inString = !inString;
    else if (!inString && (character === "[" || character === "{")) depth += 1;
    else if (!inString && (character === "]" || character === "}")) depth -= 1;
    if (depth > MAX_JSON_DEPTH) return true;
  }
  return false;
}

/** Offset after what was read, or of the first character that does not belong. */
interface Reading {
  readonly ok: boolean;
  readonly at: number;
}

// Tokens of RFC 8259. Sticky, so that each is tried exactly at the offset reached.
const SCALAR =
  /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
const BLANK = /[ \t\n\r]*/y;

/** Reads one value. Called only on text that is not too deep, so the recursion is bounded. */
function readValue(text: string, at: number): Reading {
  const open = text[at];
  if (open === "{") return readMembers(text, at + 1, "}", readPair);
  if (open === "[") return readMembers(text, at + 1, "]", readValue);
  return readToken(SCALAR, text, at);
}

function readMembers(
  text: string,
  from: number,
  close: string,
  readMember: (text: string, at: number) => Reading,
): Reading {
  let at = skipBlank(text, from);
  if (text[at] === close) return { ok: true, at: at + 1 };
  for (;;) {
    const member = readMember(text, at);
    if (!member.ok) return member;
    at = skipBlank(text, member.at);
    if (text[at] === close) return { ok: true, at: at + 1 };
    if (text[at] !== ",") return { ok: false, at };
    at = skipBlank(text, at + 1);
  }
}

function readPair(text: string, at: number): Reading {
  const key = readToken(STRING, text, at);
  if (!key.ok) return key;
  const colon = skipBlank(text, key.at);
  return text[colon] === ":" ? readValue(text, skipBlank(text, colon + 1)) : { ok: false, at: colon };
}

function readToken(token: RegExp, text: string, at: number): Reading {
  token.lastIndex = at;
  const found = token.exec(text);
  return found === null ? { ok: false, at } : { ok: true, at: at + found[0].length };
}

function skipBlank(text: string, at: number): number {
  BLANK.lastIndex = at;
  return at + (BLANK.exec(text)?.[0].length ?? 0);
}
