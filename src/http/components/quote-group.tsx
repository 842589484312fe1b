import type { AnswerQuotes } from "../../answer/answer-shape.ts";
import { useMessages } from "../messages/language.tsx";
import { capitalised } from "./words.ts";

type Group = AnswerQuotes["groups"][number];

/** The quotes of one document under its title, with its kind, date and standing before the words. */
export function QuoteGroup({ group: { source, document, quotes } }: { readonly group: Group }) {
  const { date, quotes: words } = useMessages();
  const href = webAddress(document.url);
  const heading = `document-${quotes[0]?.number ?? 0}`;
  return (
    <section class="quote-group" aria-labelledby={heading}>
      <p class="quote-facts">
        <span class="badge badge-plain" lang="en">
          {capitalised(document.type.replaceAll("-", " "))}
        </span>
        <span>{document.date === null ? words.undated : date(document.date)}</span>
        {document.status === "current" ? null : (
          <span class="alarm" lang="en">
            {document.status}
            {document.statusReason === null ? "" : `: ${document.statusReason}`}
          </span>
        )}
      </p>
      <h2 id={heading} lang="en">
        {href === undefined ? document.title : <SourceLink href={href}>{document.title}</SourceLink>}
      </h2>
      {quotes.map((quote) => (
        <figure key={quote.number} id={`quote-${quote.number}`} class="quote">
          <blockquote cite={href} lang="en">
            <p dir="auto">{quote.exact}</p>
          </blockquote>
          <figcaption>
            <span>[{quote.number}]</span>
            {quote.grade === null ? null : (
              <span>
                {words.grade}
                <span lang="en">{quote.grade}</span>
              </span>
            )}
            {quote.headings.length === 0 ? null : <span lang="en">{quote.headings.join(" › ")}</span>}
            {href === undefined ? null : (
              <SourceLink href={`${href}${toFragment(quote.exact)}`}>{words.inPlace}</SourceLink>
            )}
            <details>
              <summary>{words.why}</summary>
              <ul lang="en">
                {quote.why.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </details>
          </figcaption>
        </figure>
      ))}
      <p class="hint">
        <span lang="en">{[document.issuer, source.title].filter((part) => part !== null).join(" · ")}</span> ·{" "}
        {words.licence}{" "}
        <span lang="en">{[source.licence, source.attribution].filter((part) => part !== null).join(" · ")}</span>
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
