import type { Signature } from "../../review/model/review-record.ts";
import { dueDateOf, openFlags } from "../../review/model/text-state.ts";
import { codeOfHash } from "../../review/reader/short-code.ts";
import { missingSignatures, validSignatures } from "../../review/rules/count-signatures.ts";
import { dateWords } from "../components/words.ts";
import { deadlineWords } from "./queue-page.tsx";
import type { TextView } from "./text-view.ts";

/** Where the texts of a topic stand: what is in force, what is worked on, who wrote and signed, what is lacking. */
export function StandingView({ view }: { readonly view: TextView }) {
  const { known, edition, force, slug, record } = view;
  const { open, tombstone } = known;
  const nameOf = (id: string) => record.people.get(id)?.name ?? id;
  const signed = (signatures: readonly Signature[]) =>
    signatures.map(({ agent, capacity, recorded }) => (
      <li key={agent}>
        Signed by {nameOf(agent)} ({capacity}) on {dateWords(recorded)}
      </li>
    ));
  const flags = [edition, open].flatMap((text) => (text === undefined ? [] : openFlags(known, text.hash)));
  const lacks = open === undefined ? [] : missingSignatures(record, slug, open);
  return (
    <section class="standing" aria-label="Where it stands">
      {tombstone === undefined ? null : (
        <p class="caution">
          Withdrawn on {dateWords(tombstone.recorded)} by {nameOf(tombstone.agent)}: {tombstone.reason}
        </p>
      )}
      {[...new Map(flags.map((flag) => [flag.entry, flag])).values()].map(({ entry, reason, agent, recorded }) => (
        <p key={entry} class="caution">
          Flag {entry}, {dateWords(recorded)}, {nameOf(agent)}: {reason}
        </p>
      ))}
      <dl>
        <div>
          <dt>Under work</dt>
          <dd>
            {open === undefined ? (
              "nothing"
            ) : (
              <>
                <strong>{open.stage.replaceAll("-", " ")}</strong> since {dateWords(open.since)}, written by{" "}
                {open.authors.map(nameOf).join(", ")}; code {codeOfHash(open.hash)};{" "}
                {open.proof === "no-pathway" ? "no pathway" : `pathway ${open.proof.replaceAll("-", " ")}`}
                <ul>
                  {signed(validSignatures(record, slug, open, open.signatures))}
                  {lacks.length === 0 ? null : <li>Lacks {lacks.join(", ")}</li>}
                </ul>
                <code class="hash">{open.hash}</code>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>In force</dt>
          <dd>
            {edition === undefined ? (
              force === "withdrawn" ? (
                "nothing: withdrawn"
              ) : (
                "no edition yet"
              )
            ) : (
              <>
                Edition {edition.number}, <strong>{force}</strong>, published {dateWords(edition.published)}, due again{" "}
                {dateWords(dueDateOf(edition))}; code {codeOfHash(edition.hash)}
                <ul>
                  {signed(edition.signatures)}
                  {edition.confirming.map(({ agent, capacity }) => (
                    <li key={agent}>
                      Confirmed so far by {nameOf(agent)} ({capacity})
                    </li>
                  ))}
                </ul>
                {edition.correction === undefined || edition.correction.ratified !== undefined ? null : (
                  <p class="caution">
                    Emergency correction by {nameOf(edition.correction.officer)}: {edition.correction.reason} To be
                    ratified by {deadlineWords(edition.correction.ratifyBy)}.
                  </p>
                )}
                <code class="hash">{edition.hash}</code>
              </>
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}
