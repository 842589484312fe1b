import type { Answer } from "../../answer/answer-shape.ts";
import type { FormReading } from "../form-findings.ts";
import { useMessages } from "../messages/language.tsx";

interface SecondReadingProps {
  readonly answer: Answer;
  readonly question: string;
  readonly profile: string | undefined;
  readonly reading: FormReading | undefined;
}

/** That two readings of the text differ, which of them leads, and the button that says the findings were read rightly. */
export function SecondReading(props: SecondReadingProps) {
  const words = useMessages().secondReading;
  const { secondReading } = props.answer;
  if (secondReading === null) return null;
  const { first, second, texts } = secondReading;
  return (
    <section class="second-reading" aria-labelledby="second-reading">
      <h2 id="second-reading">{words.title}</h2>
      <p>{words.why(<span lang="en">{first.title}</span>, <span lang="en">{second.title}</span>, texts)}</p>
      <p>{words.look(<a href="#patient">{words.found}</a>)}</p>
      <ConfirmReading {...props} />
    </section>
  );
}

/** Asks the same again; in a conversation, goes on from it. */
function ConfirmReading({ answer: { conversation }, question, profile, reading }: SecondReadingProps) {
  const { confirm } = useMessages().secondReading;
  const isFollowed = conversation !== null && conversation.followed !== null;
  const sent: readonly (readonly [string, string])[] = isFollowed
    ? [["exchange", conversation.exchange]]
    : [
        ["q", question],
        ...(profile === undefined ? [] : [["profile", profile] as const]),
        ...(reading === undefined ? [] : [...reading.typed].filter(([, typed]) => typed !== "")),
      ];
  return (
    <form action="/ask" method={isFollowed ? "post" : "get"}>
      {[...sent, ["reading", "confirmed"] as const].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="button">
        {confirm}
      </button>
    </form>
  );
}
