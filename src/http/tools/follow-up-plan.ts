import type { Citation } from "../../evidence/citation.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { FollowUp, Pathway } from "../../pathway/model/pathway.ts";
import { addDays, type CalendarEvent, type Day, parseDay, printIso } from "../../tools/calendar.ts";
import type { PatientState } from "../components/patient-panel.tsx";
import { capitalised, followUpWords } from "../components/words.ts";

/** A follow-up of the pathway with those who ask for it. */
export interface Plan {
  readonly id: string;
  readonly what: string;
  readonly windows: readonly (readonly [number, number])[];
  readonly countedFrom: string;
  readonly cite: readonly Citation[];
  /** Labels of the guidelines that lead to it for this patient; empty without a patient. */
  readonly followedBy: readonly string[];
}

/** The follow-ups that differ, each once. For a patient, those that some guideline leads to. */
export function plansOf(pathway: Pathway, state: PatientState): readonly Plan[] {
  const key = ({ what, windows, countedFrom }: Pick<FollowUp, "what" | "windows" | "countedFrom">) =>
    JSON.stringify([what, windows, countedFrom]);
  const byKey = new Map<string, Plan>();
  for (const followUp of pathway.followUps) {
    const known = byKey.get(key(followUp));
    const cite = [...(known?.cite ?? []), ...followUp.cite].filter(
      (one, at, all) => all.findIndex(({ source }) => source === one.source) === at,
    );
    byKey.set(key(followUp), {
      ...followUp,
      id: known?.id ?? followUp.id,
      cite,
      followedBy: followersOf(state, key(followUp), key),
    });
  }
  const plans = [...byKey.values()];
  const own = plans.filter(({ followedBy }) => followedBy.length > 0);
  return own.length > 0 ? own : plans;
}

function followersOf(
  { byProfile }: PatientState,
  wanted: string,
  key: (followUp: Pick<FollowUp, "what" | "windows" | "countedFrom">) => string,
): readonly string[] {
  return byProfile
    .filter(({ answer }) =>
      [answer.followUp, ...answer.alsoDo.map(({ followUp }) => followUp)].some(
        (one) => one !== null && key(one) === wanted,
      ),
    )
    .map(({ profile }) => profile.label);
}

/** The day that windows are counted from: given, not given, or not a day. */
export type Anchor =
  | { readonly kind: "none" }
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "wrong"; readonly typed: string };

export function readAnchor(form: URLSearchParams): Anchor {
  const typed = (form.get("date") ?? "").trim().slice(0, 40);
  if (typed === "") return { kind: "none" };
  const day = parseDay(typed);
  return day === undefined ? { kind: "wrong", typed } : { kind: "day", day };
}

/** The dates of a window, both ends included. */
export function datesOf([from, to]: readonly [number, number], anchor: Day): readonly [Day, Day] {
  return [addDays(anchor, from), addDays(anchor, to)];
}

/** One event for each window. No event names the patient: whoever files it knows. */
export function eventsOf(
  { what, windows, countedFrom, cite, id }: Plan,
  anchor: Day,
  topic: Topic,
): readonly CalendarEvent[] {
  return windows.map((window) => {
    const [first, last] = datesOf(window, anchor);
    const words = followUpWords({ what, windows: [[...window]], countedFrom });
    return {
      uid: `${topic.slug}-${id}-${window.join("-")}-${printIso(anchor)}@wellspring`,
      first,
      last,
      summary: capitalised(what),
      description: `${capitalised(words)}, earlier if it gets worse.\nTopic: ${topic.title}. Sources: ${cite.map(({ source }) => source).join(", ")}.`,
    };
  });
}
