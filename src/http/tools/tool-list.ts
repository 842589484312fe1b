import type { Topic } from "../../library/model/topic.ts";
import { findField, formFields, labelOf } from "../form-fields.ts";

/** A tool of a topic: its address below the topic's, and its name. */
export interface ToolLink {
  readonly path: "score" | "cut-off" | "chances";
  readonly label: string;
  /** What it is for, in one line. */
  readonly purpose: string;
}

/** The tools that a topic has something for, in the order in which they are of use at the bedside. */
export function toolsOf({ pathway, tools }: Topic): readonly ToolLink[] {
  if (pathway === undefined || tools === undefined) return [];
  const score = pathway.scores.find(({ id }) => id === tools.score?.score);
  const measured = tools.cutOff === undefined ? undefined : findField(formFields(pathway), tools.cutOff.measurement);
  return [
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
  ];
}
