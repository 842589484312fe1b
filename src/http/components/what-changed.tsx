import type { Topic } from "../../library/model/topic.ts";
import { dateWords } from "./words.ts";

/** Each version of the text with its date and what changed, newest first, as its author lists it. */
export function WhatChanged({ topic: { changes } }: { readonly topic: Topic }) {
  if (changes.length === 0) return null;
  return (
    <section class="changes" aria-labelledby="what-changed">
      <h2 id="what-changed">What changed</h2>
      <ol>
        {changes.map(({ version, date, what }) => (
          <li key={version}>
            <p class="change-facts">
              Version {version}, <time dateTime={date}>{dateWords(date)}</time>
            </p>
            <p>{what}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
