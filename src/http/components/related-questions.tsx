import type { Answer } from "../../answer/answer-shape.ts";
import { AskForm } from "./ask-form.tsx";

/** Questions that bear on this one, with the reason. What nothing answers yet says so instead of linking nowhere. */
export function RelatedQuestions({ related }: { readonly related: Answer["related"] }) {
  if (related.length === 0) return null;
  return (
    <section class="related" aria-labelledby="related">
      <h2 id="related">Related questions</h2>
      <ul>
        {related.map((item) => (
          <li key={item.question}>
            {item.href === null ? (
              <span class="related-open">{item.question}</span>
            ) : (
              <a href={item.href}>{item.question}</a>
            )}
            <span class="related-why">
              {item.relation}: {item.why}
              {item.href === null ? ". Not answered here yet." : ""}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function NotAnswered({ items }: { readonly items: Answer["notAnswered"] }) {
  if (items.length === 0) return null;
  return (
    <section class="not-answered" aria-labelledby="not-answered">
      <h2 id="not-answered">Not answered here</h2>
      <ul>
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
  return (
    <section class="follow-up-box" aria-labelledby="follow-up-heading">
      <h2 id="follow-up-heading">Ask a follow-up</h2>
      <AskForm
        id="follow-up-question"
        label="Your follow-up question"
        hideLabel
        hint="Say again what matters about the patient: nothing is carried over but what you write."
      />
    </section>
  );
}
