import { CERTAINTIES, type Certainty, STRENGTHS, type Strength } from "../../evidence/grade.ts";
import type { ArticleParse } from "./article-parse.ts";
import type { Line } from "./read-blocks.ts";
import type { Group } from "./split-evidence.ts";

/** The confidences an author may give a statement; `unresolved` is given by its mark alone. */
const STATED_CONFIDENCES = ["read", "secondary", "from-memory", "house-rule"] as const;

/** What the braces at the end of a line carry. */
export interface Attributes {
  id?: string;
  strength?: Strength;
  certainty?: Certainty;
  confidence?: (typeof STATED_CONFIDENCES)[number];
  of?: string;
  part?: { readonly index: number; readonly of: number };
  must?: boolean;
  brief?: boolean;
}

/** Reads `#id strength=weak must of=other`; whatever is not known is reported at its place and left out. */
export function parseAttributes(braces: Group | undefined, line: Line, parse: ArticleParse): Attributes {
  const attributes: Attributes = {};
  if (braces === undefined) return attributes;
  for (const found of braces.content.matchAll(/\S+/g)) {
    const word = found[0];
    const place = { at: line.offset + braces.at + 1 + found.index, length: word.length };
    if (!readWord(word, attributes, parse, place)) parse.report("attribute-unknown", { attribute: word }, place);
  }
  return attributes;
}

interface Place {
  readonly at: number;
  readonly length: number;
}

function readWord(word: string, attributes: Attributes, parse: ArticleParse, place: Place): boolean {
  if (word === "must") attributes.must = true;
  else if (word === "brief") attributes.brief = true;
  else if (/^#[A-Za-z0-9][A-Za-z0-9-]*$/.test(word)) attributes.id = word.slice(1);
  else {
    const [name = "", value] = word.split(/=(.*)/s);
    if (value === undefined) return false;
    return readPair(name, value, attributes, parse, place);
  }
  return true;
}

function readPair(name: string, value: string, attributes: Attributes, parse: ArticleParse, place: Place): boolean {
  const oneOf = <T extends string>(allowed: readonly T[]): T | undefined => {
    const known = allowed.find((one) => one === value);
    if (known === undefined)
      parse.report("attribute-value-unknown", { attribute: name, value, allowed: allowed.join(", ") }, place);
    return known;
  };
  switch (name) {
    case "of":
      attributes.of = value;
      return true;
    case "part": {
      const [, index, total] = /^([1-9]\d?)\/([1-9]\d?)$/.exec(value) ?? [];
      if (index === undefined || total === undefined || Number(index) > Number(total))
        parse.report("attribute-value-unknown", { attribute: name, value, allowed: "1/2, 2/2 and the like" }, place);
      else attributes.part = { index: Number(index), of: Number(total) };
      return true;
    }
    case "strength":
      attributes.strength = oneOf(STRENGTHS);
      return true;
    case "certainty":
      attributes.certainty = oneOf(CERTAINTIES);
      return true;
    case "confidence":
      attributes.confidence = oneOf(STATED_CONFIDENCES);
      return true;
    default:
      return false;
  }
}
