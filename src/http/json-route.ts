import type { Context, Hono } from "hono";
import type { z } from "zod";
import type { Wellspring } from "../answer/wellspring.ts";
import { textResponse } from "./encode-body.ts";
import { type Problem, problemResponse } from "./problem.ts";
import { readJson } from "./read-json.ts";

/** What a handler is given: the product behind its port. */
export interface ApiEffects {
  readonly wellspring: Wellspring;
}

export type Handled<Response> =
  | { readonly kind: "found"; readonly value: Response }
  | { readonly kind: "problem"; readonly problem: Problem };

export function found<T>(value: T): Handled<T> {
  return { kind: "found", value };
}

export function refused(problem: Problem): { readonly kind: "problem"; readonly problem: Problem } {
  return { kind: "problem", problem };
}

interface Declaration<Name extends string, Body, Reply> {
  /** Method and path; `:name` stands for a part of the path. */
  readonly path: `${"GET" | "POST"} /api/${string}`;
  readonly summary: string;
  readonly params: Readonly<Record<Name, string>>;
  /** Shape of the body; absent when the route takes none. */
  readonly request?: z.ZodType<Body>;
  readonly response: z.ZodType<Reply>;
  readonly example?: Body;
  /** Who may call it. What the library publishes is open to everyone who reaches the server. */
  readonly allow: "anyReader";
  handle(
    input: { readonly params: Readonly<Record<Name, string>>; readonly body: Body },
    effects: ApiEffects,
  ): Handled<Reply> | Promise<Handled<Reply>>;
}

/** A declared route whose types are checked inside, so that routes of different shapes stand in one list. */
export interface JsonRoute {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly summary: string;
  /** Name of each part of the path, with what it means. */
  readonly params: Readonly<Record<string, string>>;
  readonly request: z.ZodType | undefined;
  readonly response: z.ZodType;
  readonly example: unknown;
  respond(context: Context, effects: ApiEffects): Promise<Response>;
}

/**
 * Declares a JSON route: what it takes, who may, what it gives. Input and output are both checked against the declaration;
 * a reply that breaks it is a bug and never leaves the server.
 */
export function route<Name extends string, Body, Reply>(declared: Declaration<Name, Body, Reply>): JsonRoute {
  const [method, path] = splitPath(declared.path);
  return {
    method,
    path,
    summary: declared.summary,
    params: declared.params,
    request: declared.request,
    response: declared.response,
    example: declared.example,
    async respond(context, effects) {
      const body = await readBody(context, declared.request);
      if (!body.ok) return problemResponse(body.problem);
      const params = readParams(context, declared.params);
      const handled = await declared.handle({ params, body: body.value }, effects);
      if (handled.kind === "problem") return problemResponse(handled.problem);
      return textResponse(
        JSON.stringify(declared.response.parse(handled.value)),
        context.req.header("accept-encoding"),
        {
          status: 200,
          headers: { "content-type": "application/json", "cache-control": "no-store" },
        },
      );
    },
  };
}

export function mountRoutes(app: Hono, routes: readonly JsonRoute[], at: (context: Context) => ApiEffects): void {
  for (const { method, path, respond } of routes) app.on(method, path, (context) => respond(context, at(context)));
}

function splitPath(path: string): [method: "GET" | "POST", path: string] {
  const [method, rest] = path.split(" ");
  return [method === "POST" ? "POST" : "GET", rest ?? ""];
}

async function readBody<Body>(context: Context, shape: z.ZodType<Body> | undefined) {
  if (shape !== undefined) return readJson(context.req.raw, shape);
  // A route that declares no request has `Body` inferred from nothing and never looks at it.
  return { ok: true, value: undefined as Body } as const;
}

function readParams<Name extends string>(
  context: Context,
  names: Readonly<Record<Name, string>>,
): Record<Name, string> {
  const entries = Object.keys(names).map((name) => [name, context.req.param(name) ?? ""]);
  // The keys are those of `names`, which `Object.fromEntries` cannot see.
  return Object.fromEntries(entries) as Record<Name, string>;
}
