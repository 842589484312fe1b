import type { Answer } from "../../answer/answer-shape.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { Bibliography } from "../bibliography.ts";
import { NextStep } from "../components/next-step.tsx";
import type { PatientState } from "../components/patient-panel.tsx";
import { asSentence } from "../components/words.ts";
import { useMessages } from "../messages/language.tsx";
import { searchOf } from "../patient-search.ts";

/** An emergency is shown in full on every tool's page: no score and no number comes before it. */
export function Alarm({
  answer,
  bibliography,
}: {
  readonly answer: Answer | undefined;
  readonly bibliography: Bibliography;
}) {
  return answer?.alarm === true ? <NextStep answer={answer} bibliography={bibliography} /> : null;
}

/** What the pathway advises for all that is known, with the way to the whole of it. */
export function AdviceInShort({ topic, state }: { readonly topic: Topic; readonly state: PatientState }) {
  const { step, tools } = useMessages();
  const { answer } = state;
  if (answer?.nextStep === null || answer === undefined || answer.alarm) return null;
  if (Object.keys(state.reading.findings).length === 0) return null;
  const { nextStep } = answer;
  return (
    <div class="advice-in-short">
      <p class="label">{nextStep.rule === null ? step.open : step.next}</p>
      <p>
        <strong lang="en">{nextStep.title}</strong>
      </p>
      <p lang="en">{asSentence(nextStep.because)}</p>
      <p>
        <a href={`/topics/${topic.slug}${searchOf(state)}#patient`}>{tools.inFull}</a>
      </p>
    </div>
  );
}
