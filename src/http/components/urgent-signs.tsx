import type { Refusal } from "../../answer/answer-shape.ts";

/** Signs are printed with what they stand on, as every statement is. */
function basisOf({ urgentSigns }: NonNullable<Refusal["subject"]>): string {
  const cited = urgentSigns.flatMap(({ citations }) => citations.map(({ source }) => source));
  return cited.length === 0 ? "House rule: no source is cited for these signs." : `Sources: ${cited.join(", ")}.`;
}

/** What must not wait, whatever was asked. */
export function UrgentSigns({ refusal }: { readonly refusal: Refusal }) {
  if (refusal.urgentSigns.length === 0) return null;
  return (
    <section class="urgent" aria-labelledby="urgent">
      <h2 id="urgent">Do not wait with any of these</h2>
      <ul>
        {refusal.urgentSigns.map((sign) => (
          <li key={sign}>{sign}</li>
        ))}
      </ul>
      {refusal.subject === null ? null : <p class="hint">{basisOf(refusal.subject)}</p>}
    </section>
  );
}
