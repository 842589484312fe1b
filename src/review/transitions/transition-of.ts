import type { Activity } from "../policy.ts";
import { admitPerson } from "./admit-person.ts";
import { adoptQuestion } from "./adopt-question.ts";
import { answerReport } from "./answer-report.ts";
import { approve } from "./approve.ts";
import { assignRoles } from "./assign-roles.ts";
import { beginReview } from "./begin-review.ts";
import { comment } from "./comment.ts";
import { confirm } from "./confirm.ts";
import { correct } from "./correct.ts";
import { declareInterest } from "./declare-interest.ts";
import { declineQuestion } from "./decline-question.ts";
import { draft } from "./draft.ts";
import { endInterest } from "./end-interest.ts";
import { flag } from "./flag.ts";
import { liftFlag } from "./lift-flag.ts";
import { openCitation } from "./open-citation.ts";
import { publish } from "./publish.ts";
import { quarantineEvidence } from "./quarantine-evidence.ts";
import { ratify } from "./ratify.ts";
import { releaseEvidence } from "./release-evidence.ts";
import { removeEvidence } from "./remove-evidence.ts";
import { requestChanges } from "./request-changes.ts";
import { retractSource } from "./retract-source.ts";
import { rollBack } from "./roll-back.ts";
import { sign } from "./sign.ts";
import { submit } from "./submit.ts";
import type { Transition } from "./transition.ts";
import { withdraw } from "./withdraw.ts";

/** Every step of the record, by the activity that the policy speaks of. */
const TRANSITIONS = {
  "admit-person": admitPerson,
  "assign-roles": assignRoles,
  "declare-interest": declareInterest,
  "end-interest": endInterest,
  "retract-source": retractSource,
  "release-evidence": releaseEvidence,
  "quarantine-evidence": quarantineEvidence,
  "remove-evidence": removeEvidence,
  draft,
  submit,
  "begin-review": beginReview,
  "open-citation": openCitation,
  comment,
  "request-changes": requestChanges,
  sign,
  approve,
  publish,
  confirm,
  correct,
  ratify,
  "roll-back": rollBack,
  flag,
  "lift-flag": liftFlag,
  withdraw,
  "adopt-question": adoptQuestion,
  "decline-question": declineQuestion,
  "answer-report": answerReport,
} as const satisfies Readonly<Record<Activity, unknown>>;

/** The step of an activity. Its body is read with the step's own shape before anything else sees it. */
export function transitionOf(activity: Activity): Transition<unknown> {
  // A step takes the body that its own shape has read; the caller reads it with exactly that shape.
  return TRANSITIONS[activity] as unknown as Transition<unknown>;
}
