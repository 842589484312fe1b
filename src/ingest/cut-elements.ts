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
  const begins = new RegExp(`<(${names.join("|")})[\\s>]`);
  let rest = "";
  /** Up to here the open element was searched for its end. */
  let searched = 0;
  for await (const chunk of chunks) {
    rest += chunk;
    for (;;) {
      const begin = begins.exec(rest);
      if (begin === null) {
        rest = rest.slice(-LONGEST_NAME);
        searched = 0;
        break;
      }
      const name = begin[1] ?? "";
      const close = `</${name}>`;
      const end = rest.indexOf(close, Math.max(begin.index, searched - close.length));
      if (end < 0) {
        if (rest.length - begin.index > LONGEST) throw new Error(`${what} is longer than ${LONGEST} characters`);
        rest = rest.slice(begin.index);
        searched = rest.length;
        break;
      }
      yield { name, xml: rest.slice(begin.index, end + close.length) };
      rest = rest.slice(end + close.length);
      searched = 0;
    }
  }
  if (begins.test(rest)) throw new Error(`the file ends inside ${what}`);
}
