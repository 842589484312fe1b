import { READERS, type Reader } from "../../library/model/article.ts";
import type { Topic } from "../../library/model/topic.ts";
import { DEPTHS, type Depth } from "../reading-depth.ts";
import { READER_WORDS } from "./words.ts";

interface ReaderPickerProps {
  readonly topic: Topic;
  readonly reader: Reader;
  readonly depth: Depth;
}

/** Which reader the text is written for: a choice of language in the address, never a gate. What is not written yet says so. */
export function ReaderPicker({ topic, reader: current, depth }: ReaderPickerProps) {
  return (
    <nav class="readers" aria-label="Written for">
      <span class="readers-label" aria-hidden="true">
        Written for
      </span>
      {READERS.map((reader) => (
        <a
          key={reader}
          class={topic.articles[reader] === undefined ? "not-written" : undefined}
          href={addressOf(topic, reader, depth)}
          aria-current={reader === current ? "page" : undefined}
        >
          {READER_WORDS[reader]}
          {topic.articles[reader] === undefined ? <span class="visually-hidden"> (not written yet)</span> : null}
        </a>
      ))}
    </nav>
  );
}

const DEPTH_WORDS: Readonly<Record<Depth, string>> = { brief: "10 seconds", minute: "1 minute", full: "Everything" };

/** How much of the text is shown. The shortest is offered only where the author said what belongs to it. */
export function DepthPicker({
  topic,
  reader,
  depth: current,
  depths,
}: ReaderPickerProps & { readonly depths: readonly Depth[] }) {
  return (
    <nav class="readers depths" aria-label="How much to read">
      <span class="readers-label" aria-hidden="true">
        Read in
      </span>
      {DEPTHS.filter((depth) => depths.includes(depth)).map((depth) => (
        <a key={depth} href={addressOf(topic, reader, depth)} aria-current={depth === current ? "page" : undefined}>
          {DEPTH_WORDS[depth]}
        </a>
      ))}
    </nav>
  );
}

/** A reader without a text of their own is shown the clinician's, and told. */
export function VariantNote({ topic, reader }: { readonly topic: Topic; readonly reader: Reader }) {
  if (topic.articles[reader] !== undefined || topic.articles.clinician === undefined) return null;
  return (
    <p class="caution" role="note">
      Not written for this reader yet ({READER_WORDS[reader].toLowerCase()}). What follows is the clinician's text.
    </p>
  );
}

function addressOf({ slug }: Topic, reader: Reader, depth: Depth): string {
  const query = new URLSearchParams({
    ...(reader === "clinician" ? {} : { reader }),
    ...(depth === "full" ? {} : { depth }),
  }).toString();
  return `/topics/${slug}${query === "" ? "" : `?${query}`}`;
}
