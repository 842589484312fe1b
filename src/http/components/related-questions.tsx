import type { Answer } from "../../answer/answer-shape.ts";
import { useMessages } from "../messages/language.tsx";
import { AskForm } from "./ask-form.tsx";
import { asSentence } from "./words.ts";

/** Questions that bear on this one, with the reason. What nothing answers yet says so instead of linking nowhere. */
export function RelatedQuestions({ related }: { readonly related: Answer["related"] }) {
  const { answer: words, status } = useMessages();
  if (related.length === 0) return null;
  return (
    <section class="related" aria-labelledby="related">
      <h2 id="related">{words.related}</h2>
      <ul>
        {related.map((item) => (
          <li key={item.question}>
            {item.href === null ? (
              <span class="related-open" lang="en">
                {item.question}
              </span>
            ) : (
              <a href={item.href} lang="en">
                {item.question}
              </a>
            )}
            <span class="related-why">
              <span lang="en">
                {item.relation}: {asSentence(item.why)}
              </span>
              {item.href === null ? ` ${words.notYet}` : ""}
              {item.status === null ? "" : ` ${words.reviewed}: ${status.words[item.status]}.`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function NotAnswered({ items }: { readonly items: Answer["notAnswered"] }) {
  const words = useMessages().answer;
  if (items.length === 0) return null;
  return (
    <section class="not-answered" aria-labelledby="not-answered">
      <h2 id="not-answered">{words.notAnswered}</h2>
      <ul lang="en">
        {items.map((item) => (
          <li key={item.what}>
            <strong>{item.what}</strong>: {item.why}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A box under a text that is about no patient yet: it sends what is written in it and nothing else. */
export function NextQuestionBox() {
  const words = useMessages().answer;
  return (
    <section class="follow-up-box" aria-labelledby="follow-up-heading">
      <h2 id="follow-up-heading">{words.followUp}</h2>
      <AskForm id="follow-up-question" label={words.followUpLabel} hideLabel hint={words.followUpAlone} />
    </section>
  );
}
