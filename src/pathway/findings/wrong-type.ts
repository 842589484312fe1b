import { failed, type Result } from "../../kernel/result.ts";
import { findingDiagnostics } from "./finding-diagnostics.ts";

/** A finding of another type than its feature has. Nothing is coerced: the caller is told what to send. */
export function wrongType(field: string, value: unknown, expected: string): Result<never> {
  return failed(findingDiagnostics.report("finding-type", { field, given: describeGiven(value), expected }));
}

/** What was sent, in words: short, and never the whole of a large value. */
function describeGiven(value: unknown): string {
  if (typeof value === "string") return `the text "${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return String(value);
}
