import type { Activity } from "../../review/policy.ts";
import { DESK_FORMS } from "./desk-forms.ts";

/** Fields that are numbers in the record. */
const NUMBERS: ReadonlySet<string> = new Set(["flag", "replyTo", "interest"]);

/**
 * What a sent form asks to have recorded. Every field goes on, those of no meaning too: the record refuses what it does not
 * know. Line breaks of a paragraph become spaces, as the form says; a choice that was not made stays absent.
 */
export function readAct(activity: Activity, sent: URLSearchParams): Readonly<Record<string, unknown>> {
  const kinds = new Map(DESK_FORMS[activity].fields.map(({ name, kind }) => [name, kind]));
  const entries = [...new Set(sent.keys())].flatMap((name): (readonly [string, unknown])[] => {
    const written = sent.get(name) ?? "";
    if (kinds.get(name) === "roles") return [[name, sent.getAll(name).filter((role) => role !== "")]];
    if (kinds.get(name) === "truth") return [[name, written === "yes" ? true : written === "no" ? false : written]];
    if (kinds.get(name) === "topic" && written === "") return [];
    if (kinds.get(name) === "paragraph") return [[name, written.replace(/\s*[\r\n]+\s*/g, " ")]];
    return [[name, NUMBERS.has(name) ? Number(written) : written]];
  });
  return Object.fromEntries(entries);
}
