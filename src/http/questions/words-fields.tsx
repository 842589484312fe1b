import { MAX_QUESTION_WORDS } from "../../review/question-box.ts";
import { useMessages } from "../messages/language.tsx";

interface WordsFieldsProps {
  readonly id: string;
  readonly label: string;
  readonly button: string;
  /** What stands there to be changed. */
  readonly words?: string;
}

/** The end of every form that gives something to the board: the words, the agreement that they are kept, and the button. */
export function WordsFields({ id, label, button, words = "" }: WordsFieldsProps) {
  const { agree } = useMessages().board;
  return (
    <>
      <label for={id}>{label}</label>
      <textarea id={id} name="words" rows={4} maxLength={MAX_QUESTION_WORDS} required>
        {words}
      </textarea>
      <label>
        <input type="checkbox" name="agreed" value="yes" required /> {agree}
      </label>
      <button type="submit" class="button">
        {button}
      </button>
    </>
  );
}
