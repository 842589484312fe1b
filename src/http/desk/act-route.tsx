import type { Context } from "hono";
import { failed, type Result } from "../../kernel/result.ts";
import { actOnEvidence } from "../../review/evidence/act-on-evidence.ts";
import type { LogEntry } from "../../review/log/log-entry.ts";
import { EVIDENCE_ACTIVITIES } from "../../review/model/review-record.ts";
import { performAct } from "../../review/perform-act.ts";
import { ACTIVITIES, type Activity, asksFreshSignIn } from "../../review/policy.ts";
import { reviewDiagnostics } from "../../review/review-diagnostics.ts";
import type { DeskEffects } from "./desk-effects.ts";
import { type DeskPage, evidencePage, peoplePage, questionsPage, sourcesPage, textPage } from "./desk-pages.tsx";
import { readAct } from "./read-act.ts";
import type { Refused } from "./refused.ts";
import { signInAddress, type Visitor } from "./visitor.ts";

/** What came of a form: the page to go to, or the page it came from, shown again with the reasons. */
export type ActOutcome =
  | { readonly kind: "no-such-act" }
  | { readonly kind: "sent-on"; readonly address: string }
  | { readonly kind: "refused"; readonly page: DeskPage; readonly refused: Refused };

/** Acts that are about no text, with the page that each is done on. */
const BOARD_PAGES: Readonly<Partial<Record<Activity, readonly [address: string, page: DeskPage]>>> = {
  "admit-person": ["/desk/board/people", peoplePage],
  "assign-roles": ["/desk/board/people", peoplePage],
  "end-interest": ["/desk/board/people", peoplePage],
  "retract-source": ["/desk/board/sources", sourcesPage],
  "release-evidence": ["/desk/board/evidence", evidencePage],
  "quarantine-evidence": ["/desk/board/evidence", evidencePage],
  "remove-evidence": ["/desk/board/evidence", evidencePage],
  "adopt-question": ["/desk/board/questions", questionsPage],
  "decline-question": ["/desk/board/questions", questionsPage],
  "answer-report": ["/desk/board/questions", questionsPage],
};

/** Has recorded what a form asks for. Who may, and when, the record alone decides, at this moment and under its lock. */
export async function takeAct(context: Context, visitor: Visitor, effects: DeskEffects): Promise<ActOutcome> {
  const slug = context.req.param("slug") ?? "";
  const activity = ACTIVITIES.find((known) => known === context.req.param("activity"));
  if (activity === undefined) return { kind: "no-such-act" };
  const ofBoard = BOARD_PAGES[activity];
  if ((ofBoard === undefined) === (slug === "board")) return { kind: "no-such-act" };
  const [address, page] = ofBoard ?? [`/desk/${slug}`, textPage];
  if (asksFreshSignIn(activity) && !visitor.fresh) return { kind: "sent-on", address: signInAddress(address, true) };
  const sent = new URLSearchParams(await context.req.text());
  const typed = readAct(activity, sent);
  // The topic is that of the address, whatever a form says; only an interest may be declared for all of them.
  const body = ofBoard === undefined && activity !== "declare-interest" ? { ...typed, topic: slug } : typed;
  const recorded = await perform(activity, body, visitor, effects);
  if (!recorded.ok) return { kind: "refused", page, refused: { activity, sent, diagnostics: recorded.diagnostics } };
  const { sequence } = recorded.value;
  if (activity === "open-citation") return { kind: "sent-on", address: `${address}/sources/${sent.get("source")}` };
  return { kind: "sent-on", address: `${address}?done=${sequence}` };
}

async function perform(
  activity: Activity,
  body: Readonly<Record<string, unknown>>,
  { person }: Visitor,
  effects: DeskEffects,
): Promise<Result<LogEntry>> {
  const { record, evidence: shelf } = effects;
  const decided = EVIDENCE_ACTIVITIES.find((known) => known === activity);
  if (decided !== undefined) {
    const [source, reason] = [String(body.source), String(body.reason)];
    if (shelf === undefined) return failed(reviewDiagnostics.report("review-evidence-unknown", { source }));
    return actOnEvidence({ agent: person.id, activity: decided, source, reason }, { record, shelf }, "desk");
  }
  if (activity !== "draft" && activity !== "correct")
    return performAct(record, { agent: person.id, activity, body }, "desk");
  // What a text says of itself is read from its files, never taken from a form: of the form only the hash counts.
  const { topic, hash, ...typed } = body;
  const checked = await effects.bench.check(String(topic), effects.files);
  if (!checked.ok) return checked;
  const { described, kept } = checked.value;
  if (described.hash !== hash)
    return failed(reviewDiagnostics.report("review-text-outdated", { field: "hash", topic: String(topic) }));
  const keptFirst = await record.keepText(kept);
  if (!keptFirst.ok) return keptFirst;
  return performAct(record, { agent: person.id, activity, body: { ...typed, ...described } }, "desk");
}
