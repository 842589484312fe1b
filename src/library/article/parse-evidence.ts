import { type Citation, toCitation } from "../../evidence/citation.ts";
import { CONFIDENCES, type Confidence, weakest } from "../../evidence/confidence.ts";
import { checkSource } from "../check/check-source.ts";
import type { StatementBasis } from "../model/article.ts";
import type { ArticleParse } from "./article-parse.ts";
import type { Line } from "./read-blocks.ts";
import { EVIDENCE_MARKS, type EvidenceMark, type Group, type SplitLine } from "./split-evidence.ts";

/** What the brackets at the end of a line say that the sentence stands on. */
export interface Evidence {
  readonly basis: StatementBasis;
  readonly citations: readonly Citation[];
  readonly marks: ReadonlySet<EvidenceMark>;
}

/** Reads the brackets, checks every source they name, and reports a sentence that stands on nothing. */
export function parseEvidence(split: SplitLine, line: Line, parse: ArticleParse): Evidence {
  const marks = new Set<EvidenceMark>();
  const citations: Citation[] = [];
  for (const group of split.groups) {
    const mark = EVIDENCE_MARKS.find((known) => known === group.content.trim());
    if (mark === undefined) citations.push(...parseCitations(group, line, parse));
    else marks.add(mark);
  }
  const whole = { at: line.offset, length: line.text.length };
  if (split.misplaced !== undefined)
    parse.report(
      "evidence-not-at-end",
      {},
      { at: line.offset + split.misplaced.at, length: split.misplaced.content.length + 2 },
    );
  else if (split.groups.length === 0) {
    if (split.unknownMark === undefined) parse.report("statement-without-evidence", {}, whole);
    else reportUnknownMark(split.unknownMark, line, parse);
  }
  if (marks.has("signpost") && (citations.length > 0 || marks.size > 1))
    parse.report("signpost-with-evidence", {}, whole);
  return { basis: basisOf(marks, citations), citations, marks };
}

/** The weakest word wins: what is unresolved stays so whatever is cited beside it, and our own rule stays ours. */
function basisOf(marks: ReadonlySet<EvidenceMark>, citations: readonly Citation[]): StatementBasis {
  if (marks.has("unresolved")) return "unresolved";
  if (marks.has("house-rule")) return "house-rule";
  if (citations.length > 0) return "cited";
  // A sentence that stands on nothing is reported, and until it is mended it is shown as unsupported.
  return marks.has("signpost") ? "signpost" : "unresolved";
}

function reportUnknownMark(group: Group, line: Line, parse: ArticleParse): void {
  const place = { at: line.offset + group.at, length: group.content.length + 2 };
  if (group.content.includes("@")) parse.report("citation-malformed", { citation: group.content }, place);
  else parse.report("evidence-mark-unknown", { mark: group.content }, place);
}

/** `@key`, `@key, locator` or `@key, locator "the source's own words"`. */
const CITATION = /^@([a-z0-9][a-z0-9-]*)(?:,([^"]*)(?:"([^"]+)")?)?$/is;

function parseCitations(group: Group, line: Line, parse: ArticleParse): readonly Citation[] {
  const citations: Citation[] = [];
  for (const found of group.content.matchAll(/(?:"[^"]*"|[^;])+/g)) {
    const written = found[0].trim();
    const lead = found[0].length - found[0].trimStart().length;
    const place = { at: line.offset + group.at + 1 + found.index + lead, length: written.length };
    const [, source, locator, quote] = CITATION.exec(written) ?? [];
    if (source === undefined) {
      parse.report("citation-malformed", { citation: written }, place);
      continue;
    }
    const span = parse.spanAt({ at: place.at, length: source.length + 1 });
    parse.diagnostics.push(...checkSource(source, parse.context.sources, span));
    parse.printed.sources.add(source);
    citations.push({ span, ...toCitation({ source, locator: locator?.trim() || undefined, quote }) });
  }
  return citations;
}

/** The confidence a statement is shown with: the author's, else that of the weakest source it leans on. */
export function confidenceOf(
  stated: Confidence | undefined,
  evidence: Evidence,
  line: Line,
  parse: ArticleParse,
): Confidence {
  const cited = evidence.citations.flatMap(({ source }) => parse.context.sources.entries.get(source)?.confidence ?? []);
  const weakestCited = weakest(cited);
  if (stated !== undefined) {
    if (weakestCited !== undefined && CONFIDENCES.indexOf(stated) < CONFIDENCES.indexOf(weakestCited))
      parse.report(
        "confidence-above-source",
        { confidence: stated, weakest: weakestCited },
        { at: line.offset, length: line.text.length },
      );
    return stated;
  }
  if (evidence.basis === "unresolved") return "unresolved";
  const ours: readonly Confidence[] = evidence.basis === "cited" ? [] : ["house-rule"];
  return weakest([...cited, ...ours]) ?? "unresolved";
}
