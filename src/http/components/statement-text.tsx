import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Citation } from "../../evidence/citation.ts";
import type { Confidence } from "../../evidence/confidence.ts";
import type { Certainty, Strength } from "../../evidence/grade.ts";
import type { StatementBasis } from "../../library/model/article.ts";
import type { Bibliography } from "../bibliography.ts";
import type { Explained } from "../glossary-terms.ts";
import type { Messages } from "../messages/en.tsx";
import { useMessages } from "../messages/language.tsx";
import { markInHtml } from "./glossary.tsx";
import { gradeWords } from "./words.ts";

/** A sentence with what it stands on: a statement of an article, or of an answer. */
export interface EvidencedText {
  /** Unique on the page. */
  readonly id: string;
  readonly text: string;
  /** Safe inline HTML of the same text, made by the library's loader. */
  readonly html?: string;
  readonly basis: StatementBasis;
  readonly citations: readonly Citation[];
  readonly strength: Strength;
  readonly certainty: Certainty;
  readonly confidence: Confidence;
}

interface StatementTextProps {
  readonly statement: EvidencedText;
  readonly bibliography: Bibliography;
  /** Shows strength and certainty beside the sentence, as in a bottom line; elsewhere the screen has them in the card, and paper has no cards. */
  readonly graded?: boolean;
  /** Words of the sentence that open their explanation. */
  readonly terms?: readonly Explained[];
}

/** Ids of the statements that a draft says otherwise, for its preview at the desk. On the pages of readers there are none. */
export const ChangedStatements = createContext<ReadonlySet<string>>(new Set());

/** One sentence followed by the button that opens its evidence in place. */
export function StatementText({ statement, bibliography, graded = false, terms = [] }: StatementTextProps) {
  const messages = useMessages();
  const isChanged = useContext(ChangedStatements).has(statement.id);
  const grade = gradeWords(statement.strength, statement.certainty, messages);
  return (
    <span class={`statement basis-${statement.basis}${isChanged ? " statement-changed" : ""}`}>
      {isChanged ? <span class="visually-hidden">changed: </span> : null}
      <InlineText text={statement.text} html={statement.html} terms={terms} />{" "}
      {statement.basis === "signpost" ? null : <EvidenceButton statement={statement} bibliography={bibliography} />}
      {grade === undefined ? null : (
        <>
          {" "}
          <span class={graded ? "grade" : "grade paper-note"}>{grade}</span>
        </>
      )}{" "}
    </span>
  );
}

export function evidenceId(statement: EvidencedText): string {
  return `evidence-${statement.id}`;
}

/** The button that opens the evidence of a statement. What is not a plain citation says so in words on the button. */
export function EvidenceButton({ statement, bibliography }: Omit<StatementTextProps, "graded" | "terms">) {
  const { evidence } = useMessages();
  const entries = statement.citations.map((citation) => bibliography.getEntry(citation.source));
  const numbers = [...new Set(entries.map((entry) => entry.number))].join(", ");
  const words = cautionWords(
    statement,
    entries.some((entry) => entry.source?.status === "retracted"),
    evidence,
  );
  return (
    <button
      type="button"
      class={words === undefined ? "cite" : "cite cite-words"}
      popovertarget={evidenceId(statement)}
    >
      <span class="visually-hidden">{evidence.button}</span>
      {[words, numbers].filter(Boolean).join(" · ")}
    </button>
  );
}

function cautionWords(
  { basis, confidence, citations }: EvidencedText,
  isRetracted: boolean,
  words: Messages["evidence"],
): string | undefined {
  if (isRetracted) return words.retracted;
  if (basis === "house-rule") return words.houseRule;
  if (basis === "unresolved" || confidence === "unresolved") return words.notFound;
  if (confidence === "from-memory") return words.toVerify;
  return citations.length === 0 ? words.none : undefined;
}

const INLINE_TAGS = /<\/?(?:em|strong|code)>/g;

interface Inline {
  readonly html: string | undefined;
  readonly terms: readonly Explained[];
}

/** The loader promises inline HTML with emphasis alone. Should it ever break the promise, the plain text is printed. */
function InlineText({ text, html, terms }: Pick<EvidencedText, "text"> & Inline) {
  const isSafe = html !== undefined && !html.replace(INLINE_TAGS, "").includes("<");
  // Either our own escaping or, by the line above, three attribute-free tags and nothing else; the buttons are made here.
  const whole = keepNumbersWhole(isSafe ? html : escapeHtml(text));
  return <span lang="en" dangerouslySetInnerHTML={{ __html: markInHtml(whole, terms) }} />;
}

/** A number with its unit or the other end of its range. */
const NUMBER =
  /\d[\d.,]*(?:–\d[\d.,]*)? (?:%|cm|mm|kg|mg|years?|days?|weeks?|months?|hours?)(?![\p{L}\d])|\d[\d.,]*–\d[\d.,]*/gu;

/** Keeps each number on one line with its unit. The characters stay as the source has them, so that copies are exact. */
function keepNumbersWhole(html: string): string {
  return html.replace(NUMBER, '<span class="whole">$&</span>');
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
