import { renderShortReference } from "../../evidence/reference.ts";
import { ActForm } from "./act-form.tsx";
import type { Refused } from "./refused.ts";
import type { TextView } from "./text-view.ts";
import type { Visitor } from "./visitor.ts";

interface CitationsViewProps {
  readonly view: TextView;
  readonly visitor: Visitor;
  readonly refused: Refused | undefined;
}

/** The sources that a text cites, to be opened one by one: a signature asks for all of them. */
export function CitationsView({
  view: { slug, text, read, leanings, record, mayOpen },
  visitor,
  refused,
}: CitationsViewProps) {
  if (text === undefined || text.cites.length === 0) return null;
  const opened = text.opened.get(visitor.person.id);
  const unopened = text.cites.filter((source) => opened?.has(source) !== true);
  return (
    <section class="citations" aria-labelledby="citations">
      <h2 id="citations">Citations</h2>
      <p>
        {mayOpen
          ? `You have opened ${text.cites.length - unopened.length} of ${text.cites.length}. A signature asks for all of them.`
          : `The text cites ${text.cites.length} sources.`}
      </p>
      {mayOpen && unopened[0] !== undefined ? (
        <ActForm
          activity="open-citation"
          place={slug}
          about={{ hash: text.hash, source: unopened[0] }}
          refused={refused}
          button="Open the next citation"
          quiet
        />
      ) : null}
      <ol>
        {text.cites.map((id) => {
          const source = read?.library.sources.get(id);
          const places = leanings.filter(({ sources }) => sources.includes(id)).length;
          const isOpened = opened?.has(id) === true;
          return (
            <li key={id} id={`cites-${id}`}>
              <a href={`/desk/${slug}/sources/${id}`}>{source === undefined ? id : renderShortReference(source)}</a>{" "}
              <span class="hint">
                {places} {places === 1 ? "statement leans" : "statements lean"} on it
                {isOpened ? "; you have opened it" : ""}
              </span>
              {record.retractions.has(id) ? <strong class="retracted"> Retracted</strong> : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
