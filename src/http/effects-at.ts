import type { Context } from "hono";
import type { Wellspring } from "../answer/wellspring.ts";
import type { Assets } from "./assets.ts";
import type { PageEffects } from "./home-route.tsx";

declare module "hono" {
  interface ContextVariableMap {
    readonly wellspring: Wellspring | undefined;
  }
}

/** What one request is answered from. Routes are mounted with this and never with a product, which would be that of another moment. */
export type EffectsAt = (context: Context) => PageEffects;

/** Looks at the record, once for each request: whatever is published meanwhile, its reply is of one library and one record. */
export async function lookAtRecord(context: Context, wellspring: Wellspring): Promise<void> {
  if (context.get("wellspring") === undefined) context.set("wellspring", await wellspring.catchUp());
}

export function effectsWith(assets: Assets): EffectsAt {
  return (context) => {
    const wellspring = context.get("wellspring");
    if (wellspring === undefined) throw new Error(`${context.req.path} is answered before the record was looked at`);
    return { wellspring, assets };
  };
}
