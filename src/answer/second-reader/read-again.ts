import type { Pathway } from "../../pathway/model/pathway.ts";
import type { AnswerParts } from "../compose-answer.ts";
import type { HeldExchange } from "../follow-up/exchange.ts";
import { doubtedStory } from "../follow-up/thread.ts";
import type { AskRequest } from "../wellspring.ts";
import { doubtOf } from "./doubt.ts";
import type { SecondReader } from "./second-reader.ts";

/** The second reading of a patient's story, as the part of an answer that it is; nothing where there is none. */
export function readAgain(
  story: string | undefined,
  reader: SecondReader | undefined,
  pathway: Pathway,
): Pick<AnswerParts, "secondReading"> {
  if (story === undefined || reader === undefined) return {};
  return { secondReading: { texts: reader.texts, doubt: (step) => doubtOf(story, step, reader, pathway) } };
}

/** The text that a conversation began with, where two readings of it differ; undefined once what was read of it is confirmed. */
export function storyOf(held: HeldExchange, request: AskRequest): string | undefined {
  const turns = held.turns.slice(0, held.at);
  const confirmed = request.readingConfirmed === true || turns.some(({ sent }) => sent.readingConfirmed === true);
  return confirmed ? undefined : doubtedStory(held);
}
