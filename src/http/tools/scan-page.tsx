import type { NamedSet } from "../../library/model/terms.ts";
import type { ScanTool } from "../../library/model/tools.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import { COMPRESSIONS, CONTENTS, type ScanClass, WAVEFORMS } from "../../tools/scan.ts";
import { CitationMarks } from "../components/citation-marks.tsx";
import { NextStep } from "../components/next-step.tsx";
import { PatientField } from "../components/patient-fields.tsx";
import { ErrorSummary } from "../components/patient-panel.tsx";
import { capitalised } from "../components/words.ts";
import { findField, formFields } from "../form-fields.ts";
import { useMessages } from "../messages/language.tsx";
import { searchOf } from "../patient-search.ts";
import { LegFigure, lookOf } from "./leg-figure.tsx";
import { LIMITS, type ListedSegment, PROTOCOLS, type ScanForm } from "./scan-reading.ts";
import { scanReport } from "./scan-report.ts";
import { type ToolContext, ToolFrame } from "./tool-frame.tsx";
import { Carried, NoteText } from "./tool-parts.tsx";

export interface ScanPageProps extends ToolContext {
  readonly pathway: Pathway;
  readonly tool: ScanTool;
  readonly form: ScanForm;
  readonly leg: "left" | "right" | undefined;
  readonly contents: NamedSet | undefined;
  readonly sources: readonly { readonly source: string }[];
}

/** The scan as a checklist bound to a figure: what is marked gives class, completeness, next step and report. */
export function ScanPage(props: ScanPageProps) {
  const { topic, pathway, tool, state, form, leg } = props;
  const fields = formFields(pathway);
  const asked = tool.asks.flatMap((name) => findField(fields, name) ?? []);
  const { again, scan: words } = useMessages().tools;
  const derived = [tool.feature, tool.waveform].flatMap((name) => findField(fields, name) ?? []);
  const groups = [
    { title: words.required, of: form.segments.filter(({ required }) => required) },
    { title: words.byProtocol, of: form.segments.filter(({ required }) => !required) },
  ];
  return (
    <ToolFrame {...props} current="scan" title={words.title} lede={words.lede}>
      <div class="scan-side">
        <div id="scan-figure" data-live>
          <LegFigure segments={form.segments} leg={leg} />
        </div>
      </div>
      <form
        class="tool-form patient-form scan-form"
        method="get"
        action={`/topics/${topic.slug}/scan`}
        data-patient-form
      >
        {groups.map(({ title, of }) => (
          <fieldset key={title} class="segment-group">
            <legend>{title}</legend>
            {of.map((segment) => (
              <SegmentRow key={segment.id} segment={segment} />
            ))}
          </fieldset>
        ))}
        <fieldset class="segment-group about">
          <legend>{words.about}</legend>
          <label class="check">
            <input type="checkbox" name="focal" value="yes" checked={form.focal} /> {words.focal}
          </label>
          <div class="entry">
            <label for="protocol">{words.protocol}</label>
            <select id="protocol" name="protocol">
              <option value="">{words.notNamed}</option>
              {PROTOCOLS.map((code) => (
                <option key={code} value={code} selected={code === form.protocol}>
                  {words.named(code, words.protocols[code])}
                </option>
              ))}
            </select>
          </div>
          <fieldset class="limits">
            <legend class="label">{words.limitedBy}</legend>
            {LIMITS.map((code) => (
              <label key={code} class="check">
                <input type="checkbox" name="limit" value={code} checked={form.limits.includes(code)} />{" "}
                {words.limits[code]}
              </label>
            ))}
          </fieldset>
          {asked.map((field) => (
            <PatientField key={field.name} field={field} reading={state.reading} />
          ))}
        </fieldset>
        <Carried fields={fields} shown={[...asked, ...derived]} reading={state.reading} profile={state.profile} />
        <div class="form-buttons">
          <p role="status" class="result-now" data-patient-status>
            {words.classes[form.reading.class]}
          </p>
          <button type="submit" class="primary">
            {words.read}
          </button>
          <a class="reset" href={`/topics/${topic.slug}/scan`}>
            {again}
          </a>
        </div>
      </form>
      <Result {...props} />
    </ToolFrame>
  );
}

/** One vein: compression, content where it does not compress, waveform where the protocol asks for it. */
function SegmentRow({ segment }: { readonly segment: ListedSegment }) {
  const { id, label, note, compresses, hasWaveform, compression, content, waveform } = segment;
  const words = useMessages().tools.scan;
  const isOpen = compression === "partly" || compression === "not";
  return (
    <fieldset class={`segment look-${lookOf(segment)}`} id={`segment-${id}`}>
      <legend>
        <a href={`#vein-${id}`} lang="en">
          {capitalised(label)}
        </a>
      </legend>
      {note === undefined ? null : (
        <p class="hint" lang="en">
          {capitalised(note)}
        </p>
      )}
      {compresses ? (
        <Choices
          name={`c.${id}`}
          label={words.compression}
          options={COMPRESSIONS}
          words={words.compressions}
          chosen={compression}
        />
      ) : null}
      {hasWaveform ? (
        <Choices
          name={`w.${id}`}
          label={words.waveform}
          options={WAVEFORMS}
          words={words.waveforms}
          chosen={waveform}
        />
      ) : null}
      {compresses ? (
        <details class="content" open={isOpen}>
          <summary>{words.contentWhere}</summary>
          <Choices name={`t.${id}`} label={words.content} options={CONTENTS} words={words.contents} chosen={content} />
        </details>
      ) : null}
    </fieldset>
  );
}

interface ChoicesProps<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly options: readonly T[];
  readonly words: Readonly<Record<T, string>>;
  readonly chosen: T | undefined;
}

function Choices<T extends string>({ name, label, options, words, chosen }: ChoicesProps<T>) {
  const { notMarked } = useMessages().tools.scan;
  return (
    <div class="segments" role="radiogroup" aria-label={label}>
      <label>
        <input type="radio" name={name} value="" checked={chosen === undefined} />
        <span>
          <span class="visually-hidden">{label}: </span>–<span class="visually-hidden">{notMarked}</span>
        </span>
      </label>
      {options.map((option) => (
        <label key={option}>
          <input type="radio" name={name} value={option} checked={chosen === option} />
          <span>{words[option]}</span>
        </label>
      ))}
    </div>
  );
}

function Result(props: ScanPageProps) {
  const { form, topic, pathway, state, bibliography, tool, review, leg, contents, sources } = props;
  const { reading } = form;
  const words = useMessages().tools.scan;
  return (
    <section class="tool-result scan-result" aria-labelledby="result">
      <div class="result-head">
        <h2 id="result">{words.reading}</h2>
      </div>
      <div class="tool-answer" data-patient-result>
        <ErrorSummary fields={formFields(pathway)} state={state} />
        {form.wrong.length === 0 ? null : (
          <div class="error-summary" role="alert">
            <p class="label">{words.noMark}</p>
            <p>
              <code>{form.wrong.join(", ")}</code>
            </p>
          </div>
        )}
        <div class={`verdict ${toneOf(reading.class)}`}>
          <p class="verdict-word">{words.classes[reading.class]}</p>
          <p lang="en">{capitalised(reading.because)}.</p>
        </div>
        <Missing form={form} />
        {reading.class === "NOT_STARTED" || state.answer === undefined ? null : (
          <>
            <NextStep answer={state.answer} bibliography={bibliography} />
            <p>
              <a href={`/topics/${topic.slug}${searchOf(state)}#patient`}>{words.takeAlong}</a>
            </p>
          </>
        )}
        <SegmentTable form={form} />
        {contents === undefined ? null : (
          <NoteText label={words.label} text={scanReport({ topic, tool, form, state, review, leg, contents })} />
        )}
        <p class="hint">
          {words.listed} <CitationMarks citations={sources} bibliography={bibliography} />
        </p>
      </div>
    </section>
  );
}

function toneOf(found: ScanClass): string {
  if (found === "NORMAL_COMPLETE") return "verdict-below";
  return found === "NOT_STARTED" || found === "NORMAL_PROXIMAL_ONLY" ? "verdict-open" : "verdict-above";
}

/** What is still missing for a complete scan. */
function Missing({ form: { reading, segments } }: { readonly form: ScanForm }) {
  const words = useMessages().tools.scan;
  const required = segments.filter(({ required: isRequired }) => isRequired).length;
  const lacking = new Set(reading.missing.map(({ segment }) => segment.id)).size;
  return (
    <div class="needs">
      <p class="label">{words.complete(required - lacking, required)}</p>
      {reading.missing.length === 0 ? null : (
        <ul>
          {reading.missing.map(({ segment, what }) => (
            <li key={`${segment.id} ${what}`}>
              <a href={`#segment-${segment.id}`} lang="en">
                {capitalised(segment.label)}
              </a>
              : {what === "waveform" ? words.noWaveform : <span lang="en">{what}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The figure in words. */
function SegmentTable({ form }: { readonly form: ScanForm }) {
  const { tools, truth } = useMessages();
  const words = tools.scan;
  return (
    <details class="segment-table">
      <summary class="segment-table-title">{words.asTable}</summary>
      <table class="cut-offs">
        <thead>
          <tr>
            <th scope="col">{words.segment}</th>
            <th scope="col">{words.marked}</th>
            <th scope="col">{words.required}</th>
          </tr>
        </thead>
        <tbody>
          {form.segments.map((segment) => (
            <tr key={segment.id}>
              <th scope="row">
                <a href={`#segment-${segment.id}`} lang="en">
                  {capitalised(segment.label)}
                </a>
              </th>
              <td>{words.looks[lookOf(segment)]}</td>
              <td>{segment.required ? truth.yes : truth.no}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
