import type { DocumentSection } from "../../evidence/corpus.ts";
import { gradeOf } from "../guideline-sections.ts";

const RECOMMENDATIONS = /\brecommendations?\b/i;
/** Headings that speak of recommendations and hold none: how they are graded, and what should be studied. */
const ABOUT_RECOMMENDATIONS = /rating|scheme|grading|strength|research|methods?\b/i;

/**
 * Gathers the headings and blocks of a document in reading order into sections. Blocks under the same headings are one section, a
 * line each; those under a heading that names recommendations are sections of their own, kept whole with their grade.
 */
export class DocumentOutline {
  readonly #sections: DocumentSection[] = [];
  readonly #path: { readonly level: number; readonly text: string }[] = [];
  readonly #keepsRecommendations: boolean;
  #lines: string[] = [];

  constructor({ keepsRecommendations = true }: { readonly keepsRecommendations?: boolean } = {}) {
    this.#keepsRecommendations = keepsRecommendations;
  }

  /** A heading of a level, 1 the outermost: it closes every heading of its own level or a deeper one. */
  heading(level: number, text: string): void {
    const folded = foldSpace(text);
    if (folded === "") return;
    this.#close();
    while ((this.#path.at(-1)?.level ?? 0) >= level) this.#path.pop();
    this.#path.push({ level, text: folded });
  }

  /** What follows stands under no heading. */
  leave(): void {
    this.#close();
    this.#path.length = 0;
  }

  /** A paragraph, an item of a list, a row of a table. */
  block(text: string): void {
    const folded = foldLines(text);
    if (folded === "") return;
    if (this.#holdsRecommendations()) {
      const grade = gradeOf(folded);
      this.#sections.push({
        headings: this.#headings(),
        text: folded,
        role: "recommendation",
        ...(grade === undefined ? {} : { grade }),
      });
    } else this.#lines.push(folded);
  }

  sections(): readonly DocumentSection[] {
    this.#close();
    return this.#sections;
  }

  #headings(): readonly string[] {
    return this.#path.map(({ text }) => text);
  }

  #holdsRecommendations(): boolean {
    if (!this.#keepsRecommendations) return false;
    const named = this.#headings().filter((heading) => RECOMMENDATIONS.test(heading));
    return named.length > 0 && !named.some((heading) => ABOUT_RECOMMENDATIONS.test(heading));
  }

  #close(): void {
    if (this.#lines.length > 0) this.#sections.push(withRole(this.#headings(), this.#lines.join("\n")));
    this.#lines = [];
  }
}

/** A section with what its innermost heading says of its part in the argument. */
export function withRole(headings: readonly string[], text: string): DocumentSection {
  const last = headings.at(-1)?.toLowerCase() ?? "";
  if (/conclusion|interpretation/.test(last)) return { headings, text, role: "conclusion" };
  return /result|finding/.test(last) ? { headings, text, role: "results" } : { headings, text };
}

/** White space folded to single spaces. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** White space folded, lines kept. */
function foldLines(text: string): string {
  return text
    .split("\n")
    .map(foldSpace)
    .filter((line) => line !== "")
    .join("\n");
}
