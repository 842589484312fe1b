import type { Refusal } from "../../answer/answer-shape.ts";
import type { Messages } from "../messages/en.tsx";
import { useMessages } from "../messages/language.tsx";

/** Signs are printed with what they stand on, as every statement is. */
function basisOf({ urgentSigns }: NonNullable<Refusal["subject"]>, words: Messages["answer"]): string {
  const cited = urgentSigns.flatMap(({ citations }) => citations.map(({ source }) => source));
  return cited.length === 0 ? words.urgentHouseRule : words.urgentSources(cited.join(", "));
}

/** What must not wait, whatever was asked. */
export function UrgentSigns({ refusal }: { readonly refusal: Refusal }) {
  const words = useMessages().answer;
  if (refusal.urgentSigns.length === 0) return null;
  return (
    <section class="urgent" aria-labelledby="urgent">
      <h2 id="urgent">{words.urgent}</h2>
      <ul>
        {refusal.urgentSigns.map((sign) => (
          <li key={sign} lang="en">
            {sign}
          </li>
        ))}
      </ul>
      {refusal.subject === null ? null : <p class="hint">{basisOf(refusal.subject, words)}</p>}
    </section>
  );
}
