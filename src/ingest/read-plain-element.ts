import type { XmlElement } from "./read-element.ts";

/** Characters that XML does not allow or turns into others, halves of pairs, remarks, CDATA and instructions, and an end of CDATA outside one. */
const NOT_PLAIN = /[^\t\n\u0020-\ud7ff\ue000-\ufffd]|<[!?]|\]\]>/;
const TAG = /^([A-Za-z][A-Za-z0-9]*)((?: [A-Za-z]+="[^"<&\t\n]*")*)(\/?)$/;
const ATTRIBUTE = / ([A-Za-z]+)="([^"]*)"/g;
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\dA-Fa-f]{1,6}));|&/g;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
/** Elements inside each other; what is deeper is no plain record. */
const DEEPEST = 100;
/** Tags that are kept once they are read: a file has a few hundred that stand in nearly all of its records. */
const MOST_TAGS = 5_000;

/** A start tag, as it is written between its brackets. */
interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly isEmpty: boolean;
  /** What closes it, where it is left out with all that is in it. */
  readonly leftOutTo: string | undefined;
}

interface Open {
  readonly tag: Tag;
  readonly content: (XmlElement | string)[];
}

/**
 * Reads elements that are written as simply as nearly all records of a database are. Gives nothing for any other, also for one that is
 * broken: the XML parser decides about those.
 * INVARIANT: where it gives an element, the parser would give the same of the text without what is left out (`leaveOutElements`).
 */
export class PlainReader {
  readonly #tags = new Map<string, Tag>();
  readonly #leftOut: readonly string[];

  /** Elements of some names are left out, whatever is in them. */
  constructor(leftOut: readonly string[] = []) {
    this.#leftOut = leftOut;
  }

  read(xml: string): XmlElement | undefined {
    if (NOT_PLAIN.test(xml)) return undefined;
    const stack: Open[] = [];
    let open: Open | undefined;
    for (let at = 0; xml.charCodeAt(at) === LESS; ) {
      let end = xml.indexOf(">", at);
      if (end < 0) return undefined;
      const isEnd = xml.charCodeAt(at + 1) === SLASH;
      const tag = isEnd ? open?.tag : this.#tag(xml.slice(at + 1, end));
      if (tag === undefined) return undefined;
      if (isEnd && (end !== at + 2 + tag.name.length || !xml.startsWith(tag.name, at + 2))) return undefined;
      const leftOutTo = isEnd ? undefined : tag.leftOutTo;
      let closed = isEnd ? open : undefined;
      if (leftOutTo !== undefined) {
        // One of its name inside it leaves an end tag too many, which is not plain.
        const close = xml.indexOf(leftOutTo, end);
        if (open === undefined || close < 0) return undefined;
        end = close + leftOutTo.length - 1;
      } else if (!isEnd) {
        const made: Open = { tag, content: [] };
        if (tag.isEmpty) closed = made;
        else if (stack.push(made) > DEEPEST) return undefined;
      } else stack.pop();
      open = stack.at(-1);
      if (closed !== undefined) {
        const { name, attributes } = closed.tag;
        const element = { name, attributes, content: closed.content };
        if (open === undefined) return end === xml.length - 1 ? element : undefined;
        open.content.push(element);
      }
      const next = xml.indexOf("<", end);
      if (next < 0) return undefined;
      if (next > end + 1) {
        const text = readText(xml.slice(end + 1, next));
        if (text === undefined) return undefined;
        if (open !== undefined) addText(open.content, text);
      }
      at = next;
    }
    return undefined;
  }

  #tag(written: string): Tag | undefined {
    const known = this.#tags.get(written);
    if (known !== undefined) return known;
    const tag = readTag(written, this.#leftOut);
    if (tag !== undefined && this.#tags.size < MOST_TAGS) this.#tags.set(written, tag);
    return tag;
  }
}

const LESS = 0x3c;
const SLASH = 0x2f;

/** Text on both sides of what was left out is one text. */
function addText(content: (XmlElement | string)[], text: string): void {
  const last = content.at(-1);
  if (typeof last === "string") content[content.length - 1] = last + text;
  else content.push(text);
}

function readTag(written: string, leftOut: readonly string[]): Tag | undefined {
  const [, name, list = "", slash] = TAG.exec(written) ?? [];
  if (name === undefined) return undefined;
  const pairs = [...list.matchAll(ATTRIBUTE)].map(([, key = "", value = ""]) => [key, value] as const);
  const attributes = Object.fromEntries(pairs);
  // An attribute that stands there twice is a mistake, which the parser tells.
  if (Object.keys(attributes).length < pairs.length) return undefined;
  const isEmpty = slash === "/";
  const leftOutTo = leftOut.includes(name) && !isEmpty ? `</${name}>` : undefined;
  return { name, attributes, isEmpty, leftOutTo };
}

/** The text with its references resolved, or nothing where one is not known. */
function readText(written: string): string | undefined {
  if (!written.includes("&")) return written;
  let isPlain = true;
  const text = written.replace(REFERENCE, (_, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return NAMED[name] ?? "";
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    if (isCharacter(code)) return String.fromCodePoint(code);
    isPlain = false;
    return "";
  });
  return isPlain ? text : undefined;
}

/** The characters that XML 1.0 allows (production 2), without those below the space. */
function isCharacter(code: number): boolean {
  return (
    (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
  );
}
