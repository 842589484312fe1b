import type { Activity } from "../../src/review/policy.ts";

/** A step as the model sees it: who, what, when, and the fields of the body. */
export interface Step {
  readonly agent: string;
  readonly activity: Activity;
  /** Milliseconds. */
  readonly at: number;
  readonly body: Readonly<Record<string, unknown>>;
}

type Happened = Step & { readonly entry: number };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What the model knows of an invented text: every one cites these and asks for one signature of each kind, once a year. */
export const CITED = ["smith-2020", "jones-2021"];

/**
 * The rules of review written a second time, as plainly as can be: nothing is kept but what has happened, and every question
 * is answered by reading all of it again. One topic, every text with the same citations. It shares no code with the product.
 */
export class ReviewModel {
  readonly happened: Happened[] = [];

  take(step: Step): void {
    this.happened.push({ ...step, entry: this.happened.length + 1 });
  }

  #after(entry: number, ...activities: readonly Activity[]): readonly Happened[] {
    return this.happened.filter((one) => one.entry > entry && activities.includes(one.activity));
  }

  #rolesOf(person: string): readonly string[] {
    const last = this.#after(0, "admit-person", "assign-roles").findLast(({ body }) => body.person === person);
    return (last?.body.roles as readonly string[] | undefined) ?? [];
  }

  #has(person: string, ...roles: readonly string[]): boolean {
    return this.#rolesOf(person).some((role) => roles.includes(role));
  }

  #interestsOf(person: string): readonly Happened[] {
    const ended = this.#after(0, "end-interest").map(({ body }) => body.interest);
    return this.#after(0, "declare-interest").filter(({ agent, entry }) => agent === person && !ended.includes(entry));
  }

  #isBarred(person: string): boolean {
    return this.#interestsOf(person).some(({ body }) => body.conflict === true);
  }

  /** The text under work: the last draft, unless it was published since. */
  get open(): Happened | undefined {
    const published = this.#after(0, "publish").at(-1)?.entry ?? 0;
    return this.#after(published, "draft").at(-1);
  }

  get stage(): string {
    const { open } = this;
    if (open === undefined) return "none";
    const last = this.#after(open.entry, "submit", "begin-review", "request-changes", "approve").at(-1);
    return last?.activity ?? "draft";
  }

  /** The edition that holds at a time: the last one put in force, unless it is a correction that was taken back or ran out. */
  inForce(at: number): Happened | undefined {
    if (this.isWithdrawn()) return undefined;
    return this.#after(0, "publish", "correct").findLast((edition) => {
      if (edition.activity === "publish" || this.#ratifiedOf(edition) !== undefined) return true;
      const taken = this.#closes(edition, "roll-back");
      return taken === undefined && at <= edition.at + 72 * HOUR;
    });
  }

  /** The step that settled a correction: the first of its kind after it and before another edition came. */
  #closes(edition: Happened, activity: "ratify" | "roll-back"): Happened | undefined {
    const next = this.#after(edition.entry, "publish", "correct")[0]?.entry ?? Number.POSITIVE_INFINITY;
    return this.#after(edition.entry, activity).find(
      ({ entry, body, at }) => entry < next && body.hash === edition.body.hash && at <= edition.at + 72 * HOUR,
    );
  }

  #ratifiedOf(edition: Happened): Happened | undefined {
    return edition.activity === "correct" ? this.#closes(edition, "ratify") : undefined;
  }

  isWithdrawn(): boolean {
    const withdrawn = this.#after(0, "withdraw").at(-1)?.entry ?? 0;
    return withdrawn > 0 && this.#after(withdrawn, "publish").length === 0;
  }

  #openFlags(hash: unknown): readonly { readonly entry: number }[] {
    const raised = this.#after(0, "flag").filter(({ body }) => body.hash === hash);
    const retracted = this.#after(0, "retract-source").filter(
      ({ body, entry }) => CITED.includes(String(body.source)) && this.#currentAt(entry).includes(hash),
    );
    const lifted = this.#after(0, "lift-flag").map(({ body }) => body.flag);
    return [...raised, ...retracted].filter(({ entry }) => !lifted.includes(entry));
  }

  /** Hashes of the texts that people looked at when an entry was made: under work, and in force. */
  #currentAt(entry: number): readonly unknown[] {
    const then = new ReviewModel();
    then.happened.push(...this.happened.slice(0, entry - 1));
    const at = this.happened[entry - 1]?.at ?? 0;
    return [then.open?.body.hash, then.inForce(at)?.body.hash].filter((hash) => hash !== undefined);
  }

  /** When a board last answered for the edition in force. */
  #assured(edition: Happened): number {
    return Math.max(
      edition.at,
      this.#ratifiedOf(edition)?.at ?? 0,
      ...this.#confirmations(edition).map(({ at }) => at),
    );
  }

  /** The steps that made a confirmation whole. */
  #confirmations(edition: Happened): readonly Happened[] {
    const whole: Happened[] = [];
    let pending: Happened[] = [];
    for (const step of this.#after(edition.entry, "confirm").filter(({ body }) => body.hash === edition.body.hash)) {
      pending = [...pending, step];
      const now = new ReviewModel();
      now.happened.push(...this.happened.slice(0, step.entry - 1));
      const counted = pending.filter(({ agent, body }) => now.#counts(agent, body.capacity, [edition.agent]));
      if (["clinical", "methods"].every((kind) => counted.some(({ body }) => body.capacity === kind))) {
        whole.push(step);
        pending = [];
      }
    }
    return whole;
  }

  force(at: number): string {
    const edition = this.inForce(at);
    if (this.isWithdrawn()) return "withdrawn";
    if (edition === undefined) return "none";
    if (this.#openFlags(edition.body.hash).length > 0) return "flagged";
    if (edition.activity === "correct" && this.#ratifiedOf(edition) === undefined) return "correction";
    const assured = new Date(this.#assured(edition));
    const due =
      Date.UTC(assured.getUTCFullYear() + 1, assured.getUTCMonth(), assured.getUTCDate()) + (assured.getTime() % DAY);
    return at >= due + 90 * DAY ? "expired" : at >= due ? "due" : "published";
  }

  #authorsOf(text: Happened | undefined): readonly string[] {
    if (text === undefined) return [];
    if (text.activity === "correct") return [text.agent];
    const before = this.#after(0, "publish").findLast(({ entry }) => entry < text.entry)?.entry ?? 0;
    return this.#after(before, "draft")
      .filter(({ entry }) => entry <= text.entry)
      .map(({ agent }) => agent);
  }

  #counts(person: string, capacity: unknown, authors: readonly string[]): boolean {
    return this.#has(person, `${String(capacity)}-reviewer`) && !authors.includes(person) && !this.#isBarred(person);
  }

  /** Signatures of the text that a step speaks of: since it was drafted, or since it was put in force as a correction. */
  #signaturesOn(text: Happened): readonly Happened[] {
    const voided = text.activity === "correct" ? 0 : (this.#after(text.entry, "request-changes").at(-1)?.entry ?? 0);
    return this.#after(Math.max(text.entry, voided), "sign").filter(
      (step) => step.body.hash === text.body.hash && this.#spokenOf(step)?.entry === text.entry,
    );
  }

  /** The text that a past step spoke of when it was made. */
  #spokenOf(step: Happened): Happened | undefined {
    const then = new ReviewModel();
    then.happened.push(...this.happened.slice(0, step.entry - 1));
    return then.#textOf(step);
  }

  #textOf({ body, at }: Pick<Step, "body" | "at">): Happened | undefined {
    const edition = this.inForce(at);
    if (edition?.body.hash === body.hash) return edition;
    return this.open?.body.hash === body.hash ? this.open : undefined;
  }

  /** By the book: a clinical and a methods signature that count now, by two people who did not write it. */
  isSigned(text: Happened): boolean {
    const counted = this.#signaturesOn(text).filter(({ agent, body }) =>
      this.#counts(agent, body.capacity, this.#authorsOf(text)),
    );
    return ["clinical", "methods"].every((kind) => counted.some(({ body }) => body.capacity === kind));
  }

  #isReady(text: Happened): boolean {
    const retracted = this.#after(0, "retract-source").some(({ body }) => CITED.includes(String(body.source)));
    return this.isSigned(text) && !retracted && this.#openFlags(text.body.hash).length === 0;
  }

  #maySign({ agent, at, body }: Step, text: Happened, since: number, given: readonly Happened[]): boolean {
    const opened = this.#after(since, "open-citation").filter(
      (step) => step.agent === agent && step.body.hash === body.hash && this.#spokenOf(step)?.entry === text.entry,
    );
    return (
      this.#counts(agent, body.capacity, this.#authorsOf(this.#draftOf(text))) &&
      this.#interestsOf(agent).length > 0 &&
      CITED.every((source) => opened.some((step) => step.body.source === source)) &&
      !given.some((step) => step.agent === agent) &&
      at >= text.at
    );
  }

  /** An edition was written in the drafts that it was published from. */
  #draftOf(text: Happened): Happened | undefined {
    return text.activity === "publish" ? this.#after(0, "draft").findLast(({ entry }) => entry < text.entry) : text;
  }

  /** Whether a step may be recorded. */
  allows(step: Step): boolean {
    const { agent, at, body } = step;
    const { open, stage } = this;
    const edition = this.inForce(at);
    const isOpen = open !== undefined && open.body.hash === body.hash;
    const isEdition = edition !== undefined && edition.body.hash === body.hash;
    const isCurrent = isOpen || isEdition;
    const force = this.force(at);
    const isPending = isEdition && edition.activity === "correct" && this.#ratifiedOf(edition) === undefined;
    const retracted = this.#after(0, "retract-source").some((one) => CITED.includes(String(one.body.source)));
    switch (step.activity) {
      case "draft":
        return this.#has(agent, "author") && !isCurrent;
      case "submit":
        return this.#has(agent, "author") && stage === "draft" && isOpen && !retracted;
      case "begin-review":
        return (
          this.#has(agent, "editor") &&
          ["submit", "request-changes"].includes(stage) &&
          isOpen &&
          !this.#authorsOf(open).includes(agent)
        );
      case "open-citation":
        return this.#has(agent, "clinical-reviewer", "methods-reviewer", "lay-reviewer") && isCurrent;
      case "request-changes":
        return (
          this.#has(agent, "editor", "clinical-reviewer", "methods-reviewer", "lay-reviewer") &&
          ["begin-review", "approve"].includes(stage) &&
          isOpen
        );
      case "sign": {
        const text = this.#textOf(step);
        if (text === undefined) return false;
        const takes = text === edition ? isPending : stage === "begin-review";
        return takes && this.#maySign(step, text, text.entry, this.#signaturesOn(text));
      }
      case "approve":
        return (
          this.#has(agent, "editor") &&
          stage === "begin-review" &&
          isOpen &&
          !this.#authorsOf(open).includes(agent) &&
          !this.#isBarred(agent) &&
          this.#isReady(open)
        );
      case "publish":
        return (
          this.#has(agent, "editor") && stage === "approve" && isOpen && !this.#isBarred(agent) && this.#isReady(open)
        );
      case "confirm": {
        if (!isEdition || body.capacity === "lay" || !["published", "due", "expired"].includes(force)) return false;
        const whole = this.#confirmations(edition).at(-1)?.entry ?? 0;
        const since = Math.max(edition.entry, whole, this.#ratifiedOf(edition)?.entry ?? 0);
        const given = this.#after(since, "confirm").filter((one) => one.body.hash === body.hash);
        return this.#maySign(step, edition, since, given) && !retracted;
      }
      case "correct":
        return (
          this.#has(agent, "safety-officer") &&
          ["published", "due", "expired", "flagged"].includes(force) &&
          !isEdition &&
          !retracted
        );
      case "ratify":
        return (
          this.#has(agent, "editor") &&
          isPending &&
          ["correction", "flagged"].includes(force) &&
          edition.agent !== agent &&
          !this.#isBarred(agent) &&
          this.#isReady(edition)
        );
      case "roll-back":
        return this.#has(agent, "editor", "safety-officer") && isPending && ["correction", "flagged"].includes(force);
      case "flag":
        return (
          this.#has(
            agent,
            "editor",
            "safety-officer",
            "librarian",
            "clinical-reviewer",
            "methods-reviewer",
            "lay-reviewer",
          ) && isCurrent
        );
      case "lift-flag":
        return this.#mayLift(step);
      case "withdraw":
        return this.#has(agent, "editor", "safety-officer") && force !== "withdrawn";
      case "retract-source":
        return (
          this.#has(agent, "librarian", "safety-officer") &&
          !this.#after(0, "retract-source").some((one) => one.body.source === body.source)
        );
      case "release-evidence":
      case "quarantine-evidence":
      case "remove-evidence":
        return this.#has(agent, "librarian");
      case "declare-interest":
        return this.#has(
          agent,
          "author",
          "clinical-reviewer",
          "methods-reviewer",
          "lay-reviewer",
          "editor",
          "safety-officer",
          "librarian",
          "auditor",
        );
      case "end-interest":
        return (
          this.#has(agent, "editor") &&
          agent !== body.person &&
          this.#interestsOf(String(body.person)).some(({ entry }) => entry === body.interest)
        );
      case "assign-roles":
        return this.#has(agent, "administrator") && agent !== body.person && this.#rolesOf("admin").length > 0;
      default:
        return false;
    }
  }

  #mayLift({ agent, at, body }: Step): boolean {
    const flagged = [this.open, this.inForce(at), ...this.#after(0, "draft", "correct")].find((text) =>
      this.#openFlags(text?.body.hash).some(({ entry }) => entry === body.flag),
    );
    if (!this.#has(agent, "clinical-reviewer") || flagged === undefined || this.#isBarred(agent)) return false;
    const text = this.#textOf({ body: { hash: flagged.body.hash }, at });
    return text === undefined || !this.#authorsOf(this.#draftOf(text)).includes(agent);
  }
}
