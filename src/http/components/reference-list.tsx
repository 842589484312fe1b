import { Fragment } from "preact";
import type { Bibliography, CitedSource, NumberedSource } from "../bibliography.ts";
import type { Messages } from "../messages/en.tsx";
import { useMessages } from "../messages/language.tsx";

/** Every source of the page in full, numbered by first appearance. */
export function ReferenceList({ bibliography }: { readonly bibliography: Bibliography }) {
  const { evidence: words, paper } = useMessages();
  if (bibliography.entries.length === 0) return null;
  return (
    <section class="references" aria-labelledby="references">
      <h2 id="references">{words.references}</h2>
      <p class="paper-note">{paper.quoted}</p>
      <ol>
        {bibliography.entries.map((entry) => (
          <Reference key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Reference({ entry: { id, source, places } }: { readonly entry: NumberedSource }) {
  const words = useMessages().evidence;
  if (source === undefined)
    return (
      <li id={`ref-${id}`}>
        <code>{id}</code>: {words.notRegistered}
      </li>
    );
  return (
    <li id={`ref-${id}`}>
      <span class="reference-text" lang="en">
        {source.reference}
      </span>
      <SourceLinks source={source} />
      {places.length === 0 ? null : (
        <p class="reference-places">
          {words.citedAt}
          {places.map((place, index) => (
            <Fragment key={`${place.locator} ${place.quote}`}>
              {index === 0 ? null : "; "}
              <Place place={place} />
            </Fragment>
          ))}
        </p>
      )}
      <p class="reference-meta">
        <span lang="en">{source.design.replaceAll("-", " ")}</span>
        {source.status === "current" ? null : (
          <span
            class={source.status === "retracted" ? "alarm" : undefined}
            lang={source.status === "unknown" ? undefined : "en"}
          >
            {source.status === "unknown" ? words.notChecked : source.status}
          </span>
        )}
        <span class={source.toVerify.length === 0 ? undefined : "verify"}>
          {readingWords(source, words)} <span lang="en">({source.seen})</span>
        </span>
      </p>
    </li>
  );
}

/** A place in a source, and its own words where they were written down. */
export function Place({ place: { locator, quote } }: { readonly place: NumberedSource["places"][number] }) {
  return (
    <span lang="en">
      {locator}
      {quote === undefined ? null : (
        <>
          {locator === undefined ? null : " "}
          <q>{quote}</q>
        </>
      )}
    </span>
  );
}

/** How much of the source was read, and which of its fields somebody still has to compare with it. */
export function readingWords({ confidence, toVerify }: CitedSource, words: Messages["evidence"]): string {
  const read = words.confidence[confidence];
  return toVerify.length === 0 ? read : `${read}; ${words.verify(toVerify.join(", "))}`;
}

/** Links out. They are followed by choice, carry no referrer, and nothing of the page itself comes from them. */
export function SourceLinks({ source: { links } }: { readonly source: CitedSource }) {
  const { verifyLink } = useMessages().evidence;
  if (links.length === 0) return null;
  return (
    <ul class="source-links">
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href} lang="en" rel="noreferrer noopener" target="_blank">
            {link.label}
          </a>
          {link.verify ? <span class="verify">{verifyLink}</span> : null}
        </li>
      ))}
    </ul>
  );
}
