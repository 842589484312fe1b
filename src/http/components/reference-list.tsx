import { CONFIDENCE_WORDS } from "../../evidence/confidence.ts";
import type { Bibliography, CitedSource, NumberedSource } from "../bibliography.ts";

/** Every source of the page in full, numbered by first appearance. */
export function ReferenceList({ bibliography }: { readonly bibliography: Bibliography }) {
  if (bibliography.entries.length === 0) return null;
  return (
    <section class="references" aria-labelledby="references">
      <h2 id="references">References</h2>
      <ol>
        {bibliography.entries.map((entry) => (
          <Reference key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Reference({ entry: { id, source } }: { readonly entry: NumberedSource }) {
  if (source === undefined) return <li id={`ref-${id}`}>{id}: not in the register of sources</li>;
  return (
    <li id={`ref-${id}`}>
      <span class="reference-text">{source.reference}</span>
      <SourceLinks source={source} />
      <p class="reference-meta">
        <span>{source.design.replaceAll("-", " ")}</span>
        {source.status === "current" ? null : (
          <span class={source.status === "retracted" ? "alarm" : undefined}>
            {source.status === "unknown" ? "status not checked" : source.status}
          </span>
        )}
        <span class={source.toVerify.length === 0 ? undefined : "verify"}>
          {readingWords(source)} ({source.seen})
        </span>
      </p>
    </li>
  );
}

/** How much of the source was read, and which of its fields somebody still has to compare with it. */
export function readingWords({ confidence, toVerify }: CitedSource): string {
  if (toVerify.length === 0) return CONFIDENCE_WORDS[confidence];
  return `${CONFIDENCE_WORDS[confidence].replace(/, to be verified$/, "")}; to be verified: ${toVerify.join(", ")}`;
}

/** Links out. They are followed by choice, carry no referrer, and nothing of the page itself comes from them. */
export function SourceLinks({ source: { links } }: { readonly source: CitedSource }) {
  if (links.length === 0) return null;
  return (
    <ul class="source-links">
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href} rel="noreferrer noopener" target="_blank">
            {link.label}
          </a>
          {link.verify ? <span class="verify"> to be verified</span> : null}
        </li>
      ))}
    </ul>
  );
}
