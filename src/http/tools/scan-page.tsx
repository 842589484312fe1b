import type { NamedSet } from "../../library/model/library.ts";
import type { ScanTool } from "../../library/model/tools.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import { COMPRESSIONS, CONTENTS, type ScanClass, WAVEFORMS } from "../../tools/scan.ts";
import { CitationMarks } from "../components/citation-marks.tsx";
import { NextStep } from "../components/next-step.tsx";
import { PatientField } from "../components/patient-fields.tsx";
import { ErrorSummary } from "../components/patient-panel.tsx";
import { capitalised } from "../components/words.ts";
import { findField, formFields } from "../form-fields.ts";
import { searchOf } from "../patient-search.ts";
import { LegFigure, LOOK_WORDS, lookOf } from "./leg-figure.tsx";
import { LIMITS, type ListedSegment, PROTOCOLS, type ScanForm } from "./scan-reading.ts";
import { CLASS_WORDS, COMPRESSION_WORDS, CONTENT_WORDS, scanReport, WAVEFORM_WORDS } from "./scan-report.ts";
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
  const derived = [tool.feature, tool.waveform].flatMap((name) => findField(fields, name) ?? []);
  const groups = [
    { title: "Required", of: form.segments.filter(({ required }) => required) },
    { title: "Where the symptoms or the protocol ask for them", of: form.segments.filter(({ required }) => !required) },
  ];
  return (
    <ToolFrame
      {...props}
      current="scan"
      title="Scan protocol"
      lede="Mark each segment as you see it. What is not marked or not visualised makes the scan incomplete, never negative."
    >
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
          <legend>About the study</legend>
          <label class="check">
            <input type="checkbox" name="focal" value="yes" checked={form.focal} /> Focal calf pain or a lump: the
            muscular veins and the spot itself become required
          </label>
          <div class="entry">
            <label for="protocol">Protocol</label>
            <select id="protocol" name="protocol">
              <option value="">Not named</option>
              {Object.entries(PROTOCOLS).map(([code, words]) => (
                <option key={code} value={code} selected={code === form.protocol}>
                  {code}: {words}
                </option>
              ))}
            </select>
          </div>
          <fieldset class="limits">
            <legend class="label">Limited by</legend>
            {Object.entries(LIMITS).map(([code, words]) => (
              <label key={code} class="check">
                <input type="checkbox" name="limit" value={code} checked={form.limits.includes(code)} /> {words}
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
            {CLASS_WORDS[form.reading.class]}
          </p>
          <button type="submit" class="primary">
            Read the scan
          </button>
          <a class="reset" href={`/topics/${topic.slug}/scan`}>
            Start again
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
  const isOpen = compression === "partly" || compression === "not";
  return (
    <fieldset class={`segment look-${lookOf(segment)}`} id={`segment-${id}`}>
      <legend>
        <a href={`#vein-${id}`}>{capitalised(label)}</a>
      </legend>
      {note === undefined ? null : <p class="hint">{capitalised(note)}</p>}
      {compresses ? (
        <Choices
          name={`c.${id}`}
          label="Compression"
          options={COMPRESSIONS}
          words={COMPRESSION_WORDS}
          chosen={compression}
        />
      ) : null}
      {hasWaveform ? (
        <Choices name={`w.${id}`} label="Waveform" options={WAVEFORMS} words={WAVEFORM_WORDS} chosen={waveform} />
      ) : null}
      {compresses ? (
        <details class="content" open={isOpen}>
          <summary>Content, where it does not compress</summary>
          <Choices name={`t.${id}`} label="Content" options={CONTENTS} words={CONTENT_WORDS} chosen={content} />
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
  return (
    <div class="segments" role="radiogroup" aria-label={label}>
      <label>
        <input type="radio" name={name} value="" checked={chosen === undefined} />
        <span>
          <span class="visually-hidden">{label}: </span>–<span class="visually-hidden">not marked</span>
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
  return (
    <section class="tool-result scan-result" aria-labelledby="result">
      <div class="result-head">
        <h2 id="result">Reading</h2>
      </div>
      <div class="tool-answer" data-patient-result>
        <ErrorSummary fields={formFields(pathway)} state={state} />
        {form.wrong.length === 0 ? null : (
          <div class="error-summary" role="alert">
            <p class="label">Not a mark of the list, so the segment stays unmarked</p>
            <p>{form.wrong.join(", ")}</p>
          </div>
        )}
        <div class={`verdict ${toneOf(reading.class)}`}>
          <p class="verdict-word">
            {CLASS_WORDS[reading.class]} <code class="code">{reading.class}</code>
          </p>
          <p>{capitalised(reading.because)}.</p>
        </div>
        <Missing form={form} />
        {reading.class === "NOT_STARTED" || state.answer === undefined ? null : (
          <>
            <NextStep answer={state.answer} bibliography={bibliography} />
            <p>
              <a href={`/topics/${topic.slug}${searchOf(state)}#patient`}>Take this result along to the patient</a>
            </p>
          </>
        )}
        <SegmentTable form={form} />
        {contents === undefined ? null : (
          <NoteText label="The report as text" text={scanReport({ topic, tool, form, state, review, leg, contents })} />
        )}
        <p class="hint">
          Segments and required views as the library lists them.{" "}
          <CitationMarks citations={sources} bibliography={bibliography} />
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
  const required = segments.filter(({ required: isRequired }) => isRequired).length;
  const lacking = new Set(reading.missing.map(({ segment }) => segment.id)).size;
  return (
    <div class="needs">
      <p class="label">
        {required - lacking} of {required} required segments complete
      </p>
      {reading.missing.length === 0 ? null : (
        <ul>
          {reading.missing.map(({ segment, what }) => (
            <li key={`${segment.id} ${what}`}>
              <a href={`#segment-${segment.id}`}>{capitalised(segment.label)}</a>:{" "}
              {what === "waveform" ? "waveform not recorded" : what}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The figure in words. */
function SegmentTable({ form }: { readonly form: ScanForm }) {
  return (
    <details class="segment-table">
      <summary class="segment-table-title">The figure as a table</summary>
      <table class="cut-offs">
        <thead>
          <tr>
            <th scope="col">Segment</th>
            <th scope="col">Marked</th>
            <th scope="col">Required</th>
          </tr>
        </thead>
        <tbody>
          {form.segments.map((segment) => (
            <tr key={segment.id}>
              <th scope="row">
                <a href={`#segment-${segment.id}`}>{capitalised(segment.label)}</a>
              </th>
              <td>{LOOK_WORDS[lookOf(segment)]}</td>
              <td>{segment.required ? "yes" : "no"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
