/** In a record with remarks, CDATA or instructions a tag may be no tag. */
const NOT_PLAIN = /<[!?]/;

/**
 * A record without elements of some names, whatever is in them: what nobody reads need not be parsed. Cuts only where it is plain what belongs
 * to an element; all else stays and is parsed as a whole.
 */
export function leaveOutElements(xml: string, names: readonly string[]): string {
  if (NOT_PLAIN.test(xml)) return xml;
  let left = xml;
  for (const name of names) left = leaveOut(left, `<${name}`, `</${name}>`);
  return left;
}

function leaveOut(xml: string, begins: string, ends: string): string {
  let left = "";
  let from = 0;
  for (let start = xml.indexOf(begins); start >= 0; start = xml.indexOf(begins, from)) {
    const end = xml.indexOf(ends, start);
    const next = xml.indexOf(begins, start + begins.length);
    // The name goes on, the element is empty, it has no end, or one of its name stands in it.
    const isPlain = /[\s>]/.test(xml[start + begins.length] ?? "") && end >= 0 && (next < 0 || next > end);
    if (!isPlain || isEmptyElement(xml, start)) return left + xml.slice(from);
    left += xml.slice(from, start);
    from = end + ends.length;
  }
  return from === 0 ? xml : left + xml.slice(from);
}

function isEmptyElement(xml: string, start: number): boolean {
  return xml[xml.indexOf(">", start) - 1] === "/";
}
