import { ok, type Result } from "../../kernel/result.ts";
import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import { parseFindings } from "../../pathway/findings/parse-findings.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { Profile } from "../../pathway/model/pathway.ts";
import type { Answer } from "../answer-shape.ts";
import type { AskRequest } from "../wellspring.ts";
import { type CommonParts, type ComposeState, composerOf } from "./compose-state.ts";
import type { HeldExchange } from "./exchange.ts";
import { known, readCarried, type State } from "./held-findings.ts";
import { profilesNamedIn } from "./named-profile.ts";
import { confirm } from "./next-state.ts";
import { beginningOf, stateOf } from "./thread.ts";

/** A conversation as it stands when a follow-up comes. */
interface OpenedConversation {
  /** What was held, and the same with what the reader has confirmed. */
  readonly carried: State;
  readonly confirmed: State;
  /** What the reader corrects in the form. */
  readonly corrections: readonly Statement[];
  /** Guidelines that the question names, and id of the one that is followed. */
  readonly named: readonly Profile[];
  readonly profile: string | undefined;
  /** The answer to all that is held, and to what is known of it: "what if" is asked of the latter. */
  readonly asHeld: Answer;
  readonly asKnown: Answer;
  /** Answers the question under the guideline that is followed. */
  readonly compose: ComposeState;
}

/** Reads what was held, and what the request corrects and confirms, before its question is read. */
export function openConversation(
  { question, findings = {}, confirm: confirming = [], profile }: AskRequest,
  topic: RunnableTopic,
  held: HeldExchange,
  parts: CommonParts,
): Result<OpenedConversation> {
  const { pathway } = topic;
  const before = stateOf(held);
  const carried = readCarried(pathway, before.findings);
  if (!carried.ok) return carried;
  const atFirst = readCarried(pathway, beginningOf(held).findings);
  if (!atFirst.ok) return atFirst;
  const corrections = parseFindings(pathway, findings);
  if (!corrections.ok) return corrections;
  const confirmed = confirm(topic, carried.value, confirming);
  if (!confirmed.ok) return confirmed;
  const heldProfile = before.profile ?? undefined;
  const composeUnder = (one: string | undefined) =>
    composerOf({ question, topic, profile: one, atFirst: atFirst.value }, parts);
  const asHeld = composeUnder(heldProfile)(confirmed.value);
  if (!asHeld.ok) return asHeld;
  const asKnown = composeUnder(heldProfile)(known(confirmed.value));
  if (!asKnown.ok) return asKnown;
  const named = profilesNamedIn(question, pathway);
  const [only] = named.length === 1 ? named : [];
  const followed = profile ?? only?.id ?? heldProfile;
  return ok({
    carried: carried.value,
    confirmed: confirmed.value,
    corrections: corrections.value,
    named,
    profile: followed,
    asHeld: asHeld.value,
    asKnown: asKnown.value,
    compose: composeUnder(followed),
  });
}
