import { isMap, isScalar, type Node, type ParsedNode, parseDocument, type Range as YamlRange } from "yaml";
import type { z } from "zod";
import { type Diagnostic, defineDiagnostics } from "./diagnostic.ts";
import { failed, ok, type Result } from "./result.ts";
import { type SourceSpan, spanAt, spanFinder } from "./source-span.ts";

export type YamlPath = readonly (string | number)[];

/** A checked YAML value together with the way back to the place each part of it came from. */
export interface Located<T> {
  readonly value: T;
  /** The span of the node at `path`, or of its nearest ancestor when the path has no node of its own. */
  spanOf(path: YamlPath): SourceSpan;
}

/** Above this size a library file is refused unread: a YAML file of this project is text written by a person. */
export const MAX_YAML_CHARACTERS = 2_000_000;

/** More brackets than this inside each other are refused unread: the reader of YAML would exhaust its stack. */
const MAX_NESTING = 200;

export const yamlDiagnostics = defineDiagnostics({
  "yaml-syntax": {
    severity: "error",
    message: ({ reason }: { reason: string }) => `not well-formed YAML: ${reason}`,
    help: "mend the indentation, quote or bracket at this place",
  },
  "yaml-too-large": {
    severity: "error",
    message: ({ characters }: { characters: number }) => `the file has ${characters} characters, more than is read`,
    help: `split the file; the limit is ${MAX_YAML_CHARACTERS} characters`,
  },
  "yaml-shape": {
    severity: "error",
    message: ({ path, problem }: { path: string; problem: string }) => `\`${path}\`: ${problem}`,
    help: "compare with the format in docs/authoring.md, or let the JSON Schema in your editor complete the field",
  },
});

/** Parses YAML text and checks its shape, reporting every problem at its place rather than the first one. */
export function parseYaml<T>(file: string, text: string, shape: z.ZodType<T>): Result<Located<T>> {
  if (text.length > MAX_YAML_CHARACTERS)
    return failed(yamlDiagnostics.report("yaml-too-large", { characters: text.length }, spanAt(file, text, 0, 1)));
  const find = spanFinder(file, text);
  const read = readDocument(text);
  if (!read.ok)
    return failed(
      ...read.problems.map(({ reason, at }) => yamlDiagnostics.report("yaml-syntax", { reason }, find(...at))),
    );
  const spanOf = (path: YamlPath): SourceSpan => spanOfPath(find, read.root, path);
  const checked = checkShape(read.value, shape, spanOf);
  return checked.ok ? ok({ value: checked.value, spanOf }) : checked;
}

/** Checks a value read from YAML, or the part of one that lies at `at`, so that one bad entry of a list spares the others. */
export function checkShape<T>(
  value: unknown,
  shape: z.ZodType<T>,
  spanOf: (path: YamlPath) => SourceSpan,
  at: YamlPath = [],
): Result<T> {
  const checked = shape.safeParse(value);
  if (checked.success) return ok(checked.data);
  return failed(...checked.error.issues.flatMap((issue) => shapeDiagnostics(issue, spanOf, at)));
}

interface SyntaxProblem {
  readonly reason: string;
  readonly at: readonly [offset: number, length: number];
}

type ReadDocument =
  | { readonly ok: true; readonly value: unknown; readonly root: ParsedNode | null }
  | { readonly ok: false; readonly problems: readonly SyntaxProblem[] };

function readDocument(text: string): ReadDocument {
  const tooDeep = findDeepNesting(text);
  if (tooDeep !== undefined)
    return { ok: false, problems: [{ reason: "brackets or dashes nest too deeply", at: [tooDeep, 1] }] };
  try {
    const document = parseDocument(text, { uniqueKeys: true, strict: true, logLevel: "error" });
    // A warning of the YAML reader (an unknown tag, a key that is itself a list) is a mistake in a file of ours.
    const problems = [...document.errors, ...document.warnings].map(
      (error): SyntaxProblem => ({
        reason: firstLine(error.message),
        at: [error.pos[0], Math.max(1, error.pos[1] - error.pos[0])],
      }),
    );
    if (problems.length > 0) return { ok: false, problems };
    return { ok: true, value: document.toJS({ maxAliasCount: 100 }) as unknown, root: document.contents };
  } catch (error) {
    // The `yaml` library throws when aliases multiply beyond the limit (a "YAML bomb").
    const reason = error instanceof Error ? firstLine(error.message) : "unreadable";
    return { ok: false, problems: [{ reason, at: [0, 1] }] };
  }
}

/** Offset at which brackets, or dashes that open a list inside a list, nest deeper than any author would write. */
function findDeepNesting(text: string): number | undefined {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "[" || character === "{") open++;
    else if (character === "]" || character === "}") open = Math.max(0, open - 1);
    if (open > MAX_NESTING) return at;
  }
  const dashes = new RegExp(`(?:[-?:][ \\t]+){${MAX_NESTING}}`).exec(text);
  return dashes?.index;
}

function shapeDiagnostics(issue: z.core.$ZodIssue, spanOf: (path: YamlPath) => SourceSpan, at: YamlPath): Diagnostic[] {
  const path = [...at, ...issue.path.filter((step): step is string | number => typeof step !== "symbol")];
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) =>
      yamlDiagnostics.report(
        "yaml-shape",
        { path: renderPath([...path, key]), problem: "is not a field of this format" },
        spanOf([...path, key]),
      ),
    );
  const problem = issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  return [yamlDiagnostics.report("yaml-shape", { path: renderPath(path), problem }, spanOf(path))];
}

export function renderPath(path: YamlPath): string {
  return path.length === 0 ? "(whole file)" : path.map(String).join(".");
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? message).replace(/ at line \d+, column \d+:?$/, "");
}

function spanOfPath(find: ReturnType<typeof spanFinder>, root: ParsedNode | null, path: YamlPath): SourceSpan {
  let node: Node | null = root;
  let range = root?.range ?? [0, 0, 0];
  for (const step of path) {
    const child = childOf(node, step);
    if (child === null) break;
    range = child.range ?? range;
    node = child.node;
  }
  const heading = path.length === 0 ? undefined : renderPath(path);
  return find(range[0], Math.max(1, range[1] - range[0]), heading);
}

function childOf(node: Node | null, step: string | number): { node: Node | null; range: YamlRange | undefined } | null {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
    if (pair === undefined) return null;
    const value = pair.value as Node | null;
    const keyRange = isScalar(pair.key) ? (pair.key.range ?? undefined) : undefined;
    return { node: value, range: value?.range ?? keyRange };
  }
  if (node !== null && "items" in node && Array.isArray(node.items)) {
    const item = node.items[Number(step)] as Node | undefined;
    return item === undefined ? null : { node: item, range: item.range ?? undefined };
  }
  return null;
}
