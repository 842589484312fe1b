import { renderQuantity } from "../../clinical/quantity.ts";
import type { CutOffTool } from "../../library/model/tools.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { BasisReading, CutOffReading } from "../../tools/cut-off.ts";
import { CitationMarks } from "../components/citation-marks.tsx";
import { PatientField } from "../components/patient-fields.tsx";
import { ErrorSummary } from "../components/patient-panel.tsx";
import { capitalised, truthWords } from "../components/words.ts";
import { type FormField, findField, formFields, labelOf } from "../form-fields.ts";
import { searchOf } from "../patient-search.ts";
import { AdviceInShort, Alarm } from "./advice-in-short.tsx";
import { CutOffScale } from "./cut-off-scale.tsx";
import { adviceLine, noteFooter } from "./note.ts";
import { type ToolContext, ToolFrame } from "./tool-frame.tsx";
import { Carried, NoteText } from "./tool-parts.tsx";

export interface CutOffPageProps extends ToolContext {
  readonly pathway: Pathway;
  readonly tool: CutOffTool;
  /** Absent when an entry could not be read: then there is no verdict, and the page says why. */
  readonly reading: CutOffReading | undefined;
}

/** A measured value against the cut-off of its unit, basis, laboratory and age, and whether a negative result counts. */
export function CutOffPage(props: CutOffPageProps) {
  const { topic, pathway, tool, state } = props;
  const fields = formFields(pathway);
  const shown = tool.asks.flatMap((name) => findField(fields, name) ?? []);
  const measured = findField(fields, tool.measurement);
  const name = measured === undefined ? tool.measurement : labelOf(measured);
  return (
    <ToolFrame
      {...props}
      current="cut-off"
      title={`${name}: which cut-off holds?`}
      lede="Negative means strictly below the cut-off; the very cut-off is positive. Without unit and basis there is no verdict."
    >
      <form class="tool-form patient-form" method="get" action={`/topics/${topic.slug}/cut-off`} data-patient-form>
        {shown.map((field) => (
          <PatientField key={field.name} field={field} reading={state.reading} />
        ))}
        <Carried fields={fields} shown={shown} reading={state.reading} profile={state.profile} />
        <div class="form-buttons">
          <p role="status" class="result-now" data-patient-status>
            {verdictWords(props)}
          </p>
          <button type="submit" class="primary">
            Compare
          </button>
          <a class="reset" href={`/topics/${topic.slug}/cut-off`}>
            Start again
          </a>
        </div>
      </form>
      <section class="tool-result" aria-labelledby="result">
        <div class="result-head">
          <h2 id="result">Result</h2>
        </div>
        <div class="tool-answer" data-patient-result>
          <ErrorSummary fields={fields} state={state} />
          <WhyNoVerdict {...props} />
          <Alarm answer={state.answer} bibliography={props.bibliography} />
          <Reading {...props} fields={fields} />
          <AdviceInShort topic={topic} state={state} />
          {props.reading?.measured === undefined ? null : (
            <NoteText label="The comparison as text for the record" text={cutOffNote(props, name)} />
          )}
        </div>
      </section>
    </ToolFrame>
  );
}

/** A number that came without what it needs to be read: the pathway's own sentence on why it is not. */
function WhyNoVerdict({ tool, state, pathway, bibliography }: CutOffPageProps) {
  const isUnread = state.reading.errors.some(({ name }) => name === tool.measurement);
  const warning = pathway.warnings.find(({ code }) => code === tool.withoutUnit);
  if (!isUnread || warning === undefined) return null;
  return (
    <div class="verdict verdict-above">
      <p class="verdict-word">No verdict</p>
      <p>
        {warning.text} <CitationMarks citations={warning.cite} bibliography={bibliography} />
      </p>
    </div>
  );
}

/** The verdict in a few words. What could not be read gives none. */
function verdictWords({ reading, state }: CutOffPageProps): string {
  const { errors, unused } = state.reading;
  if (reading === undefined || errors.length + state.problems.length + unused.length > 0) return "No verdict";
  if (reading.measured === undefined) return "No value yet";
  const { below, equal } = reading.measured;
  if (below === "unknown") return "Open: it depends on which cut-off holds";
  if (below) return reading.rulesOut === true ? "Below the cut-off" : "Below the cut-off, but see whether that counts";
  return equal ? "Exactly the cut-off: positive" : "Above the cut-off: positive";
}

function Reading(props: CutOffPageProps & { readonly fields: readonly FormField[] }) {
  const { reading } = props;
  if (reading === undefined) return null;
  const { measured, bases, counts } = reading;
  return (
    <>
      {measured === undefined ? null : <Verdict {...props} reading={measured} verdict={verdictWords(props)} />}
      {measured === undefined ? null : <LeftOpen {...props} open={reading.open} />}
      {measured?.below === true ? (
        <div class="counts">
          <p class="label">A result below the cut-off rules out by itself only where all of these hold</p>
          <ul class="check-list">
            {counts.map(({ label, holds }) => (
              <li key={label} class={`holds-${holds}`}>
                <span class="holds">{truthWords(holds)}</span> {capitalised(label)}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <CutOffTable {...props} bases={measured === undefined ? bases : [measured]} />
      <CutOffSources {...props} />
    </>
  );
}

/** What leaves the verdict open: entries of this form, and the score as one line, whatever number of its items is open. */
function LeftOpen(
  props: CutOffPageProps & { readonly fields: readonly FormField[]; readonly open: readonly string[] },
) {
  const { open, fields, tool, state, topic } = props;
  if (open.length === 0) return null;
  const entries = open.map((id) => ({ id, field: findField(fields, id) }));
  const here = entries.filter(({ field }) => field !== undefined && tool.asks.includes(field.name));
  const elsewhere = entries.length - here.length;
  return (
    <div class="needs">
      <p class="label">What leaves it open</p>
      <ul>
        {here.map(({ id, field }) => (
          <li key={id}>
            <a href={`#entry-${field?.name}`}>{field === undefined ? id : labelOf(field)}</a>
          </li>
        ))}
        {elsewhere === 0 ? null : (
          <li>
            <a href={`/topics/${topic.slug}/score${searchOf(state)}`}>The score</a>: {elsewhere}{" "}
            {elsewhere === 1 ? "item is" : "items are"} not answered
          </li>
        )}
      </ul>
    </div>
  );
}

function Verdict({ reading, verdict }: { readonly reading: BasisReading; readonly verdict: string }) {
  const tone = reading.below === "unknown" ? "open" : reading.below ? "below" : "above";
  return (
    <div class={`verdict verdict-${tone}`}>
      <p class="verdict-word">{verdict}</p>
      <p>
        {reading.value === undefined ? null : renderQuantity(reading.value)}
        {reading.inForce === undefined
          ? " against a cut-off that is still open"
          : ` against ${renderQuantity(reading.inForce)}`}
        {reading.adjusted === true ? ", the age-adjusted cut-off" : ""}.
      </p>
      <CutOffScale reading={reading} />
    </div>
  );
}

/** Every cut-off that may hold, each with when it does. */
function CutOffTable({ bases, tool, pathway }: CutOffPageProps & { readonly bases: readonly BasisReading[] }) {
  const ageFrom = pathway.parameters.find(({ id }) => id === tool.ageFrom)?.value.value.toString();
  return (
    <table class="cut-offs">
      <caption>Cut-offs for this patient</caption>
      <thead>
        <tr>
          <th scope="col">Basis</th>
          <th scope="col">Laboratory</th>
          <th scope="col">Age-adjusted</th>
          <th scope="col">Holds</th>
        </tr>
      </thead>
      <tbody>
        {bases.map((basis) => (
          <tr key={basis.basis}>
            <th scope="row">{basis.basis}</th>
            <td>{laboratoryWords(basis)}</td>
            <td>{basis.forAge === undefined ? `above ${ageFrom} years only` : renderQuantity(basis.forAge)}</td>
            <td>
              <strong>{basis.inForce === undefined ? "open" : renderQuantity(basis.inForce)}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function laboratoryWords({ laboratory, laboratoryPresumed, usual }: BasisReading): string {
  if (laboratory === undefined) return `not known (usual: ${renderQuantity(usual)})`;
  return laboratoryPresumed ? `${renderQuantity(laboratory)}, presumed` : renderQuantity(laboratory);
}

/** The rule of age in the pathway's own numbers, with where each comes from. */
function CutOffSources({ tool, pathway, bibliography, state }: CutOffPageProps) {
  const parameter = (id: string) => pathway.parameters.find((one) => one.id === id);
  const from = parameter(tool.ageFrom);
  const raised = state.answer?.warningTexts ?? [];
  return (
    <div class="cut-off-rule">
      <ul class="standing">
        {tool.bases.map(({ basis, step: stepId, usual: usualId }) => {
          const step = parameter(stepId);
          const usual = parameter(usualId);
          if (step === undefined || usual === undefined || from === undefined) return null;
          return (
            <li key={basis}>
              {basis}: {renderQuantity(usual.value)}; above {from.value.value.toString()} {from.noun ?? ""} the age
              times {renderQuantity(step.value)}.{" "}
              <CitationMarks
                citations={[...new Map([...usual.cite, ...step.cite].map((one) => [one.source, one])).values()]}
                bibliography={bibliography}
              />
            </li>
          );
        })}
      </ul>
      {raised
        .filter(({ code }) => tool.warnings.includes(code))
        .map(({ code, text, citations }) => (
          <p key={code} class="caution">
            {text} <CitationMarks citations={citations} bibliography={bibliography} /> <code class="code">{code}</code>
          </p>
        ))}
    </div>
  );
}

function cutOffNote({ reading, topic, review, state, tool, ...rest }: CutOffPageProps, name: string): string {
  const measured = reading?.measured;
  if (reading === undefined || measured?.value === undefined) return "";
  const { inForce, adjusted, laboratory } = measured;
  const raised = state.answer?.warningTexts.filter(({ code }) => tool.warnings.includes(code)) ?? [];
  return [
    `${name}: ${renderQuantity(measured.value)}.`,
    `Cut-off: ${inForce === undefined ? "open" : renderQuantity(inForce)}${adjusted === true ? ` (age-adjusted; laboratory ${laboratory === undefined ? "not known" : renderQuantity(laboratory)})` : ""}.`,
    `${verdictWords({ reading, topic, review, state, tool, ...rest })}.`,
    ...reading.counts.map(({ label, holds }) => `${capitalised(label)}: ${truthWords(holds)}.`),
    ...raised.map(({ text, code }) => `${text} [${code}]`),
    ...adviceLine(state.answer),
    ...noteFooter(topic, review, state.profile),
  ].join("\n");
}
