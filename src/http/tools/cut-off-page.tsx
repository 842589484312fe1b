import type { ComponentChildren } from "preact";
import { renderQuantity } from "../../clinical/quantity.ts";
import type { CutOffTool } from "../../library/model/tools.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { BasisReading, CutOffReading } from "../../tools/cut-off.ts";
import { CitationMarks } from "../components/citation-marks.tsx";
import { PatientField } from "../components/patient-fields.tsx";
import { ErrorSummary } from "../components/patient-panel.tsx";
import { capitalised, truthWords } from "../components/words.ts";
import { type FormField, findField, formFields, labelOf } from "../form-fields.ts";
import type { Messages } from "../messages/en.tsx";
import { ENGLISH, useMessages } from "../messages/language.tsx";
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
  const { again, cutOff: words, result } = useMessages().tools;
  const fields = formFields(pathway);
  const shown = tool.asks.flatMap((name) => findField(fields, name) ?? []);
  const measured = findField(fields, tool.measurement);
  const name = measured === undefined ? tool.measurement : labelOf(measured);
  return (
    <ToolFrame {...props} current="cut-off" title={words.title(<span lang="en">{name}</span>)} lede={words.lede}>
      <form class="tool-form patient-form" method="get" action={`/topics/${topic.slug}/cut-off`} data-patient-form>
        {shown.map((field) => (
          <PatientField key={field.name} field={field} reading={state.reading} />
        ))}
        <Carried fields={fields} shown={shown} reading={state.reading} profile={state.profile} />
        <div class="form-buttons">
          <p role="status" class="result-now" data-patient-status>
            {verdictWords(props, words)}
          </p>
          <button type="submit" class="primary">
            {words.compare}
          </button>
          <a class="reset" href={`/topics/${topic.slug}/cut-off`}>
            {again}
          </a>
        </div>
      </form>
      <section class="tool-result" aria-labelledby="result">
        <div class="result-head">
          <h2 id="result">{result}</h2>
        </div>
        <div class="tool-answer" data-patient-result>
          <ErrorSummary fields={fields} state={state} />
          <WhyNoVerdict {...props} />
          <Alarm answer={state.answer} bibliography={props.bibliography} />
          <Reading {...props} fields={fields} />
          <AdviceInShort topic={topic} state={state} />
          {props.reading?.measured === undefined ? null : (
            <NoteText label={words.label} text={cutOffNote(props, name)} />
          )}
        </div>
      </section>
    </ToolFrame>
  );
}

/** A number that came without what it needs to be read: the pathway's own sentence on why it is not. */
function WhyNoVerdict({ tool, state, pathway, bibliography }: CutOffPageProps) {
  const { noVerdict } = useMessages().tools.cutOff;
  const isUnread = state.reading.errors.some(({ name }) => name === tool.measurement);
  const warning = pathway.warnings.find(({ code }) => code === tool.withoutUnit);
  if (!isUnread || warning === undefined) return null;
  return (
    <div class="verdict verdict-above">
      <p class="verdict-word">{noVerdict}</p>
      <p>
        <span lang="en">{warning.text}</span> <CitationMarks citations={warning.cite} bibliography={bibliography} />
      </p>
    </div>
  );
}

/** The verdict in a few words. What could not be read gives none. */
function verdictWords({ reading, state }: CutOffPageProps, { verdicts }: Messages["tools"]["cutOff"]): string {
  const { errors, unused } = state.reading;
  if (reading === undefined || errors.length + state.problems.length + unused.length > 0) return verdicts.none;
  if (reading.measured === undefined) return verdicts.noValue;
  const { below, equal } = reading.measured;
  if (below === "unknown") return verdicts.open;
  if (below) return reading.rulesOut === true ? verdicts.below : verdicts.belowIf;
  return equal ? verdicts.equal : verdicts.above;
}

function Reading(props: CutOffPageProps & { readonly fields: readonly FormField[] }) {
  const messages = useMessages();
  const words = messages.tools.cutOff;
  const { reading } = props;
  if (reading === undefined) return null;
  const { measured, bases, counts } = reading;
  return (
    <>
      {measured === undefined ? null : <Verdict {...props} reading={measured} verdict={verdictWords(props, words)} />}
      {measured === undefined ? null : <LeftOpen {...props} open={reading.open} />}
      {measured?.below === true ? (
        <div class="counts">
          <p class="label">{words.counts}</p>
          <ul class="check-list">
            {counts.map(({ label, holds }) => (
              <li key={label} class={`holds-${holds}`}>
                <span class="holds">{truthWords(holds, messages)}</span> <span lang="en">{capitalised(label)}</span>
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
  const words = useMessages().tools.cutOff;
  if (open.length === 0) return null;
  const entries = open.map((id) => ({ id, field: findField(fields, id) }));
  const here = entries.filter(({ field }) => field !== undefined && tool.asks.includes(field.name));
  const elsewhere = entries.length - here.length;
  return (
    <div class="needs">
      <p class="label">{words.leftOpen}</p>
      <ul>
        {here.map(({ id, field }) => (
          <li key={id}>
            <a href={`#entry-${field?.name}`} lang="en">
              {field === undefined ? id : labelOf(field)}
            </a>
          </li>
        ))}
        {elsewhere === 0 ? null : (
          <li>
            {words.scoreOpen(<a href={`/topics/${topic.slug}/score${searchOf(state)}`}>{words.theScore}</a>, elsewhere)}
          </li>
        )}
      </ul>
    </div>
  );
}

function Verdict({ reading, verdict }: { readonly reading: BasisReading; readonly verdict: string }) {
  const words = useMessages().tools.cutOff;
  const tone = reading.below === "unknown" ? "open" : reading.below ? "below" : "above";
  return (
    <div class={`verdict verdict-${tone}`}>
      <p class="verdict-word">{verdict}</p>
      <p>
        {words.against(
          reading.value === undefined ? null : <span lang="en">{renderQuantity(reading.value)}</span>,
          reading.inForce === undefined ? words.stillOpen : <span lang="en">{renderQuantity(reading.inForce)}</span>,
          reading.adjusted === true,
        )}
      </p>
      <CutOffScale reading={reading} />
    </div>
  );
}

/** Every cut-off that may hold, each with when it does. */
function CutOffTable({ bases, tool, pathway }: CutOffPageProps & { readonly bases: readonly BasisReading[] }) {
  const words = useMessages().tools.cutOff;
  const ageFrom = pathway.parameters.find(({ id }) => id === tool.ageFrom)?.value.value.toString();
  return (
    <section
      class="table-frame"
      aria-label={words.table}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the table scrolls by itself and must do so by keyboard (WCAG 2.1.1)
      tabIndex={0}
    >
      <table class="cut-offs">
        <caption>{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.basis}</th>
            <th scope="col">{words.laboratory}</th>
            <th scope="col">{words.adjusted}</th>
            <th scope="col">{words.holds}</th>
          </tr>
        </thead>
        <tbody>
          {bases.map((basis) => (
            <tr key={basis.basis}>
              <th scope="row" lang="en">
                {basis.basis}
              </th>
              <td>{laboratoryWords(basis, words)}</td>
              <td>
                {basis.forAge === undefined ? (
                  words.aboveOnly(ageFrom ?? "")
                ) : (
                  <span lang="en">{renderQuantity(basis.forAge)}</span>
                )}
              </td>
              <td>
                {basis.inForce === undefined ? (
                  <strong>{words.open}</strong>
                ) : (
                  <strong lang="en">{renderQuantity(basis.inForce)}</strong>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function laboratoryWords(
  { laboratory, laboratoryPresumed, usual }: BasisReading,
  words: Messages["tools"]["cutOff"],
): ComponentChildren {
  if (laboratory === undefined) return words.notKnown(<span lang="en">{renderQuantity(usual)}</span>);
  const value = <span lang="en">{renderQuantity(laboratory)}</span>;
  return laboratoryPresumed ? words.presumed(value) : value;
}

/** The rule of age in the pathway's own numbers, with where each comes from. */
function CutOffSources({ tool, pathway, bibliography, state }: CutOffPageProps) {
  const words = useMessages().tools.cutOff;
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
              {words.rule(
                <span lang="en">{basis}</span>,
                <span lang="en">{renderQuantity(usual.value)}</span>,
                from.value.value.toString(),
                <span lang="en">{renderQuantity(step.value)}</span>,
              )}{" "}
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
          <p key={code} class="caution raised">
            <span lang="en">{text}</span> <CitationMarks citations={citations} bibliography={bibliography} />
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
    `${verdictWords({ reading, topic, review, state, tool, ...rest }, ENGLISH.messages.tools.cutOff)}.`,
    ...reading.counts.map(({ label, holds }) => `${capitalised(label)}: ${truthWords(holds)}.`),
    ...raised.map(({ text, code }) => `${text} [${code}]`),
    ...adviceLine(state.answer),
    ...noteFooter(topic, review, state.profile),
  ].join("\n");
}
