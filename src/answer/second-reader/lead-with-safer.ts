import type { Pathway, Recommendation } from "../../pathway/model/pathway.ts";
import type { Answer } from "../answer-shape.ts";
import { presentCitations } from "../present/present-advice.ts";
import type { PatientAnswer } from "../present/present-evaluation.ts";
import type { Doubt } from "./doubt.ts";

type NextStep = NonNullable<Answer["nextStep"]>;

/**
 * Where two readings of a text differ, the safer step leads until the reader has confirmed what was read. The step to which the findings
 * lead stays beside it, as what is open; nothing else of the patient's answer changes, for it comes from the findings.
 */
export function leadWithSafer(
  patient: PatientAnswer,
  doubt: Doubt,
  { recommendations, outcomes }: Pathway,
  texts: number,
): PatientAnswer {
  const { nextStep: first } = patient;
  const safer = recommendations.find(({ code }) => code === doubt.step);
  if (first === null || safer === undefined) throw new Error("a doubt is about a step, and for one of the pathway");
  const isSettled = first.code !== outcomes.needs && first.code !== outcomes.contradiction;
  return {
    ...patient,
    alarm: safer.emergency,
    nextStep: presentSafer(safer, first, texts),
    followUp: null,
    possible: isSettled ? [asOpen(first, patient.followUp), ...patient.possible] : patient.possible,
    secondReading: {
      first: { code: first.code, title: first.title, alarm: patient.alarm },
      second: { code: safer.code, title: safer.title, alarm: safer.emergency },
      likelihood: { ...doubt.probability },
      texts,
    },
  };
}

function presentSafer(
  { code, title, action, strength, certainty, next, cite }: Recommendation,
  first: NextStep,
  texts: number,
): NextStep {
  return {
    code,
    title,
    action,
    because:
      `two readings of the text differ: what was read of it leads to “${first.title}”, but taken as a whole it is more like those of ` +
      `patients for whom “${title}” is right (compared with ${texts} example patients); until what was read has been confirmed the safer step leads`,
    alsoDo: first.alsoDo,
    strength,
    certainty,
    citations: presentCitations(cite),
    next: next.map(({ on, step }) => ({ on, step })),
    rule: null,
  };
}

function asOpen(
  { code, title, action, citations }: NextStep,
  followUp: Answer["followUp"],
): Answer["possible"][number] {
  return { code, title, action, because: "if what was read from the text is right", citations, followUp };
}
