import type { Pathway } from "../../pathway/model/pathway.ts";
import type { Topic } from "./topic.ts";

/** A topic whose pathway can be run on a patient. */
export type RunnableTopic = Topic & { readonly pathway: Pathway };

/** The topic itself, and no copy: what is remembered of a topic is remembered by identity. */
export function isRunnable(topic: Topic): topic is RunnableTopic {
  return topic.pathway !== undefined;
}
