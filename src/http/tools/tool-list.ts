import type { Topic } from "../../library/model/topic.ts";
import { findField, formFields, labelOf } from "../form-fields.ts";
import type { Messages } from "../messages/en.tsx";

/** A tool of a topic: its address below the topic's, under which the catalogue of words names it. */
export interface ToolLink {
  readonly path: keyof Messages["topic"]["toolNames"];
  /** What it measures, where the name alone does not say it. */
  readonly about?: string;
}

/** The tools that a topic has something for, in the order in which they are of use at the bedside. */
export function toolsOf({ pathway, tools }: Topic): readonly ToolLink[] {
  if (pathway === undefined) return [];
  const measured = tools?.cutOff === undefined ? undefined : findField(formFields(pathway), tools.cutOff.measurement);
  const offered: readonly (readonly [boolean, ToolLink])[] = [
    [true, { path: "questions" }],
    [pathway.scores.some(({ id }) => id === tools?.score?.score), { path: "score" }],
    [measured !== undefined, { path: "cut-off", ...(measured === undefined ? {} : { about: labelOf(measured) }) }],
    [tools?.chances !== undefined, { path: "chances" }],
    [tools?.scan !== undefined, { path: "scan" }],
    [tools?.followUp !== undefined && pathway.followUps.length > 0, { path: "follow-up" }],
  ];
  return offered.flatMap(([isOffered, link]) => (isOffered ? [link] : []));
}
