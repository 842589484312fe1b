import { z } from "@hono/zod-openapi";
import type { Diagnostic } from "../kernel/diagnostic.ts";

const problemError = z.object({
  code: z.string().describe("a phrase that names the fault; never reused for another"),
  message: z.string(),
  help: z.string().describe("how to mend it"),
  field: z.string().optional().describe("the field of the request, or the finding, that is at fault"),
  range: z
    .object({ start: z.number().int(), end: z.number().int() })
    .optional()
    .describe("where in that field, in UTF-16 code units, end exclusive"),
});

export type ProblemError = z.infer<typeof problemError>;

/** What a caller is told when a request is at fault (RFC 9457, `application/problem+json`). */
export const problemShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    errors: z.array(problemError),
  })
  .openapi("Problem");

export type Problem = z.infer<typeof problemShape>;

const TITLES = {
  "malformed-json": [400, "The body is not JSON"],
  "malformed-request": [400, "The request is malformed"],
  "foreign-origin": [403, "Requests from other sites are refused"],
  "not-found": [404, "There is nothing here"],
  "method-not-allowed": [405, "This method is not offered here"],
  "body-too-large": [413, "The body is too large"],
  "unsupported-media-type": [415, "The body must be JSON"],
  "request-refused": [422, "The request cannot be taken"],
  "internal-error": [500, "Something went wrong on our side"],
  "topic-withheld": [503, "The text of this topic in force cannot be shown"],
  "record-unreachable": [503, "The record of review cannot be read"],
  "evidence-unreachable": [503, "The store of evidence cannot be read"],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

export type ProblemCode = keyof typeof TITLES;

export function problem(code: ProblemCode, detail: string, errors: readonly ProblemError[] = []): Problem {
  const [status, title] = TITLES[code];
  return { type: `urn:wellspring:problem:${code}`, title, status, detail, errors: [...errors] };
}

/** The faults that an engine found in a request. `field` names the finding when the message or its place does. */
export function problemFromDiagnostics(diagnostics: readonly Diagnostic[], fields: ReadonlySet<string>): Problem {
  const errors = diagnostics.map((diagnostic) => toProblemError(diagnostic, fields));
  return problem("request-refused", errors.map((error) => error.message).join("; "), errors);
}

export function toProblemError(diagnostic: Diagnostic, fields: ReadonlySet<string>): ProblemError {
  const { code, message, help, range } = diagnostic;
  const field = fieldOf(diagnostic, fields);
  return {
    code,
    message,
    help,
    ...(field === undefined ? {} : { field }),
    ...(range === undefined ? {} : { range: { ...range } }),
  };
}

/** What the diagnostic itself names; else the heading of its span, or the first word in backticks that is a known field. */
function fieldOf(diagnostic: Diagnostic, fields: ReadonlySet<string>): string | undefined {
  if (diagnostic.field !== undefined) return diagnostic.field;
  const heading = diagnostic.span?.heading?.replace(/^findings\./, "");
  if (heading !== undefined && fields.has(heading)) return heading;
  return [...diagnostic.message.matchAll(/`([^`]+)`/g)]
    .map((match) => match[1])
    .find((word) => word !== undefined && fields.has(word));
}

export function problemResponse(given: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(problemShape.parse(given)), {
    status: given.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}
