import { expect, test } from "vitest";
import { EVIDENCE_ACTIVITIES, OPEN_STAGES } from "../model/review-record.ts";
import { ACTIVITIES } from "../policy.ts";
import { Board, named, TOPIC } from "../testing/board.ts";
import { listQueue } from "./list-queue.ts";
import { listSteps, type Step, standingOf } from "./list-steps.ts";

const BOARDS: readonly (readonly [string, () => Board])[] = [
  ["nothing recorded", () => Board.full()],
  ["a draft", () => Board.full().draft("a")],
  ["submitted", () => Board.full().submitted("a")],
  ["under review", () => Board.full().underReview("a")],
  ["half signed", () => Board.full().underReview("a").signed("a", "clinical")],
  ["approved", () => Board.full().approved("a")],
  ["published", () => Board.full().published("a")],
  ["published, the next under review", () => Board.full().published("a").underReview("b")],
  ["a correction", () => Board.full().published("a").corrected("b")],
  [
    "flagged",
    () =>
      Board.full()
        .published("a")
        .must("editor", "flag", { ...named("a"), reason: "doubt" }),
  ],
  [
    "due",
    () =>
      Board.full()
        .published("a")
        .wait(24 * 370),
  ],
];
const PEOPLE = ["admin", "author", "clinical", "methods", "lay", "editor", "officer", "librarian", "auditor", "both"];
const TYPED = { reason: "words", words: "words", capacity: "clinical" };

/** What is sent when the form of a step is filled in. */
function bodyOf({ activity, about, capacities }: Step): unknown {
  const asksReason = ["request-changes", "roll-back", "flag", "lift-flag", "withdraw"].includes(activity);
  return {
    ...about,
    ...(asksReason ? { reason: TYPED.reason } : {}),
    ...(capacities[0] === undefined ? {} : { capacity: capacities[0] }),
  };
}

test.each(BOARDS)("%s: a step is offered to a person exactly when the record then takes it", (_name, reach) => {
  for (const person of PEOPLE)
    for (const step of listSteps(reach().record, person, TOPIC, reach().now)) {
      const refused = reach().act(person, step.activity, bodyOf(step));
      expect([person, step.activity, step.of, refused]).toEqual([
        person,
        step.activity,
        step.of,
        step.refusals.map(({ code }) => code),
      ]);
    }
});

test("what is another's, what is not yet time, and what lacks something are told apart", () => {
  const board = Board.full().underReview("a");
  const standing = (person: string, activity: string) => {
    const found = listSteps(board.record, person, TOPIC, board.now).find((step) => step.activity === activity);
    return found === undefined ? "absent" : standingOf(found);
  };
  expect(standing("editor", "request-changes")).toBe("possible");
  expect(standing("editor", "approve")).toBe("barred");
  expect(standing("editor", "publish")).toBe("not-now");
  expect(standing("author", "approve")).toBe("not-yours");
  expect(standing("nobody-known", "approve")).toBe("not-yours");
});

test("who holds two capacities is asked in which one they sign", () => {
  const board = Board.full().must("author", "draft", { ...named("a"), cites: [], policy: policy(), proof: "proven" });
  const sign = listSteps(board.record, "both", TOPIC, board.now).find(({ activity }) => activity === "sign");
  expect(sign?.capacities).toEqual(["clinical", "methods"]);
});

test("every act on a text is a step, except those with a form of their own", () => {
  const board = Board.full()
    .published("a")
    .corrected("b")
    .draft("c")
    .must("editor", "flag", { ...named("b"), reason: "x" });
  const offered = new Set(listSteps(board.record, "editor", TOPIC, board.now).map(({ activity }) => activity));
  const elsewhere = [
    "draft",
    "correct",
    "comment",
    "open-citation",
    "declare-interest",
    "end-interest",
    "retract-source",
  ];
  const ofBoard = [
    "admit-person",
    "assign-roles",
    "adopt-question",
    "decline-question",
    "answer-report",
    ...EVIDENCE_ACTIVITIES,
  ];
  expect(ACTIVITIES.filter((activity) => !offered.has(activity)).toSorted()).toEqual(
    [...elsewhere, ...ofBoard].toSorted(),
  );
});

test("the queue holds each text where it waits, what lapses by itself with its deadline", () => {
  const queues = (board: Board) => listQueue(board.record, board.now).map(({ queue, deadline }) => [queue, deadline]);
  const published = () => Board.full().published("a");
  expect(queues(published())).toEqual([]);
  expect(queues(Board.full().underReview("a"))).toEqual([["under-review", undefined]]);
  expect(queues(published().corrected("b"))).toEqual([["correction", "2026-01-04T00:00:00.000Z"]]);
  expect(queues(published().wait(24 * 366))).toEqual([["due", "2027-04-01T00:00:00.000Z"]]);
  expect(queues(published().wait(24 * 500))).toEqual([["expired", undefined]]);
  const doubted = published().draft("b").must("librarian", "retract-source", { source: "smith-2020", reason: "false" });
  expect(queues(doubted).map(([queue]) => queue)).toEqual(["flagged", "flagged", "draft"]);
  expect(
    OPEN_STAGES.every((stage) => stage === "draft" || queues(reach(stage)).some(([queue]) => queue === stage)),
  ).toBe(true);
});

function reach(stage: string): Board {
  if (stage === "submitted") return Board.full().submitted("a");
  if (stage === "approved") return Board.full().approved("a");
  const board = Board.full().underReview("a");
  return stage === "under-review" ? board : board.must("editor", "request-changes", { ...named("a"), reason: "more" });
}

function policy() {
  return { clinicalSignatures: 1, methodsSignatures: 1, reviewEveryMonths: 12 };
}
