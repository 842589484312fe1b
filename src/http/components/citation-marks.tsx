import { type Citation, HOUSE_RULE } from "../../evidence/citation.ts";
import type { Bibliography } from "../bibliography.ts";
import { useMessages } from "../messages/language.tsx";

/** Numbers of sources as links into the reference list, for advice that carries its grade beside it. */
export function CitationMarks({
  citations,
  bibliography,
}: {
  readonly citations: readonly Citation[];
  readonly bibliography: Bibliography;
}) {
  const { source } = useMessages().evidence;
  return (
    <>
      {citations.map((citation) => {
        if (citation.source === HOUSE_RULE) return <HouseRuleMark key={HOUSE_RULE} />;
        const { id, number } = bibliography.getEntry(citation.source);
        return (
          <a key={`${id} ${citation.locator}`} class="cite" href={`#ref-${id}`}>
            <span class="visually-hidden">{source}</span>
            {number}
            {citation.locator === undefined ? null : (
              <span class="locator" lang="en">
                , {citation.locator}
              </span>
            )}
          </a>
        );
      })}
    </>
  );
}

/** Our own synthesis has no entry in the reference list; it is named where it stands. */
function HouseRuleMark() {
  const { houseRule } = useMessages().evidence;
  return (
    <a class="cite cite-house-rule" href="/editorial-policy">
      {houseRule}
    </a>
  );
}
