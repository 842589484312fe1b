import { checkHazardTerms } from "../check/check-hazard-terms.ts";
import type { Statement, TableRow } from "../model/article.ts";
import type { ArticleParse } from "./article-parse.ts";
import { checkNumbers } from "./check-numbers.ts";
import { readPlaceholders } from "./fill-placeholder.ts";
import { escapeHtml, type Inline, renderInline } from "./inline-markup.ts";
import { type Attributes, parseAttributes } from "./parse-attributes.ts";
import { confidenceOf, type Evidence, parseEvidence } from "./parse-evidence.ts";
import type { Line } from "./read-blocks.ts";
import { splitEvidence } from "./split-evidence.ts";

interface Prose extends Inline {
  readonly facts: readonly string[];
}

/** One line of a paragraph or list: a sentence with the evidence it stands on. */
export function parseStatement(line: Line, fallbackId: string, parse: ArticleParse): Statement {
  const split = splitEvidence(line.text);
  const attributes = parseAttributes(split.braces, line, parse);
  const evidence = parseEvidence(split, line, parse);
  const prose = readProse({ text: split.prose, offset: line.offset }, parse);
  return buildStatement(line, prose, evidence, attributes, fallbackId, parse);
}

/** One row of a table; its last cell carries the evidence for the others. */
export function parseRow(
  cells: readonly Line[],
  head: readonly string[],
  fallbackId: string,
  parse: ArticleParse,
): TableRow | undefined {
  const last = cells.at(-1);
  if (last === undefined) return undefined;
  const split = splitEvidence(last.text);
  const attributes = parseAttributes(split.braces, last, parse);
  const evidence = parseEvidence(split, last, parse);
  if (split.prose !== "" && split.groups.length > 0)
    parse.report("table-malformed", {}, { at: last.offset, length: last.text.length });
  const proses = cells.slice(0, -1).map((cell) => readProse(cell, parse));
  const [first, ...rest] = proses.map((prose, index) => ({ name: head[index] ?? "", prose }));
  // The first cell says what the row is about and needs no name; the others are read under theirs.
  const whole: Prose = {
    text: joinRow(
      first?.prose.text,
      rest.map(({ name, prose }) => nameCell(name, prose.text)),
    ),
    html: joinRow(
      first?.prose.html,
      rest.map(({ name, prose }) => nameCell(escapeHtml(name), prose.html)),
    ),
    facts: proses.flatMap((prose) => prose.facts),
  };
  return {
    cells: proses.map(({ text, html }) => ({ text, html })),
    evidence: buildStatement(rowLine(cells, last, parse), whole, evidence, attributes, fallbackId, parse),
  };
}

function joinRow(first = "", rest: readonly string[]): string {
  return [first, ...(rest.length > 0 ? [rest.join("; ")] : [])].join(" – ");
}

function nameCell(name: string, cell: string): string {
  return name === "" ? cell : `${name}: ${cell}`;
}

/** Reads a line that claims nothing of its own, such as a heading, as plain text. */
export function readPlain(line: Line, parse: ArticleParse): string {
  const { text } = renderInline(line, readPlaceholders(line, parse), parse);
  reportHazards(line, text, parse);
  return text;
}

function readProse(line: Line, parse: ArticleParse): Prose {
  const filled = readPlaceholders(line, parse);
  const inline = renderInline(line, filled, parse);
  checkNumbers(line, parse);
  reportHazards(line, inline.text, parse);
  return { ...inline, facts: filled.facts };
}

function reportHazards(line: Line, text: string, parse: ArticleParse): void {
  const found = checkHazardTerms(text, parse.context.hazardTerms, (term) => {
    const at = line.text.indexOf(term);
    return at < 0
      ? parse.spanAt({ at: line.offset, length: line.text.length })
      : parse.spanAt({ at: line.offset + at, length: term.length });
  });
  parse.diagnostics.push(...found);
}

function buildStatement(
  line: Line,
  prose: Prose,
  evidence: Evidence,
  attributes: Attributes,
  fallbackId: string,
  parse: ArticleParse,
): Statement {
  if (evidence.basis !== "unresolved") checkFactSources(prose.facts, evidence, line, parse);
  return {
    id: attributes.id ?? fallbackId,
    text: prose.text,
    html: prose.html,
    basis: evidence.basis,
    citations: evidence.citations,
    strength: attributes.strength ?? "not-graded",
    certainty: attributes.certainty ?? "not-graded",
    confidence: confidenceOf(attributes.confidence, evidence, line, parse),
    must: attributes.must ?? false,
    brief: attributes.brief ?? false,
    ...(attributes.of === undefined ? {} : { of: attributes.of }),
    ...(attributes.part === undefined ? {} : { part: attributes.part }),
    span: parse.spanAt({ at: line.offset, length: line.text.length }),
  };
}

function checkFactSources(facts: readonly string[], evidence: Evidence, line: Line, parse: ArticleParse): void {
  for (const id of new Set(facts)) {
    const source = parse.context.facts.entries.get(id)?.source;
    if (source === undefined || evidence.citations.some((citation) => citation.source === source)) continue;
    const at = Math.max(0, line.text.indexOf(`fact.${id}`));
    parse.report("fact-source-not-cited", { fact: id, source }, { at: line.offset + at, length: id.length + 5 });
  }
}

function rowLine(cells: readonly Line[], last: Line, parse: ArticleParse): Line {
  const offset = cells[0]?.offset ?? last.offset;
  return { offset, text: parse.text.slice(offset, last.offset + last.text.length) };
}
