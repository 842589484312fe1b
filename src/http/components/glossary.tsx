import type { Explained } from "../glossary-terms.ts";
import { useMessages } from "../messages/language.tsx";

/** Address of the card that explains a concept on this page. */
export function termId({ id }: Pick<Explained, "id">): string {
  return `term-${id}`;
}

/** Safe inline HTML with the first name of each concept made a button that opens its card. Names inside a tag are left alone. */
export function markInHtml(html: string, concepts: readonly Explained[]): string {
  return concepts.reduce((marked, concept) => {
    let done = false;
    return marked
      .split(/(<button[^>]*>.*?<\/button>|<code>.*?<\/code>|<[^>]*>|&[a-z0-9#]+;)/)
      .map((part, index) => {
        // Odd parts are tags, buttons made before, code and entities.
        if (done || index % 2 === 1) return part;
        return part.replace(concept.names, (name) => {
          done = true;
          return `<button type="button" class="term" popovertarget="${termId(concept)}">${name}</button>`;
        });
      })
      .join("");
  }, html);
}

/** What the words of the page mean, each in a card that its word opens. Works without scripts. */
export function GlossaryCards({ concepts }: { readonly concepts: readonly Explained[] }) {
  const { meaningOf, close } = useMessages().topic;
  if (concepts.length === 0) return null;
  return (
    <div class="term-cards">
      {concepts.map((concept) => (
        <div
          key={concept.id}
          class="evidence-card term-card"
          id={termId(concept)}
          popover="auto"
          role="note"
          aria-label={meaningOf(concept.term)}
        >
          <p lang="en">
            <strong class="term-name">{concept.term}</strong>
          </p>
          <p lang="en">{concept.definition}</p>
          <button type="button" class="card-close" popovertarget={termId(concept)} popovertargetaction="hide">
            {close}
          </button>
        </div>
      ))}
    </div>
  );
}
