import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { performAct } from "../../review/perform-act.ts";
import { holdsRoleFor, listOr, permissionOf } from "../../review/policy.ts";
import type { KeptText } from "../../review/record-port.ts";
import { reviewDiagnostics } from "../../review/review-diagnostics.ts";
import { compareFiles, type FileDifference } from "../../review/text/compare-files.ts";
import { libraryWithEdit } from "../../review/text/edit-text.ts";
import type { DeskEffects } from "./desk-effects.ts";
import { type DraftPreview, previewDraft } from "./preview-draft.ts";
import type { Visitor } from "./visitor.ts";

/** One file of a text as somebody has written it anew, and what they want of it. */
export interface Edit {
  /** The text as it now is. */
  readonly text: KeptText;
  readonly name: string;
  readonly written: string;
  /** The form as it was sent: the hash of the text that was before its writer, and the button that was pressed. */
  readonly sent: URLSearchParams;
}

/** What a text was found to be, or why nothing came of it. */
export interface JudgedEdit {
  /** What was found of the whole text with this file as it was written; absent when it was not looked at. */
  readonly found?: readonly Diagnostic[];
  /** Why nothing was saved. */
  readonly refused?: readonly Diagnostic[];
  /** The file as another has saved it meanwhile. */
  readonly conflict?: EditConflict;
  readonly preview?: DraftPreview;
}

/** Two wrote the same file at once: what stands now, and how it differs from what was written here. */
export interface EditConflict {
  readonly theirs: string;
  readonly differences: readonly FileDifference[];
}

export type EditOutcome =
  | { readonly kind: "saved"; readonly sequence: number }
  | { readonly kind: "shown"; readonly status: number; readonly judged: JudgedEdit };

/**
 * Checks a file as it was written in the whole of its text, and drafts that text if it is asked to. Where another has drafted
 * meanwhile nothing is saved. A check that nobody waits for any more (`signal`) is given up; one that saves is not.
 */
export async function judgeEdit(
  edit: Edit,
  visitor: Visitor,
  effects: DeskEffects,
  signal: AbortSignal,
): Promise<EditOutcome> {
  const { text, name, written, sent } = edit;
  if (!holdsRoleFor(visitor.person, "draft")) {
    const { may, who } = permissionOf("draft");
    return refuse(403, [
      reviewDiagnostics.report("review-role-missing", { person: visitor.person.id, may, who: listOr(who) }),
    ]);
  }
  if (sent.get("hash") !== text.hash)
    return refuse(409, [reviewDiagnostics.report("review-text-outdated", { field: "hash", topic: text.topic })], {
      conflict: conflictOf(text, name, written),
    });
  const isSaving = sent.get("then") === "save";
  const files = libraryWithEdit(effects.files, text, name, written);
  const checked = await effects.bench.check(text.topic, files, isSaving ? undefined : signal);
  if (!checked.ok) return refuse(422, checked.diagnostics);
  const { described, kept, diagnostics: found } = checked.value;
  if (!isSaving) {
    const preview = await previewDraft({ kept, before: text, name, sent, found }, effects);
    return { kind: "shown", status: 200, judged: { found, ...(preview === undefined ? {} : { preview }) } };
  }
  const keptFirst = await effects.record.keepText(kept);
  if (!keptFirst.ok) return refuse(503, keptFirst.diagnostics, { found });
  const act = { agent: visitor.person.id, activity: "draft", body: described } as const;
  const drafted = await performAct(effects.record, act, "desk");
  return drafted.ok ? { kind: "saved", sequence: drafted.value.sequence } : refuse(422, drafted.diagnostics, { found });
}

function refuse(status: number, refused: readonly Diagnostic[], besides: JudgedEdit = {}): EditOutcome {
  return { kind: "shown", status, judged: { refused, ...besides } };
}

function conflictOf(text: KeptText, name: string, written: string): EditConflict {
  const files = text.files.filter((file) => file.name === name);
  const mine = { ...text, files: [{ name, text: written }] };
  return { theirs: files[0]?.text ?? "", differences: compareFiles({ ...text, files }, mine) };
}
