import type { Answer } from "../../answer/answer-shape.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { Bibliography } from "../bibliography.ts";
import type { Correction } from "../corrections.ts";
import { useMessages } from "../messages/language.tsx";
import { CitationMarks } from "./citation-marks.tsx";
import { asSentence, truthWords } from "./words.ts";

interface ResultProps {
  readonly answer: Answer;
  readonly bibliography: Bibliography;
}

/** Cautions that the pathway raises for this patient. */
export function Warnings({ answer, bibliography }: ResultProps) {
  const words = useMessages().patient;
  if (answer.warningTexts.length === 0) return null;
  return (
    <div class="warnings">
      <p class="label">{words.warnings}</p>
      <ul>
        {answer.warningTexts.map((warning) => (
          <li key={warning.code}>
            <span lang="en">{warning.text}</span>{" "}
            <CitationMarks citations={warning.citations} bibliography={bibliography} />
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Contradictions({ answer }: { readonly answer: Answer }) {
  const words = useMessages().patient;
  if (answer.contradictions.length === 0) return null;
  return (
    <div class="contradictions" role="note">
      <p class="label">{words.contradictions}</p>
      <ul>
        {answer.contradictions.map((contradiction) => (
          <li key={contradiction.message} lang="en">
            {contradiction.message}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A longer list is folded; its title says how many there are. */
const SHOWN_UNFOLDED = 5;

interface PresumptionsProps {
  readonly answer: Answer;
  /** One press that says what is so instead; absent for what follows from other entries. */
  readonly correct?: (presumed: Answer["presumed"][number]) => Correction | undefined;
  readonly unfolded?: boolean;
}

/** What was taken for granted because nobody said otherwise. A presumption never rules disease out. */
export function Presumptions({ answer, correct, unfolded = false }: PresumptionsProps) {
  const words = useMessages().patient;
  if (answer.presumed.length === 0) return null;
  const list = (
    <ul>
      {answer.presumed.map((finding) => (
        <li key={finding.feature}>
          <span lang="en">
            {finding.label}: <strong>{finding.display}</strong>
          </span>{" "}
          <CorrectionLink correction={correct?.(finding)} />
        </li>
      ))}
    </ul>
  );
  const title = words.presumed;
  if (answer.presumed.length <= SHOWN_UNFOLDED)
    return (
      <div class="presumptions">
        <p class="label">{title}</p>
        {list}
      </div>
    );
  return (
    <details class="presumptions" open={unfolded}>
      <summary>
        {title} ({answer.presumed.length})
      </summary>
      {list}
    </details>
  );
}

function CorrectionLink({ correction }: { readonly correction: Correction | undefined }) {
  const { correct } = useMessages().patient;
  if (correction === undefined) return null;
  return (
    <a class="change" href={correction.href}>
      {correct[correction.says]}
    </a>
  );
}

interface TraceProps extends ResultProps {
  readonly pathway: Pathway | undefined;
}

/** Each rule that was looked at, in order, from findings to source. */
export function Trace({ answer, bibliography, pathway }: TraceProps) {
  const messages = useMessages();
  if (answer.trace.length === 0) return null;
  const labels = new Map(pathway?.features.map((feature) => [feature.id, feature.label]));
  const stages = new Map(pathway?.stages.map((stage) => [stage.id, stage.label]));
  return (
    <details class="trace">
      <summary>{messages.patient.trace}</summary>
      <ol>
        {answer.trace.map((step) => (
          <li key={`${step.stage} ${step.rule}`} class={`outcome-${step.outcome}`}>
            <p>
              <span class="trace-stage" lang="en">
                {stages.get(step.stage) ?? step.stage}
              </span>{" "}
              <span class="outcome">{truthWords(step.outcome, messages)}</span>
            </p>
            <p>
              <span lang="en">{asSentence(step.because)}</span>{" "}
              <CitationMarks citations={step.citations} bibliography={bibliography} />
            </p>
            {step.findings.length === 0 ? null : (
              <p class="trace-findings">
                {messages.patient.lookedAt}:{" "}
                <span lang="en">{step.findings.map((id) => labels.get(id) ?? id).join("; ")}</span>
              </p>
            )}
            <code class="code">{step.rule}</code>
          </li>
        ))}
      </ol>
    </details>
  );
}
