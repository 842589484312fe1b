import { useMessages } from "../messages/language.tsx";
import { WordsFields } from "./words-fields.tsx";

/** Gives a question to the board: the words stand there to be changed, and nothing is kept unless the reader agrees. */
export function QuestionForm({ question }: { readonly question: string }) {
  const words = useMessages().board;
  return (
    <section class="give-question" aria-labelledby="give-question">
      <h2 id="give-question">{words.give}</h2>
      <form class="ask" method="post" action="/questions">
        <WordsFields id="words" label={words.words} button={words.button} words={question} />
      </form>
      <p class="hint">{words.hint}</p>
    </section>
  );
}
