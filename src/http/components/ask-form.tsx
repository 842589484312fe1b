import { MAX_QUESTION_CHARACTERS } from "../../answer/wellspring.ts";
import { useMessages } from "../messages/language.tsx";

interface AskFormProps {
  /** One line in the header of a page. */
  readonly compact?: boolean;
  readonly question?: string;
  readonly label?: string;
  /** The heading above the box says the same. */
  readonly hideLabel?: boolean;
  readonly hint?: string;
  readonly error?: string;
  /** Tells two boxes of one page apart. */
  readonly id?: string;
  /** What an earlier answer understood: the question is then sent as its follow-up. */
  readonly exchange?: string | undefined;
}

/** The ask box: a plain form whose only field is what the reader typed. */
export function AskForm({
  compact = false,
  question,
  label,
  hideLabel = compact,
  hint,
  error,
  id = "ask",
  exchange,
}: AskFormProps) {
  const words = useMessages().ask;
  const hints = [hint === undefined ? undefined : `${id}-hint`, error === undefined ? undefined : `${id}-error`];
  const describedBy = hints.filter(Boolean).join(" ") || undefined;
  return (
    <form class={compact ? "ask ask-compact" : "ask"} action="/ask" method={exchange === undefined ? "get" : "post"}>
      {exchange === undefined ? null : <input type="hidden" name="exchange" value={exchange} />}
      <label for={id} class={hideLabel ? "visually-hidden" : undefined}>
        {label ?? words.label}
      </label>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p class="entry-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div class="ask-row">
        {compact ? (
          <input
            id={id}
            name="q"
            type="text"
            enterkeyhint="search"
            required
            autocomplete="off"
            maxlength={MAX_QUESTION_CHARACTERS}
            placeholder={words.label}
            data-ask
            data-suggest
          />
        ) : (
          <textarea
            id={id}
            name="q"
            rows={3}
            required
            autocomplete="off"
            dir="auto"
            aria-describedby={describedBy}
            aria-invalid={error === undefined ? undefined : "true"}
            data-ask
            data-suggest={exchange === undefined ? "" : undefined}
          >
            {question ?? ""}
          </textarea>
        )}
        <button type="submit" class="primary">
          {words.button}
        </button>
      </div>
    </form>
  );
}
