import { describe, expect, test } from "vitest";
import { OPEN_STAGES } from "./model/review-record.ts";
import { CAPACITIES, ROLES, type Role } from "./model/role.ts";
import { FORCE_STATES, type ForceState, forceStateOf, type WorkState, workStateOf } from "./model/text-state.ts";
import { ACTIVITIES, type Activity, permissionOf, sentenceOf } from "./policy.ts";
import { Board, hashOf, named, TOPIC, textOf } from "./testing/board.ts";

// Who may do what, written down a second time and by hand: initials of the roles that may.
// A author, C clinical, M methods, L lay, E editor, S safety officer, B librarian, U auditor, R reader, D administrator.
const MAY: Readonly<Record<Activity, string>> = {
  "admit-person": "D",
  "assign-roles": "D",
  "declare-interest": "ACMLESBU",
  "end-interest": "E",
  "retract-source": "BS",
  "release-evidence": "B",
  "quarantine-evidence": "B",
  "remove-evidence": "B",
  draft: "A",
  submit: "A",
  "begin-review": "E",
  "open-citation": "CML",
  comment: "ACMLESBU",
  "request-changes": "ECML",
  sign: "CML",
  approve: "E",
  publish: "E",
  confirm: "CM",
  correct: "S",
  ratify: "E",
  "roll-back": "ES",
  flag: "ESBCML",
  "lift-flag": "C",
  withdraw: "ES",
  "adopt-question": "AE",
  "decline-question": "E",
  "answer-report": "AE",
};
const INITIALS: Readonly<Record<Role, string>> = {
  author: "A",
  "clinical-reviewer": "C",
  "methods-reviewer": "M",
  "lay-reviewer": "L",
  editor: "E",
  "safety-officer": "S",
  librarian: "B",
  auditor: "U",
  reader: "R",
  administrator: "D",
};

const WORK_STATES: readonly WorkState[] = ["none", ...OPEN_STAGES];

/** A board on which the topic stands in these two states, with text `b` under work and text `a` in force. */
const REACH_FORCE: Readonly<Record<ForceState, (board: Board) => Board>> = {
  none: (board) => board,
  published: (board) => board.published("a"),
  due: (board) => board.published("a").wait(24 * 366),
  expired: (board) => board.published("a").wait(24 * 500),
  flagged: (board) => board.published("a").must("librarian", "flag", { ...named("a"), reason: "doubt" }),
  correction: (board) => board.published("z").corrected("a"),
  withdrawn: (board) => board.published("a").must("officer", "withdraw", { topic: TOPIC, reason: "harm" }),
};
const REACH_WORK: Readonly<Record<WorkState, (board: Board) => Board>> = {
  none: (board) => board,
  draft: (board) => board.draft("b"),
  submitted: (board) => board.submitted("b"),
  "under-review": (board) => board.underReview("b"),
  "changes-requested": (board) =>
    board.underReview("b").must("editor", "request-changes", { ...named("b"), reason: "x" }),
  approved: (board) => board.approved("b"),
};

const BODIES: Readonly<Record<Activity, unknown>> = {
  "admit-person": { person: "new", name: "New", roles: [] },
  "assign-roles": { person: "lay", roles: [] },
  "declare-interest": { topic: TOPIC, words: "none", conflict: false },
  "end-interest": { person: "clinical", interest: 1, reason: "x" },
  "retract-source": { source: "other-2000", reason: "x" },
  "release-evidence": { source: "pubmed", digest: hashOf("e"), reason: "x" },
  "quarantine-evidence": { source: "pubmed", digest: hashOf("e"), reason: "x" },
  "remove-evidence": { source: "pubmed", digest: hashOf("e"), reason: "x" },
  draft: textOf("c"),
  submit: named("b"),
  "begin-review": named("b"),
  "open-citation": { ...named("b"), source: "smith-2020" },
  comment: { ...named("b"), text: "x" },
  "request-changes": { ...named("b"), reason: "x" },
  sign: { ...named("b"), capacity: "clinical" },
  approve: named("b"),
  publish: named("b"),
  confirm: { ...named("a"), capacity: "clinical" },
  correct: { ...textOf("c"), reason: "x" },
  ratify: named("a"),
  "roll-back": { ...named("a"), reason: "x" },
  flag: { ...named("b"), reason: "x" },
  "lift-flag": { topic: TOPIC, flag: 1, reason: "x" },
  withdraw: { topic: TOPIC, reason: "x" },
  "adopt-question": { question: "00000-00000" },
  "decline-question": { question: "00000-00000", reason: "x" },
  "answer-report": { question: "00000-00000", answer: "x" },
};

/** Reviewers sign in the capacity of their role. */
function bodyOf(activity: Activity, holder: string): unknown {
  const capacity = CAPACITIES.find((known) => known === holder);
  const body = BODIES[activity];
  const signs = activity === "sign" || (activity === "confirm" && capacity !== "lay");
  return signs && capacity !== undefined && typeof body === "object" ? { ...body, capacity } : body;
}

/** Somebody who holds this role alone. */
const HOLDER: Readonly<Record<Role, string>> = {
  author: "author",
  "clinical-reviewer": "clinical",
  "methods-reviewer": "methods",
  "lay-reviewer": "lay",
  editor: "editor",
  "safety-officer": "officer",
  librarian: "librarian",
  auditor: "auditor",
  reader: "reader",
  administrator: "admin",
};

describe.each(FORCE_STATES)("with the edition in force at %s", (force) => {
  test.each(WORK_STATES)("and the work at %s, every role may do what the policy says and nothing else", (work) => {
    const board = REACH_WORK[work](REACH_FORCE[force](Board.full()));
    const topic = board.record.topics.get(TOPIC);
    expect([forceStateOf(topic, board.now), workStateOf(topic)]).toEqual([force, work]);
    const { record } = board;
    for (const activity of ACTIVITIES)
      for (const role of ROLES) {
        board.record = record;
        const permission = permissionOf(activity);
        const isForRole = MAY[activity].includes(INITIALS[role]);
        const isTime = (permission.work?.includes(work) ?? true) && (permission.force?.includes(force) ?? true);
        const refused = board.act(HOLDER[role], activity, bodyOf(activity, HOLDER[role]));
        const said = `${role} ${activity}: ${refused.join(", ")}`;
        expect(refused.includes("review-role-missing"), said).toBe(!isForRole);
        // Without a state in the policy a step may still ask for one text or the other.
        if (permission.work !== undefined || permission.force !== undefined)
          expect(refused.includes("review-wrong-state"), said).toBe(!isTime);
      }
  });
});

test("the policy reads as sentences", () => {
  expect(ACTIVITIES.map(sentenceOf)).toMatchInlineSnapshot(`
    [
      "An administrator may admit a person and give them roles.",
      "An administrator may change the roles of another person.",
      "An author, clinical reviewer, methods reviewer, lay reviewer, editor, safety officer, librarian or auditor may declare an interest of their own.",
      "An editor may end the declared interest of another person.",
      "A librarian or safety officer may record that a source was retracted.",
      "A librarian may release a source of evidence: it is searched and quoted.",
      "A librarian may take a source of evidence out of search.",
      "A librarian may remove a source of evidence.",
      "An author may draft a text.",
      "An author may submit a draft, while the work is draft.",
      "An editor may begin the review, while the work is submitted or changes requested.",
      "A clinical reviewer, methods reviewer or lay reviewer may open a citation of the text under review or in force.",
      "An author, clinical reviewer, methods reviewer, lay reviewer, editor, safety officer, librarian or auditor may comment on the text under review or in force.",
      "An editor, clinical reviewer, methods reviewer or lay reviewer may request changes, while the work is under review or approved.",
      "A clinical reviewer, methods reviewer or lay reviewer may sign the text under review or a correction in force.",
      "An editor may approve a text that has its signatures, while the work is under review.",
      "An editor may publish an approved text, while the work is approved.",
      "A clinical reviewer or methods reviewer may confirm that nothing has changed, while the edition in force is published, due or expired.",
      "A safety officer may put an emergency correction in force alone, while the edition in force is published, due, expired or flagged.",
      "An editor may ratify a correction that has its signatures, while the edition in force is correction or flagged.",
      "An editor or safety officer may roll a correction back, while the edition in force is correction or flagged.",
      "An editor, safety officer, librarian, clinical reviewer, methods reviewer or lay reviewer may flag the text under review or in force.",
      "A clinical reviewer may lift a flag with a reason.",
      "An author or editor may take up a reader's question or report.",
      "An editor may decline a reader's question or report with a reason.",
      "An author or editor may answer a reader's report of a problem.",
      "An editor or safety officer may withdraw a topic, while the edition in force is none, published, due, expired, flagged or correction.",
    ]
  `);
});
