import type { ComponentChildren } from "preact";
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
  if (answer.nextStep === null) return null;
  return (
    <StepBox answer={answer}>
      <Advised answer={answer} bibliography={bibliography} />
      <AlsoDo answer={answer} bibliography={bibliography} />
      <Afterwards answer={answer} />
    </StepBox>
  );
}

/** The same where the bottom line follows at once: what goes along is named, and `NextStepDetail` below says the rest. */
export function NextStepInShort({ answer, bibliography }: NextStepProps) {
  const words = useMessages().step;
  if (answer.nextStep === null) return null;
  return (
    <StepBox answer={answer}>
      <Advised answer={answer} bibliography={bibliography} />
      {answer.alsoDo.length === 0 ? null : (
        <p class="also-do-named">
          {words.alsoDo}: <strong lang="en">{answer.alsoDo.map(({ title }) => title).join("; ")}</strong>
        </p>
      )}
    </StepBox>
  );
}

/** What `NextStepInShort` only names, and what comes after each result; nothing when there is no more to say. */
export function NextStepDetail({ answer, bibliography }: NextStepProps) {
  const words = useMessages().step;
  const { nextStep, alsoDo, followUp, possible } = answer;
  if (nextStep === null || (followUp === null && alsoDo.length + nextStep.next.length + possible.length === 0))
    return null;
  return (
    <section class="next-step-detail" aria-labelledby="next-step-detail">
      <h2 id="next-step-detail">{words.detail}</h2>
      <AlsoDo answer={answer} bibliography={bibliography} />
      <Afterwards answer={answer} />
    </section>
  );
}

function StepBox({ answer, children }: { readonly answer: Answer; readonly children: ComponentChildren }) {
  const open = answer.nextStep?.rule === null ? " next-step-open" : "";
  return <div class={`next-step${open}${answer.alarm ? " next-step-alarm" : ""}`}>{children}</div>;
}

function Advised({ answer, bibliography }: NextStepProps) {
  const messages = useMessages();
  const step = answer.nextStep;
  if (step === null) return null;
  const grade = gradeWords(step.strength, step.certainty, messages);
  const isOpen = step.rule === null;
  return (
    <>
      <p class="next-step-kicker">{kickerOf(answer, isOpen, messages.step)}</p>
      <p class="next-step-title" lang="en">
        {step.title}
      </p>
      <p class="next-step-action" lang="en">
        {asSentence(step.action)}
      </p>
      <p class="next-step-why">
        {answer.secondReading === null ? <span lang="en">{asSentence(step.because)}</span> : null}{" "}
        <CitationMarks citations={step.citations} bibliography={bibliography} />
        {grade === undefined || isOpen ? null : (
          <>
            {" "}
            <span class="grade">{grade}</span>
          </>
        )}
      </p>
    </>
  );
}

/** When to look again, what each result leads to, so that no step is a dead end, and what is still open. */
function Afterwards({ answer }: { readonly answer: Answer }) {
  const words = useMessages().step;
  return (
    <>
      {answer.followUp === null ? null : (
        <p class="follow-up">
          <strong>{words.followUp}</strong>{" "}
          <span lang="en">
            {capitalised(answer.followUp.what)}, {followUpWords(answer.followUp)}.
          </span>
        </p>
      )}
      {answer.nextStep === null ? null : <OnEachResult step={answer.nextStep} />}
      <StillPossible answer={answer} />
    </>
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
            <strong>{advice.title}</strong>
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
            <strong>{advice.title}</strong>
            <br />
            {asSentence(advice.because)}
          </li>
        ))}
      </ul>
    </div>
  );
}
