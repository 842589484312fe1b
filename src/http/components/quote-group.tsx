import type { AnswerQuotes } from "../../answer/answer-shape.ts";
import { capitalised, dateWords } from "./words.ts";

type Group = AnswerQuotes["groups"][number];

/** The quotes of one document under its title, with its kind, date and standing before the words. */
export function QuoteGroup({ group: { source, document, quotes } }: { readonly group: Group }) {
  const href = webAddress(document.url);
  const heading = `document-${quotes[0]?.number ?? 0}`;
  return (
    <section class="quote-group" aria-labelledby={heading}>
      <p class="quote-facts">
        <span class="badge">{capitalised(document.type.replaceAll("-", " "))}</span>
        <span>{document.date === null ? "undated" : dateWords(document.date)}</span>
        {document.status === "current" ? null : (
          <span class="alarm">
            {document.status}
            {document.statusReason === null ? "" : `: ${document.statusReason}`}
          </span>
        )}
      </p>
      <h2 id={heading}>
        {href === undefined ? document.title : <SourceLink href={href}>{document.title}</SourceLink>}
      </h2>
      {quotes.map((quote) => (
        <figure key={quote.number} id={`quote-${quote.number}`} class="quote">
          <blockquote cite={href}>
            <p dir="auto">{quote.exact}</p>
          </blockquote>
          <figcaption>
            <span>[{quote.number}]</span>
            {quote.grade === null ? null : <span>Grade: {quote.grade}</span>}
            {quote.headings.length === 0 ? null : <span>{quote.headings.join(" › ")}</span>}
            {href === undefined ? null : (
              <SourceLink href={`${href}${toFragment(quote.exact)}`}>See these words in their place</SourceLink>
            )}
            <details>
              <summary>Why this sentence</summary>
              <ul>
                {quote.why.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </details>
          </figcaption>
        </figure>
      ))}
      <p class="hint">
        {[document.issuer, source.title, `licence ${source.licence}`, source.attribution]
          .filter((part) => part !== null)
          .join(" · ")}
      </p>
    </section>
  );
}

function SourceLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a href={href} rel="noreferrer noopener" target="_blank">
      {children}
    </a>
  );
}

/** Documents come from files that anybody wrote: only web addresses become links. */
function webAddress(url: string | null): string | undefined {
  return url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined;
}

/** Words at each end that a browser looks for (URL Fragment Text Directives). */
const FRAGMENT_WORDS = 5;

function toFragment(exact: string): string {
  const words = exact.split(/\s+/);
  const encode = (some: readonly string[]) => encodeURIComponent(some.join(" ")).replaceAll("-", "%2D");
  if (words.length <= 2 * FRAGMENT_WORDS) return `#:~:text=${encode(words)}`;
  return `#:~:text=${encode(words.slice(0, FRAGMENT_WORDS))},${encode(words.slice(-FRAGMENT_WORDS))}`;
}
