import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { methodNotAllowed } from "hono/method-not-allowed";
import type { Accounts } from "../accounts/accounts.ts";
import type { Wellspring } from "../answer/wellspring.ts";
import { EvidenceUnreachable } from "../evidence/evidence-unreachable.ts";
import { RecordUnreachable } from "../review/record-unreachable.ts";
import { mountAccounts } from "./accounts/account-routes.tsx";
import { apiRoutes } from "./api/api-routes.ts";
import { renderOpenApi } from "./api/openapi.ts";
import { mountAssets } from "./asset-routes.ts";
import type { Assets } from "./assets.ts";
import { chooseLanguage } from "./choose-language.ts";
import type { DeskOptions } from "./desk/desk-effects.ts";
import { mountDesk } from "./desk/desk-routes.tsx";
import { effectsWith, lookAtRecord } from "./effects-at.ts";
import { textResponse } from "./encode-body.ts";
import {
  isForProgram,
  MAX_BODY_BYTES,
  notFoundPage,
  refuseFault,
  refuseMethod,
  refuseSize,
  refuseUnreachable,
} from "./error-pages.tsx";
import { mountRoutes } from "./json-route.ts";
import type { Language } from "./messages/language.tsx";
import { mountOffline } from "./offline-routes.tsx";
import { mountPages } from "./page-routes.tsx";
import { problem, problemResponse } from "./problem.ts";
import { isSameOrigin } from "./same-origin.ts";
import { securityHeaders } from "./security-headers.ts";

export interface AppOptions {
  readonly wellspring: Wellspring;
  readonly assets: Assets;
  /** Languages of the interface; absent: all that there are. */
  readonly languages?: readonly Language[];
  /** Where the board works; absent where nobody can sign in. */
  readonly desk?: DeskOptions;
  /** Who the board is and how its members prove it; absent where nobody can sign in. */
  readonly accounts?: Accounts;
  /** Told of a bug that reached the boundary. Given the error alone, never the request: questions are not logged. */
  readonly reportFault: (error: Error) => void;
}

/** The whole web edge: pages, JSON API, assets and the rules that hold for all of them. */
export function createApp(options: AppOptions): Hono {
  const { wellspring, assets, accounts } = options;
  const app = new Hono();
  app.use(securityHeaders);
  app.use(chooseLanguage(options.languages));
  app.use(methodNotAllowed({ app, onMethodNotAllowed: (context, methods) => refuseMethod(context, methods, assets) }));
  app.use(async (context, next) => {
    if (!isSameOrigin(context.req.raw))
      return problemResponse(
        problem("foreign-origin", "send this request from Wellspring's own pages or from a program"),
      );
    return next();
  });
  mountAssets(app, assets);
  const openApi = JSON.stringify(renderOpenApi(apiRoutes));
  app.get("/openapi.json", (context) =>
    textResponse(openApi, context.req.header("accept-encoding"), {
      status: 200,
      headers: { "content-type": "application/json", "cache-control": "no-cache" },
    }),
  );
  app.get("/healthz", (context) => context.json({ status: "ok" }, 200, { "cache-control": "no-store" }));
  app.use(async (context, next) => {
    await lookAtRecord(context, wellspring);
    return next();
  });
  const at = effectsWith(assets);
  app.use("/api/*", bodyLimit({ maxSize: MAX_BODY_BYTES, onError: refuseSize(assets) }));
  mountRoutes(app, apiRoutes, at);
  mountOffline(app, assets, at);
  mountPages(app, assets, at);
  if (options.desk !== undefined) mountDesk(app, at, options.desk);
  if (accounts !== undefined) mountAccounts(app, { accounts, assets });
  app.notFound(async (context) => {
    if (isForProgram(context))
      return problemResponse(problem("not-found", "nothing is offered at this address; /openapi.json lists what is"));
    // A file that there is not is refused before.
    await lookAtRecord(context, wellspring);
    return notFoundPage(context, at(context));
  });
  app.onError((error, context) => {
    options.reportFault(error);
    if (error instanceof RecordUnreachable) return refuseUnreachable(context, assets, "record-unreachable");
    if (error instanceof EvidenceUnreachable) return refuseUnreachable(context, assets, "evidence-unreachable");
    return refuseFault(context, assets);
  });
  return app;
}
