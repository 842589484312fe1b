import type { z } from "zod";
import { findJsonFault, isTooDeep, MAX_JSON_DEPTH } from "./json-place.ts";
import { type Problem, problem } from "./problem.ts";

/** A body that passed its declaration, or the problem that the caller is told. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** Reads a JSON body: media type, encoding, syntax, depth and shape, each refused in words of its own. */
export async function readJson<T>(request: Request, shape: z.ZodType<T>): Promise<Reading<T>> {
  const mediaType = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/json")
    return refuse(problem("unsupported-media-type", "send the body with `content-type: application/json`"));
  const text = decode(await request.arrayBuffer());
  if (text === undefined) return refuse(problem("malformed-json", "the body is not UTF-8 text"));
  if (isTooDeep(text)) return refuse(problem("malformed-json", `the body nests deeper than ${MAX_JSON_DEPTH} levels`));
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const checked = shape.safeParse(parsed.value);
  return checked.success ? { ok: true, value: checked.data } : refuse(problemFromIssues(checked.error.issues));
}

function refuse(given: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: given };
}

function decode(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parse(text: string): Reading<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    // The parser's own message quotes the text, which may be about a patient; ours names the place alone.
    const place = findJsonFault(text);
    const where = place === undefined ? "" : ` at line ${place.line}, column ${place.column}`;
    return refuse(problem("malformed-json", `the body stops being JSON${where}`));
  }
}

function problemFromIssues(issues: readonly z.core.$ZodIssue[]): Problem {
  const errors = issues.flatMap((issue) => {
    const keys = issue.code === "unrecognized_keys" ? issue.keys : [undefined];
    return keys.map((key) => {
      const field = [...issue.path, key]
        .filter((step) => step !== undefined)
        .map(String)
        .join(".");
      const message = key === undefined ? lowerFirst(issue.message) : `\`${key}\` is not a field of this request`;
      return {
        code: key === undefined ? "field-invalid" : "field-unknown",
        message: field === "" || key !== undefined ? message : `\`${field}\`: ${message}`,
        help: "compare with the schema of this request in /openapi.json",
        ...(field === "" ? {} : { field }),
      };
    });
  });
  return problem("request-refused", errors.map((error) => error.message).join("; "), errors);
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
