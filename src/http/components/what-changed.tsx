import type { Topic } from "../../library/model/topic.ts";
import { useMessages } from "../messages/language.tsx";

/** Each version of the text with its date and what changed, newest first, as its author lists it. */
export function WhatChanged({ topic: { changes } }: { readonly topic: Topic }) {
  const { date: dayOf, topic } = useMessages();
  if (changes.length === 0) return null;
  return (
    <section class="changes" aria-labelledby="what-changed">
      <h2 id="what-changed">{topic.changed}</h2>
      <ol>
        {changes.map(({ version, date, what }) => (
          <li key={version}>
            <p class="change-facts">{topic.versionOf(version, <time dateTime={date}>{dayOf(date)}</time>)}</p>
            <p lang="en">{what}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
