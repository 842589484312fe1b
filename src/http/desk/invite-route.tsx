import type { Context } from "hono";
import { refusalsOf } from "../../review/desk/list-steps.ts";
import { notFoundPage } from "../error-pages.tsx";
import { respondOnce } from "../page-response.ts";
import type { DeskEffects } from "./desk-effects.ts";
import { PeoplePage } from "./people-page.tsx";
import { signInAddress, type Visitor } from "./visitor.ts";

const PEOPLE = "/desk/board/people";

/**
 * Whoever may admit people may invite them to choose how they sign in. The link may replace how somebody signs in now, so it asks
 * for a fresh proof; it stands on this one page and nowhere else.
 */
export async function answerInvite(context: Context, visitor: Visitor, effects: DeskEffects): Promise<Response> {
  if (!visitor.fresh) return context.redirect(signInAddress(PEOPLE, true), 303);
  const sent = new URLSearchParams(await context.req.text());
  const [record, now] = [await effects.record.read(), effects.record.now()];
  const person = record.people.get(sent.get("person") ?? "");
  if (person === undefined) return notFoundPage(context, effects);
  const show = (props: Partial<Parameters<typeof PeoplePage>[0]>, status: number) =>
    respondOnce(context, <PeoplePage {...{ assets: effects.assets, visitor, record, now }} {...props} />, status);
  const refused = (diagnostics: ReturnType<typeof refusalsOf>) => ({
    refused: { activity: "admit-person" as const, sent: new URLSearchParams(), diagnostics },
  });
  const diagnostics = refusalsOf(record, visitor.person.id, "admit-person", {}, now);
  if (diagnostics.length > 0) return show(refused(diagnostics), 403);
  const invited = await effects.invite(person.id);
  if (!invited.ok) return show(refused(invited.diagnostics), 422);
  return show({ invited: { ...invited.value, name: person.name } }, 200);
}
