import type { Citation } from "../../evidence/citation.ts";
import { CONFIDENCE_WORDS } from "../../evidence/confidence.ts";
import type { Bibliography } from "../bibliography.ts";
import { readingWords, SourceLinks } from "./reference-list.tsx";
import { type EvidencedText, evidenceId } from "./statement-text.tsx";
import { CERTAINTY_WORDS, STRENGTH_WORDS } from "./words.ts";

const BASIS_WORDS = {
  cited: undefined,
  signpost: undefined,
  "house-rule": "Our own synthesis, where guidelines are silent or disagree. It is not a guideline's statement.",
  unresolved: "We did not find the source of this figure. Do not rely on it.",
} as const;

interface EvidenceCardsProps {
  readonly statements: readonly EvidencedText[];
  readonly bibliography: Bibliography;
}

/** The evidence of the statements of one section. On screen each opens in place; on paper they are its footnotes. */
export function EvidenceCards({ statements, bibliography }: EvidenceCardsProps) {
  const shown = statements.filter((statement) => statement.basis !== "signpost");
  if (shown.length === 0) return null;
  return (
    <div class="evidence-cards">
      {shown.map((statement) => (
        <EvidenceCard key={statement.id} statement={statement} bibliography={bibliography} />
      ))}
    </div>
  );
}

function EvidenceCard({
  statement,
  bibliography,
}: {
  readonly statement: EvidencedText;
  readonly bibliography: Bibliography;
}) {
  const basis = BASIS_WORDS[statement.basis];
  return (
    <div class="evidence-card" id={evidenceId(statement)} popover="auto" role="note" aria-label="Evidence">
      {basis === undefined ? null : <p class="evidence-basis">{basis}</p>}
      {statement.citations.map((citation) => (
        <EvidenceOf key={`${citation.source} ${citation.locator}`} citation={citation} bibliography={bibliography} />
      ))}
      <dl class="evidence-grade">
        <div>
          <dt>Strength</dt>
          <dd>{STRENGTH_WORDS[statement.strength]}</dd>
        </div>
        <div>
          <dt>Certainty</dt>
          <dd>{CERTAINTY_WORDS[statement.certainty]}</dd>
        </div>
        <div>
          <dt>Our reading</dt>
          <dd>{CONFIDENCE_WORDS[statement.confidence]}</dd>
        </div>
      </dl>
      <button type="button" class="card-close" popovertarget={evidenceId(statement)} popovertargetaction="hide">
        Close
      </button>
    </div>
  );
}

function EvidenceOf({ citation, bibliography }: { readonly citation: Citation; readonly bibliography: Bibliography }) {
  const { number, id, source } = bibliography.getEntry(citation.source);
  return (
    <div class="evidence-source">
      <p class="evidence-line">
        <span class="evidence-number">{number}</span>
        <a class="evidence-name" href={`#ref-${id}`}>
          {source === undefined ? id : source.short}
        </a>
        {citation.locator === undefined ? null : <span class="locator">, {citation.locator}</span>}
      </p>
      {source === undefined ? (
        <p class="evidence-basis">This key is not in the register of sources.</p>
      ) : (
        <>
          {source.title === undefined ? null : <p class="evidence-title">{source.title}</p>}
          <p class="evidence-read">{readingWords(source)}</p>
          <SourceLinks source={source} />
        </>
      )}
    </div>
  );
}
