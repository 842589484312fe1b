import type { Cue } from "../phrases/entry.ts";
import type { ContextText } from "./context-text.ts";
import { endOfBullets, opensBullets } from "./lists/bullets.ts";
import type { Stage } from "./stage.ts";

/** Words of an answer behind a label, before those that say it is not known. */
const LABEL_ANSWER = 4;

/** What was asked or looked for and is not known stands before such a cue, or behind it where the cue says so itself. */
export function castNotKnown(cue: Cue, stage: Stage): void {
  castOnAnnounced(cue, stage);
  // "Swollen, not asked about cancer": what was asked about follows.
  if (asksAbout(cue, stage.text)) castBehind(cue, stage);
  else castBefore(cue, stage);
}

/** What follows such a cue is not known. */
export function castNotKnownBefore(cue: Cue, stage: Stage): void {
  // "As for cancer, I have not asked".
  if (stage.text.isBreak(cue.to) && stage.text.raw(cue.to) !== ":") castBefore(cue, stage);
  else castBehind(cue, stage);
}

function castBefore(cue: Cue, { text, reach, lists }: Stage): void {
  reach.backward(afterLabel(afterRelative(cue, text), text), "notKnown");
  // "Oedema, collaterals and past history have been left blank".
  lists.backward(cue, "notKnown", text.raw(cue.from - 1) === ":");
}

/** "Nothing in the notes on the calf or on pitting". */
function castBehind(cue: Cue, { text, lights, reach, lists }: Stage): void {
  // "No information on apixaban": what is told with its last words is not known either.
  lights.castThrough(cue.from + 1, cue.to, "notKnown", cue);
  // Before a colon it is a whole list.
  reach.forward(cue, "notKnown", text.raw(cue.to) === ":" ? {} : { stop: (at) => endsUnknown(cue, at, text) });
  // "Never asked about cancer, a cast and former clots": all that was not asked about.
  lists.forward(cue, "notKnown");
}

/** "Two not answered: pitting, collaterals", "not assessed (pitting)". */
function castOnAnnounced(cue: Cue, { text, lights, reach }: Stage): void {
  const opens = text.raw(cue.to);
  if (opensBullets(cue.to, text)) {
    const to = endOfBullets(cue.to, text, (at) => text.is("verbs", at));
    lights.castThrough(cue.to, to, "notKnown", cue);
  }
  // "The other entries are blank: no cancer" denies.
  if ((opens === ":" || opens === "(") && !text.is("negationBefore", cue.to + 1))
    reach.forward({ ...cue, to: cue.to + 1 }, "notKnown", {
      stop: (at) => text.raw(at) === ")" || text.is("verbs", at),
    });
}

/** "Not asked about cancer": said of what follows. */
function asksAbout({ to }: Cue, text: ContextText): boolean {
  const ends = text.isOneOf("asksAbout", to - 1) && !text.isOneOf("circumstances", to - 1);
  return ends && !text.isBreak(to) && !text.isOneOf("circumstances", to);
}

/** Whether what is not known ends there. */
function endsUnknown(cue: Cue, at: number, text: ContextText): boolean {
  const isNext = text.isSeparator(at) && text.raw(at) !== "or" && !goesOnAsking(cue, at, text);
  return isNext || text.isOneOf("turns", at);
}

/** "It is not known whether he has had a clot, is being treated for cancer or has been operated on": one question of several verbs. */
function goesOnAsking({ to }: Cue, at: number, text: ContextText): boolean {
  return text.isOneOf("openQuestions", to - 1) && text.is("verbs", at + 1);
}

/** "Apart from cancer, which was not asked about": said of what stands before the comma. */
function afterRelative(cue: Cue, text: ContextText): Cue {
  let at = cue.from - 1;
  while (text.is("verbs", at)) at -= 1;
  return text.isOneOf("pointing", at) && text.raw(at - 1) === "," ? { ...cue, from: at } : cue;
}

/** "prior DVT: unknown", "prior DVT: old notes not available, unsure": said of the label. */
function afterLabel(cue: Cue, text: ContextText): Cue {
  let from = cue.from;
  while (cue.from - from < LABEL_ANSWER && !text.isBreak(from - 1)) from -= 1;
  if (text.raw(from - 1) === ":") return { ...cue, from: from - 1 };
  const isBehindBreak = text.isBreak(cue.from - 1) && !text.isSentenceEnd(cue.from - 1);
  return isBehindBreak ? { ...cue, from: cue.from - 1 } : cue;
}
