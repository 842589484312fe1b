import type { Context } from "hono";
import { notFoundPage } from "../error-pages.tsx";
import { respondOnce } from "../page-response.ts";
import type { DeskEffects } from "./desk-effects.ts";
import { editAddress } from "./edit-address.ts";
import { EditPage } from "./edit-page.tsx";
import { EditResults } from "./edit-results.tsx";
import { type Edit, type JudgedEdit, judgeEdit } from "./judge-edit.ts";
import { SignedOutPage } from "./signed-out-page.tsx";
import { textToEdit } from "./text-view.ts";
import type { Visitor } from "./visitor.ts";

/** A file of a library may be as large as the folder's reader takes it; percent-encoded it is up to three times that. */
export const MAX_EDIT_BYTES = 6_000_000;

export async function editPage(context: Context, visitor: Visitor, effects: DeskEffects): Promise<Response> {
  const text = await textToEdit(context.req.param("slug") ?? "", effects);
  const file = text?.files.find(({ name }) => name === context.req.query("file"));
  if (text === undefined || file === undefined) return notFoundPage(context, effects);
  return show(context, visitor, effects, { text, name: file.name, written: file.text }, {}, 200);
}

/**
 * What came of a file that was written anew: its text checked, shown as readers would see it, or saved as a draft. The editor asks
 * for the results alone while its author types; without scripts the same form gives the whole page.
 */
export async function answerEdit(context: Context, visitor: Visitor, effects: DeskEffects): Promise<Response> {
  const { signal } = context.req.raw;
  const sent = new URLSearchParams(await context.req.text());
  const text = await textToEdit(context.req.param("slug") ?? "", effects);
  const name = sent.get("file") ?? "";
  if (text?.files.some((file) => file.name === name) !== true) return notFoundPage(context, effects);
  // Forms send each line break as two signs; files have one.
  const written = (sent.get("written") ?? "").replaceAll("\r\n", "\n");
  const outcome = await judgeEdit({ text, name, written, sent }, visitor, effects, signal);
  if (outcome.kind === "saved") return context.redirect(`/desk/${text.topic}?done=${outcome.sequence}`, 303);
  const { judged, status } = outcome;
  if (context.req.header("wellspring-part") === "results") {
    const pathwayInForce = effects.wellspring.library.topics.get(text.topic)?.pathway;
    return respondOnce(context, <EditResults {...{ text, name, judged, pathwayInForce }} />, status);
  }
  return show(context, visitor, effects, { text, name, written }, judged, status);
}

/** A session that ended while somebody wrote costs them nothing: what was sent comes back, to nobody but its sender, and can be sent again. */
export async function giveBackEdit(context: Context, { assets }: DeskEffects): Promise<Response> {
  const sent = new URLSearchParams(await context.req.text());
  const address = editAddress(context.req.param("slug") ?? "", sent.get("file") ?? "");
  return respondOnce(context, <SignedOutPage {...{ assets, sent, address }} />, 401);
}

/** One file of a text as it is, to be put into a library: of one that was kept, or of the folder's that nobody has drafted yet. */
export async function fileOfText(context: Context, _visitor: Visitor, effects: DeskEffects): Promise<Response> {
  const hash = context.req.query("hash") ?? "";
  const atHand = await textToEdit(context.req.param("slug") ?? "", effects);
  const kept = atHand?.hash === hash ? atHand : await effects.record.findText(hash);
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
  edit: Pick<Edit, "text" | "name" | "written">,
  judged: JudgedEdit,
  status: number,
): Response {
  const topic = wellspring.library.topics.get(edit.text.topic);
  const shown = { assets, visitor, judged, title: topic?.title ?? edit.text.topic, pathwayInForce: topic?.pathway };
  return respondOnce(context, <EditPage {...shown} {...edit} />, status);
}
