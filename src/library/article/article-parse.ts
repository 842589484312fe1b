import type { Fact } from "../../evidence/fact.ts";
import type { Source } from "../../evidence/source.ts";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { type SourceSpan, spanFinder } from "../../kernel/source-span.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { Reader } from "../model/article.ts";
import type { HazardTerm, NamedSet } from "../model/terms.ts";
import type { Register } from "../register.ts";
import { articleDiagnostics } from "./article-diagnostics.ts";

/** Everything an article may print, cite or be held to. */
export interface ArticleContext {
  readonly sources: Register<Source>;
  readonly facts: Register<Fact>;
  readonly sets: Register<NamedSet>;
  readonly hazardTerms: readonly HazardTerm[];
  readonly pathway?: Pathway | undefined;
  /** A pathway file is there but could not be read: what it would print is not reported as missing. */
  readonly pathwayUnread: boolean;
}

type Report = typeof articleDiagnostics.report;
type Holes<Code extends keyof typeof articleDiagnostics.table> = Parameters<typeof articleDiagnostics.report<Code>>[1];

/** One reading of one article: where its places are, what it has printed so far, and what was found wrong. */
export class ArticleParse {
  readonly file: string;
  readonly text: string;
  readonly reader: Reader;
  readonly context: ArticleContext;
  readonly diagnostics: Diagnostic[] = [];
  /** Ids of what was printed or cited; the article's hash covers them. */
  readonly printed = { facts: new Set<string>(), sets: new Set<string>(), sources: new Set<string>() };
  /** Title of the section being read: part of every message. */
  heading: string | undefined;
  readonly #find: ReturnType<typeof spanFinder>;

  constructor(file: string, text: string, reader: Reader, context: ArticleContext) {
    this.file = file;
    this.text = text;
    this.reader = reader;
    this.context = context;
    this.#find = spanFinder(file, text);
  }

  spanAt(place: { readonly at: number; readonly length: number }): SourceSpan {
    return this.#find(place.at, Math.max(1, place.length), this.heading);
  }

  report<Code extends Parameters<Report>[0]>(
    code: Code,
    holes: Holes<Code>,
    place: { readonly at: number; readonly length: number },
  ): void {
    this.diagnostics.push(articleDiagnostics.report(code, holes, this.spanAt(place)));
  }
}
