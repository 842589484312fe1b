import type { Citation } from "../../evidence/citation.ts";
import type { Bibliography } from "../bibliography.ts";
import { useMessages } from "../messages/language.tsx";
import { Place, readingWords, SourceLinks } from "./reference-list.tsx";
import { type EvidencedText, evidenceId } from "./statement-text.tsx";

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
  const { evidence: words, topic } = useMessages();
  const basis = words.basis[statement.basis];
  return (
    <div class="evidence-card" id={evidenceId(statement)} popover="auto" role="note" aria-label={words.label}>
      {basis === undefined ? null : <p class="evidence-basis">{basis}</p>}
      {statement.citations.map((citation) => (
        <EvidenceOf key={`${citation.source} ${citation.locator}`} citation={citation} bibliography={bibliography} />
      ))}
      <dl class="evidence-grade">
        <div class={statement.strength === "not-graded" ? "not-graded" : undefined}>
          <dt>{words.strengthOf}</dt>
          <dd>{words.strength[statement.strength]}</dd>
        </div>
        <div class={statement.certainty === "not-graded" ? "not-graded" : undefined}>
          <dt>{words.certaintyOf}</dt>
          <dd>{words.certainty[statement.certainty]}</dd>
        </div>
        <div>
          <dt>{words.readingOf}</dt>
          <dd>{words.confidence[statement.confidence]}</dd>
        </div>
      </dl>
      <button type="button" class="card-close" popovertarget={evidenceId(statement)} popovertargetaction="hide">
        {topic.close}
      </button>
    </div>
  );
}

function EvidenceOf({ citation, bibliography }: { readonly citation: Citation; readonly bibliography: Bibliography }) {
  const { evidence } = useMessages();
  const { number, id, source } = bibliography.getEntry(citation.source);
  return (
    <div class="evidence-source">
      <p class="evidence-line">
        <span class="evidence-number">{number}</span>
        <a class="evidence-name" lang="en" href={`#ref-${id}`}>
          {source === undefined ? id : source.short}
        </a>
        {citation.locator === undefined && citation.quote === undefined ? null : (
          <span class="locator">
            , <Place place={citation} />
          </span>
        )}
      </p>
      {source === undefined ? (
        <p class="evidence-basis">{evidence.notRegistered}</p>
      ) : (
        <>
          {source.title === undefined ? null : (
            <p class="evidence-title" lang="en">
              {source.title}
            </p>
          )}
          <p class="evidence-read">{readingWords(source, evidence)}</p>
          <SourceLinks source={source} />
        </>
      )}
    </div>
  );
}
