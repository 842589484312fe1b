import { type ActRequest, decide } from "../decide.ts";
import { addHours } from "../model/calendar.ts";
import { EMPTY_RECORD, type Instant, type ReviewRecord } from "../model/review-record.ts";
import { CAPACITIES, type Role } from "../model/role.ts";
import type { Activity } from "../policy.ts";

/** Hash of an invented text, told apart by a letter. */
export function hashOf(letter: string): string {
  return `sha256-${letter.charCodeAt(0).toString(16).padStart(2, "0").repeat(32)}`;
}

export const TOPIC = "leg";

/** What is recorded of an invented text that cites two sources. */
export function textOf(letter: string, change: Readonly<Record<string, unknown>> = {}) {
  return {
    topic: TOPIC,
    hash: hashOf(letter),
    cites: ["smith-2020", "jones-2021"],
    policy: { clinicalSignatures: 1, methodsSignatures: 1, reviewEveryMonths: 12 },
    proof: "proven",
    ...change,
  };
}

/** One person for each role, named by it, and two more who can stand in. */
const PEOPLE: Readonly<Record<string, readonly Role[]>> = {
  author: ["author"],
  clinical: ["clinical-reviewer"],
  methods: ["methods-reviewer"],
  lay: ["lay-reviewer"],
  editor: ["editor"],
  officer: ["safety-officer"],
  librarian: ["librarian"],
  auditor: ["auditor"],
  reader: ["reader"],
  both: ["author", "clinical-reviewer", "methods-reviewer", "editor"],
};

/** A record in memory that tests add to, with a clock of its own. */
export class Board {
  record: ReviewRecord = EMPTY_RECORD;
  now: Instant = "2026-01-01T00:00:00.000Z";

  /** A board on which everybody is admitted and has declared that there is nothing to declare. */
  static full(): Board {
    const board = new Board();
    board.must("admin", "admit-person", { person: "admin", name: "Admin", roles: ["administrator"] });
    for (const [person, roles] of Object.entries(PEOPLE)) {
      board.must("admin", "admit-person", { person, name: person, roles });
      if (person !== "reader") board.must(person, "declare-interest", { topic: "all", words: "none", conflict: false });
    }
    return board;
  }

  /** Codes of why not; empty when it was recorded. */
  act(agent: string, activity: Activity, body: unknown): readonly string[] {
    const request: ActRequest = { agent, activity, body };
    const decided = decide(this.record, request, this.now);
    if (!decided.ok) return decided.diagnostics.map(({ code }) => code);
    const { record, act } = decided.value;
    this.record = { ...record, last: { sequence: act.entry, recorded: act.recorded, hash: `entry ${act.entry}` } };
    return [];
  }

  /** For steps that only lead to what is tested. */
  must(agent: string, activity: Activity, body: unknown): this {
    const refused = this.act(agent, activity, body);
    if (refused.length > 0) throw new Error(`${agent} ${activity}: ${refused.join(", ")}`);
    return this;
  }

  wait(hours: number): this {
    this.now = addHours(this.now, hours);
    return this;
  }

  draft(letter: string, agent = "author"): this {
    return this.must(agent, "draft", textOf(letter));
  }

  submitted(letter: string): this {
    return this.draft(letter).must("author", "submit", named(letter));
  }

  underReview(letter: string): this {
    return this.submitted(letter).must("editor", "begin-review", named(letter));
  }

  opened(letter: string, agent: string): this {
    for (const source of textOf(letter).cites) this.must(agent, "open-citation", { ...named(letter), source });
    return this;
  }

  signed(letter: string, agent: string): this {
    const capacity = CAPACITIES.find((known) => known === agent) ?? "clinical";
    return this.opened(letter, agent).must(agent, "sign", { ...named(letter), capacity });
  }

  approved(letter: string): this {
    const reviewed = this.underReview(letter).signed(letter, "clinical").signed(letter, "methods");
    return reviewed.must("editor", "approve", named(letter));
  }

  published(letter: string): this {
    return this.approved(letter).must("editor", "publish", named(letter));
  }

  corrected(letter: string): this {
    return this.must("officer", "correct", { ...textOf(letter), reason: "a dose was wrong" });
  }
}

export function named(letter: string) {
  return { topic: TOPIC, hash: hashOf(letter) };
}
