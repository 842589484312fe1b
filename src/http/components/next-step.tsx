import type { Answer } from "../../answer/answer-shape.ts";
import type { Bibliography } from "../bibliography.ts";
import type { Messages } from "../messages/en.tsx";
import { useMessages } from "../messages/language.tsx";
import { CitationMarks } from "./citation-marks.tsx";
import { asSentence, capitalised, followUpWords, gradeWords } from "./words.ts";

interface NextStepProps {
  readonly answer: Answer;
  readonly bibliography: Bibliography;
}

/** What the pathway advises for this patient, largest on the page, with what goes along and when to look again. */
export function NextStep({ answer, bibliography }: NextStepProps) {
  const messages = useMessages();
  const step = answer.nextStep;
  if (step === null) return null;
  const grade = gradeWords(step.strength, step.certainty, messages);
  const isOpen = step.rule === null;
  return (
    <div class={`next-step${isOpen ? " next-step-open" : ""}${answer.alarm ? " next-step-alarm" : ""}`}>
      <p class="next-step-kicker">{kickerOf(answer, isOpen, messages.step)}</p>
      <p class="next-step-title">
        <span lang="en">{step.title}</span> <code class="code">{step.code}</code>
      </p>
      <p class="next-step-action" lang="en">
        {asSentence(step.action)}
      </p>
      <p class="next-step-why">
        <span lang="en">{asSentence(step.because)}</span>{" "}
        <CitationMarks citations={step.citations} bibliography={bibliography} />
        {grade === undefined || isOpen ? null : (
          <>
            {" "}
            <span class="grade">{grade}</span>
          </>
        )}
      </p>
      <AlsoDo answer={answer} bibliography={bibliography} />
      {answer.followUp === null ? null : (
        <p class="follow-up">
          <strong>{messages.step.followUp}</strong>{" "}
          <span lang="en">
            {capitalised(answer.followUp.what)}, {followUpWords(answer.followUp)}.
          </span>
        </p>
      )}
      <OnEachResult step={step} />
      <StillPossible answer={answer} />
    </div>
  );
}

function kickerOf({ alarm }: Answer, isOpen: boolean, words: Messages["step"]): string {
  if (alarm) return words.now;
  return isOpen ? words.open : words.next;
}

function AlsoDo({ answer, bibliography }: NextStepProps) {
  const words = useMessages().step;
  if (answer.alsoDo.length === 0) return null;
  return (
    <div class="also-do">
      <p class="label">{words.alsoDo}</p>
      <ul>
        {answer.alsoDo.map((advice) => (
          <li key={advice.code} lang="en">
            <strong>{advice.title}</strong> <code class="code">{advice.code}</code>
            <br />
            {asSentence(advice.action)} {asSentence(advice.because)}{" "}
            <CitationMarks citations={advice.citations} bibliography={bibliography} />
            {advice.followUp === null
              ? null
              : ` ${capitalised(advice.followUp.what)}, ${followUpWords(advice.followUp)}.`}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What each result leads to, so that no step is a dead end. */
function OnEachResult({ step }: { readonly step: NonNullable<Answer["nextStep"]> }) {
  if (step.next.length === 0) return null;
  return (
    <dl class="on-result">
      {step.next.map((next) => (
        <div key={next.on}>
          <dt lang="en">If {next.on}</dt>
          <dd lang="en">{capitalised(next.step)}</dd>
        </div>
      ))}
    </dl>
  );
}

function StillPossible({ answer }: { readonly answer: Answer }) {
  const words = useMessages().step;
  if (answer.possible.length === 0) return null;
  return (
    <div class="possible">
      <p class="label">{words.possible}</p>
      <ul>
        {answer.possible.map((advice) => (
          <li key={advice.code} lang="en">
            <strong>{advice.title}</strong> <code class="code">{advice.code}</code>
            <br />
            {asSentence(advice.because)}
          </li>
        ))}
      </ul>
    </div>
  );
}
