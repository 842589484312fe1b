/** Characters of one record; a longer one is none. */
const LONGEST = 32_000_000;
/** Characters of a start tag's name at which a chunk may cut it in two. */
const LONGEST_NAME = 40;

/** An element cut out of a stream, unread. */
export interface CutElement {
  readonly name: string;
  readonly xml: string;
}

/**
 * Cuts elements of some names out of a stream of XML, whatever stands between them, so that one that is broken is refused alone and
 * memory holds one, however long the stream is. The elements must not contain elements of their own name.
 */
export async function* cutElements(
  chunks: AsyncIterable<string>,
  names: readonly string[],
  what: string,
): AsyncGenerator<CutElement> {
  const begins = new RegExp(`<(${names.join("|")})[\\s>]`, "g");
  let open: OpenElement | undefined;
  /** The end of what was searched for a start that may be cut in two. */
  let rest = "";
  for await (const chunk of chunks) {
    const text = rest + chunk;
    rest = "";
    for (let at = 0; ; ) {
      if (open === undefined) {
        begins.lastIndex = at;
        const begin = begins.exec(text);
        if (begin === null) {
          rest = text.slice(Math.max(at, text.length - LONGEST_NAME));
          break;
        }
        const name = begin[1] ?? "";
        open = { name, close: `</${name}>`, parts: [], length: 0, tail: "" };
        at = begin.index;
      }
      const end = findEnd(open, text, at);
      if (end === undefined) {
        keep(open, text.slice(at));
        if (open.length > LONGEST) throw new Error(`${what} is longer than ${LONGEST} characters`);
        break;
      }
      open.parts.push(text.slice(at, end));
      yield { name: open.name, xml: open.parts.length === 1 ? (open.parts[0] ?? "") : open.parts.join("") };
      open = undefined;
      at = end;
    }
  }
  if (open !== undefined) throw new Error(`the file ends inside ${what}`);
}

/** An element whose end has not come yet, in the pieces in which it came: no piece is searched or copied twice. */
interface OpenElement {
  readonly name: string;
  readonly close: string;
  readonly parts: string[];
  length: number;
  /** The end of the last piece: the end of the element may be cut in two. */
  tail: string;
}

/** Where the open element ends in a text from a place on, or nothing when it does not end in it. */
function findEnd({ close, tail }: OpenElement, text: string, from: number): number | undefined {
  if (tail !== "") {
    const seam = (tail + text.slice(from, from + close.length)).indexOf(close);
    if (seam >= 0) return from + seam + close.length - tail.length;
  }
  const found = text.indexOf(close, from);
  return found < 0 ? undefined : found + close.length;
}

function keep(open: OpenElement, piece: string): void {
  open.parts.push(piece);
  open.length += piece.length;
  open.tail = (open.tail + piece.slice(-open.close.length)).slice(1 - open.close.length);
}
