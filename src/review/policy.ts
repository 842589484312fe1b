import { OPEN_STAGES } from "./model/review-record.ts";
import { ROLES, type Role } from "./model/role.ts";
import { FORCE_STATES, type ForceState, type WorkState } from "./model/text-state.ts";

/** Who may do something, and while the topic stands where. */
export interface Permission {
  readonly who: readonly Role[];
  /** What is done, to end the sentence "an editor may …". */
  readonly may: string;
  /** States of the text that is being worked on; absent: it does not matter. */
  readonly work?: readonly WorkState[];
  /** States of the edition that readers use; absent: it does not matter. */
  readonly force?: readonly ForceState[];
}

const REVIEWERS = ["clinical-reviewer", "methods-reviewer", "lay-reviewer"] as const;
const BOARD = ROLES.filter((role) => role !== "reader" && role !== "administrator");
const ANY_WORK = ["none", ...OPEN_STAGES] as const;
const IN_FORCE = FORCE_STATES.filter((state) => state !== "none" && state !== "withdrawn");

/** The whole policy of the board. `policySentences` prints it, and a test tries every role in every state against it. */
export const POLICY = {
  "admit-person": { who: ["administrator"], may: "admit a person and give them roles" },
  "assign-roles": { who: ["administrator"], may: "change the roles of another person" },
  "declare-interest": { who: BOARD, may: "declare an interest of their own" },
  "end-interest": { who: ["editor"], may: "end the declared interest of another person" },
  "retract-source": { who: ["librarian", "safety-officer"], may: "record that a source was retracted" },
  "release-evidence": { who: ["librarian"], may: "release a source of evidence: it is searched and quoted" },
  "quarantine-evidence": { who: ["librarian"], may: "take a source of evidence out of search" },
  "remove-evidence": { who: ["librarian"], may: "remove a source of evidence" },
  draft: { who: ["author"], may: "draft a text", work: ANY_WORK },
  submit: { who: ["author"], may: "submit a draft", work: ["draft"] },
  "begin-review": { who: ["editor"], may: "begin the review", work: ["submitted", "changes-requested"] },
  "open-citation": { who: REVIEWERS, may: "open a citation of the text under review or in force" },
  comment: { who: BOARD, may: "comment on the text under review or in force" },
  "request-changes": { who: ["editor", ...REVIEWERS], may: "request changes", work: ["under-review", "approved"] },
  sign: { who: REVIEWERS, may: "sign the text under review or a correction in force" },
  approve: { who: ["editor"], may: "approve a text that has its signatures", work: ["under-review"] },
  publish: { who: ["editor"], may: "publish an approved text", work: ["approved"] },
  confirm: {
    who: ["clinical-reviewer", "methods-reviewer"],
    may: "confirm that nothing has changed",
    force: ["published", "due", "expired"],
  },
  correct: {
    who: ["safety-officer"],
    may: "put an emergency correction in force alone",
    force: ["published", "due", "expired", "flagged"],
  },
  ratify: { who: ["editor"], may: "ratify a correction that has its signatures", force: ["correction", "flagged"] },
  "roll-back": { who: ["editor", "safety-officer"], may: "roll a correction back", force: ["correction", "flagged"] },
  flag: {
    who: ["editor", "safety-officer", "librarian", ...REVIEWERS],
    may: "flag the text under review or in force",
  },
  "lift-flag": { who: ["clinical-reviewer"], may: "lift a flag with a reason" },
  "adopt-question": { who: ["author", "editor"], may: "take up a reader's question or report" },
  "decline-question": { who: ["editor"], may: "decline a reader's question or report with a reason" },
  "answer-report": { who: ["author", "editor"], may: "answer a reader's report of a problem" },
  withdraw: { who: ["editor", "safety-officer"], may: "withdraw a topic", force: ["none", ...IN_FORCE] },
} as const satisfies Readonly<Record<string, Permission>>;

export type Activity = keyof typeof POLICY;
// The keys of the table are the activities, which `Object.keys` cannot see.
export const ACTIVITIES = Object.keys(POLICY) as readonly Activity[];

export function permissionOf(activity: Activity): Permission {
  return POLICY[activity];
}

/** Acts by which a person answers for a text: whoever does one shows again who they are, just before. */
const ANSWERING: ReadonlySet<Activity> = new Set(["sign", "confirm", "correct"]);

export function asksFreshSignIn(activity: Activity): boolean {
  return ANSWERING.has(activity);
}

/** Whether a person holds a role that an act asks for, whatever else may stand against it. */
export function holdsRoleFor({ roles }: { readonly roles: readonly Role[] }, activity: Activity): boolean {
  return permissionOf(activity).who.some((role) => roles.includes(role));
}

/** Whether a person has work at the desk: drafts, comments and questions are for those who hold a role on the board. */
export function maySeeDesk({ roles }: { readonly roles: readonly Role[] }): boolean {
  return roles.some((role) => role !== "reader");
}

/** "An editor may publish an approved text, while the work is approved." */
export function sentenceOf(activity: Activity): string {
  const { who, may, work, force } = permissionOf(activity);
  const conditions = [
    ...(work === undefined || work.length === ANY_WORK.length ? [] : [`while the work is ${listOr(work)}`]),
    ...(force === undefined ? [] : [`while the edition in force is ${listOr(force)}`]),
  ];
  const subject = `${/^[aeiou]/.test(who[0] ?? "") ? "An" : "A"} ${listOr(who)}`;
  return `${[`${subject} may ${may}`, ...conditions].join(", ")}.`;
}

/** "a, b or c", with spaces for hyphens. */
export function listOr(items: readonly string[]): string {
  const words = items.map((item) => item.replaceAll("-", " "));
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
