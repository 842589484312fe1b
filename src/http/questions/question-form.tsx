import { MAX_QUESTION_WORDS } from "../../review/question-box.ts";
import { useMessages } from "../messages/language.tsx";

/** Gives a question to the board: the words stand there to be changed, and nothing is kept unless the reader agrees. */
export function QuestionForm({ question }: { readonly question: string }) {
  const words = useMessages().board;
  return (
    <section class="give-question" aria-labelledby="give-question">
      <h2 id="give-question">{words.give}</h2>
      <form class="ask" method="post" action="/questions">
        <label for="words">{words.words}</label>
        <textarea id="words" name="words" rows={4} maxLength={MAX_QUESTION_WORDS} required>
          {question}
        </textarea>
        <label>
          <input type="checkbox" name="agreed" value="yes" required /> {words.agree}
        </label>
        <button type="submit" class="button">
          {words.button}
        </button>
      </form>
      <p class="hint">{words.hint}</p>
    </section>
  );
}
