import type { Topic } from "../../library/model/topic.ts";
import { findField, formFields, labelOf } from "../form-fields.ts";

/** A tool of a topic: its address below the topic's, and its name. */
export interface ToolLink {
  readonly path: "questions" | "score" | "cut-off" | "chances" | "scan";
  readonly label: string;
  /** What it is for, in one line. */
  readonly purpose: string;
}

/** The tools that a topic has something for, in the order in which they are of use at the bedside. */
export function toolsOf({ pathway, tools }: Topic): readonly ToolLink[] {
  if (pathway === undefined) return [];
  const questions = {
    path: "questions",
    label: "Step by step",
    purpose: "one question at a time, the best first",
  } as const;
  if (tools === undefined) return [questions];
  const score = pathway.scores.find(({ id }) => id === tools.score?.score);
  const measured = tools.cutOff === undefined ? undefined : findField(formFields(pathway), tools.cutOff.measurement);
  return [
    questions,
    ...(score === undefined
      ? []
      : [{ path: "score", label: "Score", purpose: `${score.label} on one screen` } as const]),
    ...(measured === undefined
      ? []
      : [
          {
            path: "cut-off",
            label: `${labelOf(measured)} cut-off`,
            purpose: "the value against the cut-off of its unit, basis and age",
          } as const,
        ]),
    ...(tools.chances === undefined
      ? []
      : [
          {
            path: "chances",
            label: "Chances",
            purpose: "what a test result means, in a thousand people",
          } as const,
        ]),
    ...(tools.scan === undefined
      ? []
      : [
          {
            path: "scan",
            label: "Scan protocol",
            purpose: "each segment marked, with class, completeness and report",
          } as const,
        ]),
  ];
}
