import { ok, type Result } from "../../kernel/result.ts";
import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import { parseFindings } from "../../pathway/findings/parse-findings.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { Profile } from "../../pathway/model/pathway.ts";
import type { Answer } from "../answer-shape.ts";
import type { AskRequest } from "../wellspring.ts";
import { type CommonParts, composerOf } from "./compose-state.ts";
import { known, readCarried, type State } from "./held-findings.ts";
import { profilesNamedIn } from "./named-profile.ts";
import { confirm } from "./next-state.ts";
import type { stateOf } from "./thread.ts";

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
}

/** Reads what was held, and what the request corrects and confirms, before its question is read. */
export function openConversation(
  { question, findings = {}, confirm: confirming = [], profile }: AskRequest,
  topic: RunnableTopic,
  held: ReturnType<typeof stateOf>,
  parts: CommonParts,
): Result<OpenedConversation> {
  const { pathway } = topic;
  const carried = readCarried(pathway, held.findings);
  if (!carried.ok) return carried;
  const corrections = parseFindings(pathway, findings);
  if (!corrections.ok) return corrections;
  const confirmed = confirm(topic, carried.value, confirming);
  if (!confirmed.ok) return confirmed;
  const heldProfile = held.profile ?? undefined;
  const compose = composerOf(question, topic, heldProfile, parts);
  const asHeld = compose(confirmed.value);
  if (!asHeld.ok) return asHeld;
  const asKnown = compose(known(confirmed.value));
  if (!asKnown.ok) return asKnown;
  const named = profilesNamedIn(question, pathway);
  const [only] = named.length === 1 ? named : [];
  return ok({
    carried: carried.value,
    confirmed: confirmed.value,
    corrections: corrections.value,
    named,
    profile: profile ?? only?.id ?? heldProfile,
    asHeld: asHeld.value,
    asKnown: asKnown.value,
  });
}
