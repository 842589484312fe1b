import type { Answer } from "../../answer/answer-shape.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import { useMessages } from "../messages/language.tsx";

interface Advised {
  readonly answer: Answer | undefined;
  /** Code of the advice before the last change. */
  readonly was: string;
}

/** Sends the code of the advice along, so that the next page can say what a change did. It holds nothing of the patient. */
export function WasAdvised({ state }: { readonly state: Pick<Advised, "answer"> }) {
  const code = state.answer?.nextStep?.code;
  return (
    <span id="was-advised" data-live>
      {code === undefined ? null : <input type="hidden" name="was" value={code} />}
    </span>
  );
}

/** What the last change did to the advice: another step, named with the one before, or the same. */
export function AdviceChanged({
  state: { answer, was },
  pathway,
}: {
  readonly state: Advised;
  readonly pathway: Pathway;
}) {
  const words = useMessages().patient;
  const now = answer?.nextStep;
  const before = pathway.recommendations.find(({ code }) => code === was);
  if (now === null || now === undefined || before === undefined) return null;
  if (before.code === now.code) return <p class="advice-changed hint">{words.sameStep}</p>;
  return (
    <p class="advice-changed">
      <strong>{words.changedStep}</strong> {words.was}: <span lang="en">{before.title}</span>
    </p>
  );
}
