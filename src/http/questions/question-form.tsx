import { MAX_QUESTION_WORDS } from "../../review/question-box.ts";

/** Gives a question to the board: the words stand there to be changed, and nothing is kept unless the reader agrees. */
export function QuestionForm({ question }: { readonly question: string }) {
  return (
    <section class="give-question" aria-labelledby="give-question">
      <h2 id="give-question">Give this question to the board</h2>
      <form class="ask" method="post" action="/questions">
        <label for="words">The question, in words that may be kept. Leave out everything about a person.</label>
        <textarea id="words" name="words" rows={4} maxLength={MAX_QUESTION_WORDS} required>
          {question}
        </textarea>
        <label>
          <input type="checkbox" name="agreed" value="yes" required /> I have read these words; the board may keep them.
        </label>
        <button type="submit" class="button">
          Give it to the board
        </button>
      </form>
      <p class="hint">It becomes a topic only if a person takes it up. You get a code to see what has become of it.</p>
    </section>
  );
}
