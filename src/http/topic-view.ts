import type { Answer } from "../answer/answer-shape.ts";
import type { Wellspring } from "../answer/wellspring.ts";
import { type Citation, toCitation } from "../evidence/citation.ts";
import { type Article, type Statement, statementsOf } from "../library/model/article.ts";
import type { Topic } from "../library/model/topic.ts";
import type { Pathway } from "../pathway/model/pathway.ts";
import { type Bibliography, numberSources } from "./bibliography.ts";
import type { PatientState } from "./components/patient-panel.tsx";
import type { ProfileAdvice } from "./components/profile-comparison.tsx";
import { findField, formFields } from "./form-fields.ts";
import { type EntryError, type FormReading, readForm } from "./form-findings.ts";
import { toProblemError } from "./problem.ts";

/** Citations in the order in which a reader of the article meets them, those of the patient's advice last. */
export function bibliographyOf({ sources }: Topic, article: Article, answer: Answer | undefined): Bibliography {
  const inText = statementsOf(article).flatMap((statement: Statement) => statement.citations);
  return numberSources([...inText, ...(answer === undefined ? [] : adviceCitations(answer))], sources);
}

/** Every citation that the parts of a page about one patient print. */
export function adviceCitations(answer: Answer): readonly Citation[] {
  return [
    ...(answer.nextStep?.citations ?? []),
    ...answer.alsoDo.flatMap((advice) => advice.citations),
    ...answer.warningTexts.flatMap((warning) => warning.citations),
    ...answer.trace.flatMap((step) => step.citations),
  ].map(toCitation);
}

/** How a tool's page reads its query: parameters of its own, and whether it shows something of a patient nothing is known of. */
export interface ToolReading {
  readonly own?: readonly string[];
  readonly evenEmpty?: boolean;
}

/** Runs the pathway on what the form says. When an entry cannot be read nothing is run: an answer that ignored it would mislead. */
export function patientState(
  topic: Topic,
  query: URLSearchParams,
  wellspring: Wellspring,
  tool: ToolReading = {},
): PatientState | undefined {
  const { pathway } = topic;
  if (pathway === undefined) return undefined;
  const reading = readForm(pathway, query, tool.own);
  const asked = query.get("profile") ?? "";
  const profile = asked === "" ? pathway.defaultProfile : asked;
  const was = query.get("was") ?? "";
  const state = { reading, profile, answer: undefined, problems: [], was, byProfile: [] };
  if (!pathway.profiles.some((known) => known.id === profile))
    return {
      ...state,
      profile: pathway.defaultProfile,
      problems: ["the guideline chosen is not one of this pathway's"],
    };
  const isEmpty = Object.keys(reading.findings).length === 0;
  if (reading.errors.length > 0 || (isEmpty && tool.evenEmpty !== true)) return state;
  const evaluated = wellspring.evaluate(topic, { findings: reading.findings, profile });
  if (evaluated.ok) {
    const byProfile = isEmpty ? [] : adviceByProfile(topic, pathway, reading.findings, wellspring);
    return { ...state, answer: evaluated.value, byProfile };
  }
  const located = locate(
    topic,
    reading,
    evaluated.diagnostics.map((found) => toProblemError(found, featureIds(topic))),
  );
  return { ...state, reading: { ...reading, errors: located.errors }, problems: located.problems };
}

/** What each guideline leads to for the same findings. */
function adviceByProfile(
  topic: Topic,
  { profiles }: Pathway,
  findings: FormReading["findings"],
  wellspring: Wellspring,
): readonly ProfileAdvice[] {
  return profiles.flatMap((profile) => {
    const evaluated = wellspring.evaluate(topic, { findings, profile: profile.id });
    return evaluated.ok ? [{ profile, answer: evaluated.value }] : [];
  });
}

/** Puts the engine's refusals beside their fields; what names no field is told above the form. */
function locate(
  topic: Topic,
  reading: FormReading,
  refusals: readonly { readonly message: string; readonly help: string; readonly field?: string | undefined }[],
): { readonly errors: readonly EntryError[]; readonly problems: readonly string[] } {
  const fields = topic.pathway === undefined ? [] : formFields(topic.pathway);
  const errors: EntryError[] = [...reading.errors];
  const problems: string[] = [];
  for (const { message, help, field } of refusals) {
    const entry = field === undefined ? undefined : findField(fields, field);
    if (entry === undefined) problems.push(`${message}; ${help}`);
    else errors.push({ name: entry.name, message: `${message}; ${help}` });
  }
  return { errors, problems };
}

function featureIds(topic: Topic): ReadonlySet<string> {
  return new Set(topic.pathway?.features.map((feature) => feature.id));
}
