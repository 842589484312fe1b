import type { Activity } from "../../review/policy.ts";

/** Something that is typed or chosen before an act is recorded. */
export interface TypedField {
  readonly name: string;
  readonly label: string;
  readonly kind: "paragraph" | "line" | "truth" | "roles" | "capacity" | "topic" | "source" | "declared-for";
  readonly hint?: string;
  readonly optional?: true;
}

/** How an act is asked for: what its button says, what it means, and what is typed into it. */
export interface DeskForm {
  readonly button: string;
  readonly meaning: string;
  readonly fields: readonly TypedField[];
}

const ONE_PARAGRAPH = "One paragraph; it stands in the log for good. Nothing about patients.";
const why = (label: string): TypedField => ({ name: "reason", label, kind: "paragraph", hint: ONE_PARAGRAPH });
const capacity: TypedField = { name: "capacity", label: "In which capacity", kind: "capacity" };
const plain = (button: string, meaning: string): DeskForm => ({ button, meaning, fields: [] });

/** The forms of the desk. Who may send one, and when, is asked of the record and stands nowhere here. */
export const DESK_FORMS: Readonly<Record<Activity, DeskForm>> = {
  "admit-person": {
    button: "Admit",
    meaning: "The person joins the board. Names of persons are never given twice.",
    fields: [
      { name: "person", label: "Short name", kind: "line", hint: "lower-case letters, digits and hyphens" },
      { name: "name", label: "Full name, as readers see it beside a signature", kind: "line" },
      { name: "roles", label: "Roles", kind: "roles" },
    ],
  },
  "assign-roles": {
    button: "Change roles",
    meaning: "Signatures of somebody who loses the role no longer count, unless the text was approved with them.",
    fields: [{ name: "roles", label: "Roles", kind: "roles" }],
  },
  "declare-interest": {
    button: "Declare",
    meaning: "Readers see it beside your signature.",
    fields: [
      { name: "topic", label: "For", kind: "declared-for" },
      { name: "words", label: "What you have at stake", kind: "paragraph", hint: "Say “nothing to declare” if so." },
      { name: "conflict", label: "Is it a conflict of interest? A conflict bars from signing.", kind: "truth" },
    ],
  },
  "end-interest": {
    button: "Record that it has ended",
    meaning: "The interest bars no longer.",
    fields: [why("How you know that it has ended")],
  },
  "retract-source": {
    button: "Record the retraction",
    meaning: "Every text under work or in force that cites it is flagged at once.",
    fields: [{ name: "source", label: "Source", kind: "source" }, why("Who retracted it, and why")],
  },
  "release-evidence": { button: "Release", meaning: "It is searched and quoted from now on.", fields: [why("Why")] },
  "quarantine-evidence": { button: "Take out of search", meaning: "It is kept.", fields: [why("Why")] },
  "remove-evidence": { button: "Remove", meaning: "All its documents and versions go.", fields: [why("Why")] },
  draft: plain(
    "Draft this text",
    "Whatever was signed of an earlier draft counts no longer. The text is proven first.",
  ),
  submit: plain("Submit", "The draft goes to the board."),
  "begin-review": plain("Begin the review", "Reviewers can open its citations and sign."),
  "open-citation": plain("Open", ""),
  comment: {
    button: "Comment",
    meaning: "",
    fields: [{ name: "text", label: "Comment", kind: "paragraph", hint: ONE_PARAGRAPH }],
  },
  "request-changes": {
    button: "Request changes",
    meaning: "What was signed of this text counts no longer.",
    fields: [why("What must change")],
  },
  sign: { button: "Sign", meaning: "You answer for exactly this text, by name.", fields: [capacity] },
  approve: plain("Approve", "The text has what it needs. It can be published."),
  publish: plain("Publish", "This text becomes the edition in force."),
  confirm: {
    button: "Confirm that nothing has changed",
    meaning: "You sign that the edition in force still holds as it stands.",
    fields: [capacity],
  },
  correct: {
    button: "Put this correction in force",
    meaning: "It holds at once. Unless a board ratifies it within 72 hours it lapses.",
    fields: [why("What harm waiting would do")],
  },
  ratify: plain("Ratify", "The board stands behind the correction: it becomes an edition like any other."),
  "roll-back": {
    button: "Roll back",
    meaning: "The edition before the correction holds again.",
    fields: [why("Why it is taken back")],
  },
  flag: {
    button: "Flag",
    meaning: "Readers are told until a clinical reviewer has looked or the text has changed.",
    fields: [why("What may be wrong")],
  },
  "lift-flag": {
    button: "Lift the flag",
    meaning: "The text may stay as it is.",
    fields: [why("Why it may stay")],
  },
  "adopt-question": {
    button: "Take up",
    meaning: "It is the board’s work from now on; its reader is told.",
    fields: [{ name: "topic", label: "Topic that will answer it", kind: "topic", optional: true }],
  },
  "answer-report": {
    button: "Answer",
    meaning: "Its reader is told, and its words are deleted.",
    fields: [
      {
        name: "answer",
        label: "What the board has found and done",
        kind: "paragraph",
        hint: "One paragraph; its reader sees it, and it stands in the log for good. Nothing about patients.",
      },
    ],
  },
  "decline-question": {
    button: "Decline",
    meaning: "Its reader is told the reason, and its words are deleted.",
    fields: [why("Why the board will not take it up")],
  },
  withdraw: {
    button: "Withdraw the topic",
    meaning: "Its pages answer that it is gone, with the reason and what stands in its place.",
    fields: [
      why("Why it is withdrawn"),
      { name: "successor", label: "What stands in its place", kind: "topic", optional: true },
    ],
  },
};
