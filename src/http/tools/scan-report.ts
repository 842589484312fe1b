import type { AnswerReview } from "../../answer/answer-shape.ts";
import type { NamedSet } from "../../library/model/terms.ts";
import type { ScanTool } from "../../library/model/tools.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { ScanClass } from "../../tools/scan.ts";
import type { PatientState } from "../components/patient-panel.tsx";
import { capitalised, followUpWords } from "../components/words.ts";
import { findField, formFields, labelOf } from "../form-fields.ts";
import { ENGLISH } from "../messages/language.tsx";
import { adviceLine, noteFooter } from "./note.ts";
import type { ListedSegment, ScanForm } from "./scan-reading.ts";
import { typedWords } from "./tool-parts.tsx";

/** A text for the record stays in the language of its clinical words. */
const WORDS = ENGLISH.messages.tools.scan;

/** Classes that somebody has to be told of. */
const CRITICAL: readonly ScanClass[] = ["ACUTE_PROXIMAL", "ACUTE_ISOLATED_DISTAL", "SUPERFICIAL_ONLY"];

/** To be filled in by hand: who the patient is never stands in a form or an address. */
const BLANK = "________";

interface ScanReport {
  readonly topic: Topic;
  readonly tool: ScanTool;
  readonly form: ScanForm;
  readonly state: PatientState;
  readonly review: AnswerReview;
  readonly leg: "left" | "right" | undefined;
  readonly contents: NamedSet;
}

/** The report in the order of the library's list of what it contains; every part of the list has its line. */
export function scanReport({ topic, tool, form, state, review, leg, contents }: ScanReport): string {
  const lines: Readonly<Record<string, readonly string[]>> = {
    "patient-and-date": [`Patient: ${BLANK}  Date: ${BLANK}`],
    indication: [`Indication: ${BLANK}  Side: ${leg ?? BLANK}  Duration of symptoms: ${BLANK}`],
    protocol: [`Protocol: ${protocolWords(form)}  Device: ${BLANK}  Operator: ${BLANK}`],
    segments: ["Segments:", ...form.segments.flatMap(segmentLine)],
    waveforms: [`Waveforms: ${waveformWords(form)}.`],
    clot: [`Clot: ${clotWords(form, tool, topic, state)}`],
    comparison: [`Comparison: earlier study of (date) ${BLANK}, or none available.`],
    limits: [
      `Limits: ${form.limits.length === 0 ? "none named" : form.limits.map((limit) => WORDS.limits[limit]).join(", ")}.`,
      `Not visualised or not examined: ${missingWords(form)}.`,
    ],
    "other-findings": [`Other findings, with size: ${BLANK}`],
    impression: [
      `Impression: ${WORDS.classes[form.reading.class]} [${form.reading.class}]. ${capitalised(form.reading.because)}.`,
    ],
    "follow-up": [`Follow-up: ${followUpOf(state)}`, ...adviceLine(state.answer)],
    "critical-result": CRITICAL.includes(form.reading.class) ? [`Told to: ${BLANK}  at: ${BLANK}`] : [],
  };
  return [
    "Venous duplex of the leg",
    ...contents.members.flatMap(({ id, label }) => lines[id] ?? [`${capitalised(label)}: ${BLANK}`]),
    ...noteFooter(topic, review, state.profile),
  ].join("\n");
}

function protocolWords({ protocol }: ScanForm): string {
  return protocol === "" ? BLANK : `${protocol}, ${WORDS.protocols[protocol]}`;
}

/** A required segment is always in the report; another one when it was looked at. */
function segmentLine({
  label,
  required,
  compresses,
  compression,
  content,
  waveform,
}: ListedSegment): readonly string[] {
  if (!compresses) return [];
  if (compression === undefined) return required ? [`- ${capitalised(label)}: not examined`] : [];
  if (compression === "not-seen") return [`- ${capitalised(label)}: not visualised, neither clear nor blocked`];
  const words =
    compression === "full"
      ? "compresses fully"
      : `compresses ${compression === "not" ? "not" : "partly"}, content ${content ?? "undecided"}`;
  const wave = waveform === undefined ? "" : `; waveform ${WORDS.waveforms[waveform].toLowerCase()}`;
  return [`- ${capitalised(label)}: ${words}${wave}`];
}

function waveformWords({ segments }: ScanForm): string {
  return segments
    .filter(({ hasWaveform }) => hasWaveform)
    .map(
      ({ label, waveform }) =>
        `${label}: ${waveform === undefined ? "not recorded" : WORDS.waveforms[waveform].toLowerCase()}`,
    )
    .join("; ");
}

function clotWords({ reading, segments }: ScanForm, tool: ScanTool, topic: Topic, state: PatientState): string {
  const involved = segments.filter(({ id }) => reading.involved.some((one) => one.id === id));
  involved.sort((left, right) => left.rank - right.rank);
  if (involved.length === 0) return "none seen in what was examined.";
  const names = involved.map(({ label, content }) => `${label} (${content ?? "undecided"})`);
  const fields = topic.pathway === undefined ? [] : formFields(topic.pathway);
  const typed = (name: string) => state.reading.typed.get(name) ?? "";
  const measured = tool.measures.flatMap((name) => findField(fields, name) ?? []);
  const sizes = measured.map(
    (field) => `${labelOf(field)}: ${typed(field.name) === "" ? BLANK : typedWords(field, typed)}`,
  );
  const ends = `upper end in the ${involved[0]?.label}, lower end in the ${involved.at(-1)?.label}`;
  return [`${names.join(", ")}; ${ends}`, ...sizes, `occlusive: ${BLANK}`].join("; ");
}

function missingWords({ reading }: ScanForm): string {
  const words = reading.missing.map(
    ({ segment, what }) => `${segment.label} (${what === "waveform" ? "waveform" : what})`,
  );
  return words.length === 0 ? "nothing that is required" : words.join(", ");
}

function followUpOf({ answer }: PatientState): string {
  if (answer === undefined || answer.followUp === null) return "none by this pathway.";
  return `${answer.followUp.what}, ${followUpWords(answer.followUp)}.`;
}
