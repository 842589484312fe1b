import type { Context } from "hono";
import { performAct } from "../../review/perform-act.ts";
import { holdsRoleFor, listOr, permissionOf } from "../../review/policy.ts";
import type { KeptText } from "../../review/record-port.ts";
import { reviewDiagnostics } from "../../review/review-diagnostics.ts";
import { libraryWithEdit } from "../../review/text/edit-text.ts";
import { notFoundPage } from "../error-pages.tsx";
import { respondOnce } from "../page-response.ts";
import type { DeskEffects } from "./desk-effects.ts";
import { EditPage, type EditPageProps } from "./edit-page.tsx";
import { textToEdit } from "./text-view.ts";
import type { Visitor } from "./visitor.ts";

/** A file of a library may be as large as the folder's reader takes it; percent-encoded it is up to three times that. */
export const MAX_EDIT_BYTES = 6_000_000;

export async function editPage(context: Context, visitor: Visitor, effects: DeskEffects): Promise<Response> {
  const text = await textToEdit(context.req.param("slug") ?? "", effects);
  const file = text?.files.find(({ name }) => name === context.req.query("file"));
  if (text === undefined || file === undefined) return notFoundPage(context, effects);
  return show(context, visitor, effects, { text, name: file.name, written: file.text }, 200);
}

/**
 * Checks a file as it was typed in the whole of its text, and drafts that text if it is asked to. The form holds the hash of the text
 * that was before its writer: where another has drafted meanwhile, nothing is saved and what was typed stays.
 */
export async function answerEdit(context: Context, visitor: Visitor, effects: DeskEffects): Promise<Response> {
  const sent = new URLSearchParams(await context.req.text());
  const text = await textToEdit(context.req.param("slug") ?? "", effects);
  const name = sent.get("file") ?? "";
  if (text?.files.some((file) => file.name === name) !== true) return notFoundPage(context, effects);
  // Forms send each line break as two signs; files have one.
  const written = (sent.get("written") ?? "").replaceAll("\r\n", "\n");
  const shown = { text, name, written };
  if (!holdsRoleFor(visitor.person, "draft")) {
    const { may, who } = permissionOf("draft");
    const refused = [
      reviewDiagnostics.report("review-role-missing", { person: visitor.person.id, may, who: listOr(who) }),
    ];
    return show(context, visitor, effects, { ...shown, refused }, 403);
  }
  if (sent.get("hash") !== text.hash) {
    const refused = [reviewDiagnostics.report("review-text-outdated", { field: "hash", topic: text.topic })];
    return show(context, visitor, effects, { ...shown, refused }, 409);
  }
  const checked = await effects.bench.check(text.topic, libraryWithEdit(effects.files, text, name, written));
  if (!checked.ok) return show(context, visitor, effects, { ...shown, refused: checked.diagnostics }, 422);
  const { described, kept, diagnostics: found } = checked.value;
  if (sent.get("then") !== "save") return show(context, visitor, effects, { ...shown, found }, 200);
  await effects.record.keepText(kept);
  const act = { agent: visitor.person.id, activity: "draft", body: described } as const;
  const drafted = await performAct(effects.record, act, "desk");
  if (!drafted.ok) return show(context, visitor, effects, { ...shown, found, refused: drafted.diagnostics }, 422);
  return context.redirect(`/desk/${text.topic}?done=${drafted.value.sequence}`, 303);
}

/** One file of a kept text as it is, to be put into a library. */
export async function fileOfText(context: Context, _visitor: Visitor, effects: DeskEffects): Promise<Response> {
  const kept = await effects.record.findText(context.req.query("hash") ?? "");
  const file = kept?.files.find(({ name }) => name === context.req.query("file"));
  if (file === undefined || kept?.topic !== context.req.param("slug")) return notFoundPage(context, effects);
  return new Response(file.text, {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": `attachment; filename="${file.name.replace("../../", "")}"`,
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
    },
  });
}

function show(
  context: Context,
  visitor: Visitor,
  { assets, wellspring }: DeskEffects,
  props: Pick<EditPageProps, "name" | "written" | "found" | "refused"> & { readonly text: KeptText },
  status: number,
): Response {
  const title = wellspring.library.topics.get(props.text.topic)?.title ?? props.text.topic;
  return respondOnce(context, <EditPage {...{ assets, visitor, title }} {...props} />, status);
}
