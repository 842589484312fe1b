import type { Citation } from "../../evidence/citation.ts";
import type { Confidence } from "../../evidence/confidence.ts";
import type { Certainty, Strength } from "../../evidence/grade.ts";
import type { SourceSpan } from "../../kernel/source-span.ts";

/** The readers a text can be written for. A variant is a reviewed text of its own. */
export const READERS = ["clinician", "patient", "student", "nurse"] as const;
export type Reader = (typeof READERS)[number];

/** The file of each reader's text in a topic's folder. */
export const ARTICLE_FILES: Readonly<Record<Reader, string>> = {
  clinician: "article.md",
  patient: "article.patient.md",
  student: "article.student.md",
  nurse: "article.nurse.md",
};

/** The section of an article that gives its short answer; the first of each. */
export const BOTTOM_LINE = "bottom-line";

/** Professionals are advised on one patient; patients are given general information. */
export function isAdvised(reader: Reader): boolean {
  return reader !== "patient";
}

/** What a statement stands on when it does not stand on citations alone. */
export type StatementBasis = "cited" | "house-rule" | "unresolved" | "signpost";

/** One sentence of an article with the evidence it stands on. */
export interface Statement {
  /** The author's name for it, or one made from section and position. */
  readonly id: string;
  /** Plain text with every placeholder filled in. */
  readonly text: string;
  /** The same as safe inline HTML (emphasis, strong, code, links to https or `#section`; nothing else). */
  readonly html: string;
  readonly basis: StatementBasis;
  readonly citations: readonly Citation[];
  readonly strength: Strength;
  readonly certainty: Certainty;
  readonly confidence: Confidence;
  /** No variant may lose it. */
  readonly must: boolean;
  /** Part of the answer that is read in ten seconds. */
  readonly brief: boolean;
  /** In a variant: the clinician's statement it renders. */
  readonly of?: string;
  /** In a variant: which of the sentences that render `of` together this one is, counted from 1. */
  readonly part?: { readonly index: number; readonly of: number };
  readonly span: SourceSpan;
}

export interface TableRow {
  readonly cells: readonly { readonly text: string; readonly html: string }[];
  readonly evidence: Statement;
}

export type Block =
  | { readonly kind: "paragraph"; readonly statements: readonly Statement[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Statement[])[] }
  | { readonly kind: "subheading"; readonly title: string; readonly id?: string }
  | { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly TableRow[] };

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly span: SourceSpan;
}

export interface Article {
  readonly reader: Reader;
  readonly sections: readonly Section[];
  /** Hash of the text together with everything that is printed into it. */
  readonly hash: string;
}

/** Every statement of an article in reading order, those of tables included. */
export function statementsOf(article: Article): readonly Statement[] {
  return article.sections.flatMap(statementsOfSection);
}

export function statementsOfSection(section: Section): readonly Statement[] {
  return section.blocks.flatMap((block) => {
    switch (block.kind) {
      case "paragraph":
        return block.statements;
      case "list":
        return block.items.flat();
      case "table":
        return block.rows.map((row) => row.evidence);
      default:
        return [];
    }
  });
}
