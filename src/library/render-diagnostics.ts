import type { Diagnostic, Severity } from "../kernel/diagnostic.ts";
import { renderSpan, type SourceSpan } from "../kernel/source-span.ts";
import type { LibraryFile } from "./model/library.ts";

/** Characters of a source line that are shown around the place. */
const SHOWN_WIDTH = 100;

/** Diagnostics as text for a terminal: each with its place, the line it stands on, and what to do; a count at the end. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], files: readonly LibraryFile[]): string {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const blocks = diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, texts));
  return [...blocks, renderCounts(diagnostics)].join("\n\n");
}

/** How many there are of each severity: "2 errors, 1 warning", or "nothing is wrong". */
export function renderCounts(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity): number => diagnostics.filter((one) => one.severity === severity).length;
  const parts = [
    plural(count("error"), "error", "errors"),
    plural(count("warning"), "warning", "warnings"),
    plural(count("information"), "remark", "remarks"),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? "nothing is wrong" : parts.join(", ");
}

function plural(count: number, one: string, many: string): string | undefined {
  return count === 0 ? undefined : `${count} ${count === 1 ? one : many}`;
}

function renderDiagnostic(diagnostic: Diagnostic, texts: ReadonlyMap<string, string>): string {
  const { span } = diagnostic;
  const heading = span?.heading === undefined ? "" : ` (${span.heading})`;
  const place = span === undefined ? "" : ` ${renderSpan(span)}${heading}`;
  const lines = [`${diagnostic.severity}[${diagnostic.code}]${place}`, `  ${diagnostic.message}`];
  const text = span === undefined ? undefined : texts.get(span.file);
  if (span !== undefined && text !== undefined) lines.push(...renderExcerpt(text, span));
  lines.push(`  help: ${diagnostic.help}`);
  return lines.map(visible).join("\n");
}

function renderExcerpt(text: string, span: SourceSpan): readonly string[] {
  const start = text.lastIndexOf("\n", span.offset - 1) + 1;
  const newline = text.indexOf("\n", start);
  const line = text.slice(start, newline < 0 ? undefined : newline).trimEnd();
  if (line === "") return [];
  const column = Math.min(span.offset - start, line.length);
  const from = column > SHOWN_WIDTH / 2 && line.length > SHOWN_WIDTH ? column - SHOWN_WIDTH / 2 : 0;
  const shown = line.slice(from, from + SHOWN_WIDTH);
  const carets = Math.max(1, Math.min(span.length, shown.length - (column - from)));
  const [before, after] = [from > 0 ? "…" : "", from + SHOWN_WIDTH < line.length ? "…" : ""];
  const number = String(span.line);
  const indent = " ".repeat(before.length + column - from);
  return [`  ${number} | ${before}${shown}${after}`, `  ${" ".repeat(number.length)} | ${indent}${"^".repeat(carets)}`];
}

/** An author's text must not steer the terminal it is shown on: control and format characters become visible ones. */
function visible(line: string): string {
  return line.replaceAll("\t", " ").replace(/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}/gu, "�");
}
