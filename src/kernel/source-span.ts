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

/** `file:line:column`, the form that editors turn into a link. */
export function renderSpan(span: SourceSpan): string {
  return `${span.file}:${span.line}:${span.column}`;
}
