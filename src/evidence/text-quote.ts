/** Words of a text with what stands around them: W3C Web Annotation Data Model, 4.2.4 Text Quote Selector. */
export interface TextQuoteSelector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Code units before and after that are given at least; more where the words stand several times in the text. */
const CONTEXT = 32;

/** The selector of a stretch of a text, with as much context as makes it the only one. */
export function selectTextQuote(text: string, start: number, end: number): TextQuoteSelector {
  const exact = text.slice(start, end);
  for (let context = CONTEXT; ; context *= 2) {
    const selector = {
      exact,
      prefix: text.slice(Math.max(0, start - context), start),
      suffix: text.slice(end, end + context),
    };
    // With the whole text as context there is one place only: the parts together are as long as the text.
    if (context > text.length || findTextQuote(text, selector) !== undefined) return selector;
  }
}

/** Where the words stand in a text; undefined when they stand nowhere in it with this context, or at several places. */
export function findTextQuote(
  text: string,
  { exact, prefix, suffix }: TextQuoteSelector,
): { readonly start: number; readonly end: number } | undefined {
  if (exact === "") return undefined;
  const whole = prefix + exact + suffix;
  const first = text.indexOf(whole);
  if (first < 0 || text.indexOf(whole, first + 1) >= 0) return undefined;
  const start = first + prefix.length;
  return { start, end: start + exact.length };
}
