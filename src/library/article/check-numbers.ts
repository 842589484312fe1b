import type { ArticleParse } from "./article-parse.ts";
import { blankPlaceholders } from "./fill-placeholder.ts";
import { blankCode } from "./inline-markup.ts";
import type { Line } from "./read-blocks.ts";

/** Words after which a number is a label and measures nothing: "table 1", "type 2", "grade 2B", "NG 158". */
const LABELLED =
  /(?:^|[^A-Za-z])(?:type|types|grade|class|phase|stage|table|figure|section|recommendation|rule|version|part|chapter|appendix|NG|CG|R)\s$/i;

/** Cut-off in prose not from the pathway, number not from a fact (checks on content, design section 8). */
export function checkNumbers(line: Line, parse: ArticleParse): void {
  const prose = blankCode(blankPlaceholders(line.text));
  for (const found of prose.matchAll(/\d+(?:[.,]\d+)*/g)) {
    const number = found[0];
    const before = prose.slice(Math.max(0, found.index - 20), found.index);
    const after = prose.slice(found.index + number.length, found.index + number.length + 4);
    if (!isYear(number, before, after) && !isInName(before, after))
      parse.report("number-typed-in-prose", { number }, { at: line.offset + found.index, length: number.length });
  }
}

function isYear(number: string, before: string, after: string): boolean {
  return /^(?:19|20)\d\d$/.test(number) && !/[−-]$/.test(before) && !/^\s?[%°µ]/.test(after);
}

/** Levels of spine (L5), keys (D1), names (NG158, COVID-19, 4D) and labels (table 1) are words that contain digits. */
function isInName(before: string, after: string): boolean {
  return (
    /[A-Za-z][-–]?$/.test(before) || /^[A-Z]/.test(after) || /^(?:st|nd|rd|th)\b/.test(after) || LABELLED.test(before)
  );
}
