import { linksOf, renderReference } from "../../evidence/reference.ts";
import type { Source } from "../../evidence/source.ts";
import type { Retraction } from "../../review/model/review-record.ts";
import type { Leaning } from "../../review/text/leaning-on.ts";
import type { Assets } from "../assets.ts";
import { dateWords } from "../components/words.ts";
import { ActForm } from "./act-form.tsx";
import { DeskFrame } from "./desk-frame.tsx";
import type { Visitor } from "./visitor.ts";

interface CitationPageProps {
  readonly assets: Assets;
  readonly visitor: Visitor;
  readonly id: string;
  /** The publication as the text has it; nothing when its register does not hold the key. */
  readonly source: Source | undefined;
  readonly retraction: Retraction | undefined;
  readonly leanings: readonly Leaning[];
  /** Of the text that is being reviewed; absent where a source is looked at for itself. */
  readonly review?: {
    readonly slug: string;
    readonly title: string;
    readonly hash: string;
    readonly isOpened: boolean;
    readonly mayOpen: boolean;
    /** The next citation that this person has not opened. */
    readonly next: string | undefined;
  };
}

/** One source: its bibliographic entry, and every statement, rule and number that leans on it. */
export function CitationPage({ assets, visitor, id, source, retraction, leanings, review }: CitationPageProps) {
  return (
    <DeskFrame title={source?.title ?? id} assets={assets} visitor={visitor}>
      <p class="kicker">
        {review === undefined ? (
          <a href="/desk/board/sources">Sources</a>
        ) : (
          <a href={`/desk/${review.slug}#cites-${id}`}>{review.title}</a>
        )}
      </p>
      <h1>{source?.title ?? id}</h1>
      {retraction === undefined ? null : (
        <p class="caution">
          Retracted, recorded on {dateWords(retraction.recorded)}: {retraction.reason}
        </p>
      )}
      {source === undefined ? (
        <p class="caution">The register of sources does not hold this key.</p>
      ) : (
        <Entry source={source} />
      )}
      <h2>What leans on it</h2>
      {leanings.length === 0 ? <p>No statement, rule or number.</p> : null}
      <ul class="leanings">
        {leanings.map(({ topic, part, id: place, text }) => (
          <li key={`${topic} ${part} ${place}`}>
            <span class="hint">
              {review === undefined ? `${topic}, ` : ""}
              {part}, <code>{place}</code>
            </span>
            <br />
            {text}
          </li>
        ))}
      </ul>
      {review === undefined ? null : <Opening id={id} review={review} />}
    </DeskFrame>
  );
}

function Entry({ source }: { readonly source: Source }) {
  return (
    <div class="bibliographic">
      <p>{renderReference(source)}</p>
      <ul>
        {linksOf(source).map(({ label, href, verify }) => (
          <li key={href}>
            <a href={href} rel="noopener noreferrer" target="_blank">
              {label}
            </a>
            {verify ? <span class="hint"> (taken from memory, to be verified)</span> : null}
          </li>
        ))}
      </ul>
      {source.toVerify.length === 0 ? null : <p class="hint">To be verified: {source.toVerify.join(", ")}.</p>}
    </div>
  );
}

function Opening({ id, review }: { readonly id: string; readonly review: NonNullable<CitationPageProps["review"]> }) {
  const { slug, hash, isOpened, mayOpen, next } = review;
  if (!mayOpen) return null;
  const toOpen = isOpened ? next : id;
  return (
    <div class="opening">
      <p>{isOpened ? "It stands in the log that you have opened this citation." : "You have not opened it yet."}</p>
      {toOpen === undefined ? (
        <p>
          You have opened every citation. <a href={`/desk/${slug}#next`}>Go on to the text</a>
        </p>
      ) : (
        <ActForm
          activity="open-citation"
          place={slug}
          about={{ hash, source: toOpen }}
          button={isOpened ? "Open the next citation" : "Record that I have opened it"}
        />
      )}
    </div>
  );
}
