import type { TopicWords } from "../../library/model/words.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";

/** What of a topic `understand` needs: its pathway's features and score, and how people say them. */
export interface SpokenTopic {
  readonly pathway?: Pick<Pathway, "features" | "scores" | "decidingScore" | "parameters">;
  readonly words: TopicWords;
}
