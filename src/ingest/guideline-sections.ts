import type { DocumentSection } from "../evidence/corpus.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Grades as guidelines print them behind a recommendation: a short bracket that speaks of strength, level, grade or category. */
const GRADE =
  /[([]\s*\**\s*((?:(?:strong|weak|conditional)\b|(?:grade|level|category|class|strength|evidence)\b|[A-D]{1,2}\b|I{1,3}[A-D]?\b)[^()[\]]{0,60}?)\s*\**\s*[)\]]/i;

/** Sections of a guideline summary. Each paragraph or list item of its recommendations is a section of its own, with its grade. */
export function guidelineSections(heading: string, markdown: string): readonly DocumentSection[] {
  if (!/recommendation/i.test(heading) || /rating|scheme/i.test(heading))
    return [{ headings: [heading], text: plainText(markdown) }];
  const sections: DocumentSection[] = [];
  let under: readonly string[] = [heading];
  for (const block of markdown.split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\\?\.)\s)/)) {
    const title = /^\s*#+\s*(.+?)\s*$/.exec(block)?.[1];
    const text = plainText(block);
    if (title !== undefined && !block.trim().includes("\n")) under = [heading, plainText(title)];
    else if (text !== "") {
      const grade = gradeOf(text);
      sections.push({ headings: under, text, role: "recommendation", ...(grade === undefined ? {} : { grade }) });
    }
  }
  return sections;
}

/** The grade a recommendation prints behind itself, in its own words. */
export function gradeOf(recommendation: string): string | undefined {
  return GRADE.exec(recommendation)?.[1];
}

/** The words of Markdown without its marks; nothing is added or put in another order. */
function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\\([.()[\]*_#+-])/g, "$1")
    .replace(/\*\*|__|^\s*#+\s*/gm, "")
    .replace(/[ \t]+/g, " ")
    .trim();
}

/** The last day, month or year that a text such as `1994 (revised 2013 Jul)` names, as ISO 8601. */
export function releaseDate(released: string): string | undefined {
  const last = [...released.matchAll(/\b((?:19|20)\d\d)(?:\s+([A-Za-z]{3})[a-z]*(?:\s+(\d{1,2})\b)?)?/g)].at(-1);
  if (last === undefined) return undefined;
  const [, year = "", name = "", day] = last;
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  if (month === 0) return year;
  const padded = [year, String(month).padStart(2, "0")];
  return (day === undefined ? padded : [...padded, day.padStart(2, "0")]).join("-");
}
