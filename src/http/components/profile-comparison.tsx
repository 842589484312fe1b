import type { Answer } from "../../answer/answer-shape.ts";
import type { Profile } from "../../pathway/model/pathway.ts";
import { useMessages } from "../messages/language.tsx";
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
  const words = useMessages().patient;
  if (byProfile.length < 2) return null;
  const outcomes = new Set(byProfile.map(({ answer }) => outcomeOf(answer)));
  if (outcomes.size === 1) return <p class="profiles-agree hint">{words.profilesAgree(byProfile.length)}</p>;
  return (
    <details class="profiles-differ" open>
      <summary>{words.profilesDiffer}</summary>
      <ul>
        {byProfile.map(({ profile, answer }) => (
          <li key={profile.id} class={profile.id === current ? "followed" : undefined}>
            <p class="label">
              <span lang="en">{profile.label}</span>
              {profile.id === current ? words.followedHere : ""}
            </p>
            <p lang="en">
              <strong>{answer.nextStep?.title}</strong>
            </p>
            <p lang="en">
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
