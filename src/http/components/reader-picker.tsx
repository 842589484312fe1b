import { READERS, type Reader } from "../../library/model/article.ts";
import type { Topic } from "../../library/model/topic.ts";
import { useMessages } from "../messages/language.tsx";
import { DEPTHS, type Depth } from "../reading-depth.ts";

interface ReaderPickerProps {
  readonly topic: Topic;
  readonly reader: Reader;
  readonly depth: Depth;
}

/** Which reader the text is written for: a choice of language in the address, never a gate. What is not written yet says so. */
export function ReaderPicker({ topic, reader: current, depth }: ReaderPickerProps) {
  const { writtenFor, names, notWritten } = useMessages().readers;
  return (
    <nav class="readers" aria-label={writtenFor}>
      <span class="readers-label" aria-hidden="true">
        {writtenFor}
      </span>
      {READERS.map((reader) => (
        <a
          key={reader}
          class={topic.articles[reader] === undefined ? "not-written" : undefined}
          href={addressOf(topic, reader, depth)}
          aria-current={reader === current ? "page" : undefined}
        >
          {names[reader]}
          {topic.articles[reader] === undefined ? <span class="visually-hidden">{notWritten}</span> : null}
        </a>
      ))}
    </nav>
  );
}

/** How much of the text is shown. The shortest is offered only where the author said what belongs to it. */
export function DepthPicker({
  topic,
  reader,
  depth: current,
  depths,
}: ReaderPickerProps & { readonly depths: readonly Depth[] }) {
  const words = useMessages().readers;
  return (
    <nav class="readers depths" aria-label={words.howMuch}>
      <span class="readers-label" aria-hidden="true">
        {words.readIn}
      </span>
      {DEPTHS.filter((depth) => depths.includes(depth)).map((depth) => (
        <a key={depth} href={addressOf(topic, reader, depth)} aria-current={depth === current ? "page" : undefined}>
          {words.depths[depth]}
        </a>
      ))}
    </nav>
  );
}

/** A reader without a text of their own is shown the clinician's, and told. */
export function VariantNote({ topic, reader }: { readonly topic: Topic; readonly reader: Reader }) {
  const { fallback, names } = useMessages().readers;
  if (topic.articles[reader] !== undefined || topic.articles.clinician === undefined) return null;
  return (
    <p class="caution" role="note">
      {fallback(names[reader])}
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
