import type { Answer } from "../../answer/answer-shape.ts";
import type { Profile } from "../../pathway/model/pathway.ts";
import { asSentence, capitalised, followUpWords } from "./words.ts";

/** What one guideline leads to for this patient. */
export interface ProfileAdvice {
  readonly profile: Profile;
  readonly answer: Answer;
}

/** Guidelines side by side where they differ for this patient; one line where they do not. */
export function ProfileComparison({
  byProfile,
  current,
}: {
  readonly byProfile: readonly ProfileAdvice[];
  readonly current: string;
}) {
  if (byProfile.length < 2) return null;
  const outcomes = new Set(byProfile.map(({ answer }) => outcomeOf(answer)));
  if (outcomes.size === 1)
    return (
      <p class="profiles-agree hint">
        All {byProfile.length} guidelines of this pathway lead to the same step for this patient.
      </p>
    );
  return (
    <details class="profiles-differ" open>
      <summary>Guidelines differ for this patient</summary>
      <ul>
        {byProfile.map(({ profile, answer }) => (
          <li key={profile.id} class={profile.id === current ? "followed" : undefined}>
            <p class="label">
              {profile.label}
              {profile.id === current ? " (followed here)" : ""}
            </p>
            <p>
              <strong>{answer.nextStep?.title}</strong> <code class="code">{answer.nextStep?.code}</code>
            </p>
            <p>
              {asSentence(answer.nextStep?.because ?? "")}
              {answer.followUp === null
                ? ""
                : ` ${capitalised(answer.followUp.what)}, ${followUpWords(answer.followUp)}.`}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Step and windows together: the same step in another window is a difference. */
function outcomeOf({ nextStep, followUp, alsoDo }: Answer): string {
  return JSON.stringify([nextStep?.code, followUp?.what, followUp?.windows, alsoDo.map(({ code }) => code)]);
}
