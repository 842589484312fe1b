import type { SourceSpan } from "./source-span.ts";

export type Severity = "error" | "warning" | "information";

/** One thing that is wrong with what an author wrote or a caller sent: what, where, and how to mend it. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  /** One lower-case sentence without full stop; the author's words in backticks. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
  readonly span?: SourceSpan;
  /** The field of a request that is at fault, where one is: the hole `field` of the message. */
  readonly field?: string;
  /** Where in the sender's text, in UTF-16 code units, end exclusive: the hole `range` of the message. */
  readonly range?: TextRange;
  /** For rules that do not hold of every patient: the smallest one that shows it. */
  readonly counterexample?: Counterexample;
}

/** A patient as the findings of an evaluate call, and the guideline profile under which they were advised. */
export interface Counterexample {
  readonly profile: string;
  readonly findings: Readonly<Record<string, unknown>>;
}

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

interface DiagnosticDefinition<Holes> {
  readonly severity: Severity;
  readonly message: (holes: Holes) => string;
  readonly help: string | ((holes: Holes) => string);
}

type DefinitionTable = Readonly<Record<string, DefinitionOf>>;
// The holes of each row are inferred row by row; `never` makes the parameter position accept every row.
type DefinitionOf = DiagnosticDefinition<never>;
type HolesOf<Row> = Row extends { readonly message: (holes: infer Holes) => string } ? Holes : never;

/**
 * Turns a table of diagnostics into a typed maker: a wrong code or a missing hole does not compile.
 * The table stays readable through `.table`, which is how the documentation test finds every code.
 */
export function defineDiagnostics<const Table extends DefinitionTable>(
  table: Table,
): {
  readonly table: Table;
  readonly report: <Code extends keyof Table & string>(
    code: Code,
    holes: HolesOf<Table[Code]>,
    span?: SourceSpan,
  ) => Diagnostic;
} {
  return {
    table,
    report(code, holes, span) {
      // The hole type of the row was checked at the call; inside, the row is known only by its code.
      const row = table[code] as unknown as DiagnosticDefinition<typeof holes>;
      return {
        code,
        severity: row.severity,
        // What an author wrote may stand in a message and may hold line breaks; the message itself is one line.
        message: row.message(holes).replace(/\s*[\r\n\u2028\u2029]+\s*/g, " "),
        help: typeof row.help === "string" ? row.help : row.help(holes),
        ...(span === undefined ? {} : { span }),
        ...fieldIn(holes),
        ...rangeIn(holes),
      };
    },
  };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

function rangeIn(holes: unknown): { readonly range?: TextRange } {
  const range = typeof holes === "object" && holes !== null && "range" in holes ? holes.range : undefined;
  if (typeof range !== "object" || range === null || !("start" in range) || !("end" in range)) return {};
  const { start, end } = range;
  return typeof start === "number" && typeof end === "number" ? { range: { start, end } } : {};
}

function fieldIn(holes: unknown): { readonly field?: string } {
  const named = typeof holes === "object" && holes !== null && "field" in holes ? holes.field : undefined;
  return typeof named === "string" ? { field: named } : {};
}
