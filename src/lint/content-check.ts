import type { Diagnostic } from "../kernel/diagnostic.ts";
import type { SourceSpan } from "../kernel/source-span.ts";
import type { Article, Statement } from "../library/model/article.ts";
import type { Library } from "../library/model/library.ts";
import type { Topic } from "../library/model/topic.ts";
import type { lintDiagnostics } from "./lint-diagnostics.ts";

export type LintCode = keyof typeof lintDiagnostics.table;

/** One topic as a check sees it: what was read, and the way back to what the author wrote. */
export interface Content {
  readonly topic: Topic;
  readonly library: Library;
  /** The articles that there are, the clinician's first. */
  readonly articles: readonly Article[];
  /** A statement as its author wrote it, placeholders, evidence and braces included. */
  written(statement: Statement): string;
  /** The place of a part of one of the topic's YAML files. */
  placeIn(file: "topic.yaml" | "facts.yaml" | "sources.yaml", path: readonly (string | number)[]): SourceSpan;
}

/** One question that is asked of every topic's content (design section 8). */
export interface ContentCheck {
  readonly code: LintCode;
  readonly asks: string;
  check(content: Content): readonly Diagnostic[];
}
