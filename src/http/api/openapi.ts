import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { JsonRoute } from "../json-route.ts";
import { problemShape } from "../problem.ts";

type Document = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;

/** The OpenAPI 3.1 document of the routes, made from the same schemas that check requests and replies. */
export function renderOpenApi(routes: readonly JsonRoute[]): Document {
  // Used as a collector of schemas alone: requests are served by the app, whose refusals are worded for people.
  const collector = new OpenAPIHono();
  for (const route of routes) collector.openAPIRegistry.registerPath(createRoute(describeRoute(route)));
  return collector.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Wellspring",
      version: "0.1.0",
      description:
        "Clinical answers with every statement cited, and the pathway behind them running on one patient. " +
        "Decision support for clinicians, never a substitute for judgement. Nothing that is asked is stored. " +
        "A finding that is absent was not asked; `null` means asked and not known; neither is `false`.",
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    servers: [{ url: "/" }],
    security: [],
  });
}

function describeRoute(route: JsonRoute) {
  const problems = [
    ...(Object.keys(route.params).length === 0 ? [] : [["404", "There is nothing under this name"]]),
    ...(route.request === undefined
      ? []
      : [
          ["400", "The body is not JSON, or too deep"],
          ["403", "The request came from another site"],
          ["413", "The body is larger than 64 KB"],
          ["415", "The body is not declared as JSON"],
          ["422", "A field or a finding cannot be taken"],
        ]),
    ["500", "A fault on our side"],
  ] as const;
  const problemBody = { "application/problem+json": { schema: problemShape } };
  return {
    method: route.method === "GET" ? ("get" as const) : ("post" as const),
    path: route.path.replace(/:(\w+)/g, "{$1}"),
    operationId: operationIdOf(route),
    summary: route.summary,
    request: {
      params: z.object(
        Object.fromEntries(Object.entries(route.params).map(([name, meaning]) => [name, z.string().describe(meaning)])),
      ),
      ...(route.request === undefined
        ? {}
        : {
            body: {
              required: true,
              content: { "application/json": { schema: route.request, example: route.example } },
            },
          }),
    },
    responses: {
      200: { description: "Done", content: { "application/json": { schema: route.response } } },
      ...Object.fromEntries(problems.map(([status, description]) => [status, { description, content: problemBody }])),
    },
  };
}

function operationIdOf({ method, path }: JsonRoute): string {
  const words = path
    .replace("/api/", "")
    .replace(/:(\w)/g, (_, first: string) => `by-${first}`)
    .split(/[/-]/);
  return [method.toLowerCase(), ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join("");
}
