/** A place in a text file. Lines and columns count from 1, offsets from 0 (UTF-16 code units). */
export interface SourceSpan {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly offset: number;
  readonly length: number;
  /** The heading or key under which the place lies, in the author's words, so that a clinician finds it without line numbers. */
  readonly heading?: string;
}

/** Makes the span of `length` characters at `offset` of `text`. */
export function spanAt(file: string, text: string, offset: number, length: number, heading?: string): SourceSpan {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  const column = offset - (before.lastIndexOf("\n") + 1) + 1;
  return { file, line, column, offset, length, ...(heading === undefined ? {} : { heading }) };
}

/** Finds spans of one text again and again without counting its lines each time. */
export function spanFinder(
  file: string,
  text: string,
): (offset: number, length: number, heading?: string) => SourceSpan {
  const lineStarts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lineStarts.push(at + 1);
  return (offset, length, heading) => {
    const line = lastAtOrBefore(lineStarts, offset);
    const column = offset - (lineStarts[line] ?? 0) + 1;
    return { file, line: line + 1, column, offset, length, ...(heading === undefined ? {} : { heading }) };
  };
}

/** Index of the last start that is not after `offset` (binary search; the first start is 0). */
function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** `file:line:column`, the form that editors turn into a link. */
export function renderSpan(span: SourceSpan): string {
  return `${span.file}:${span.line}:${span.column}`;
}
