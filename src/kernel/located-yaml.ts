import { isMap, isScalar, LineCounter, type Node, type ParsedNode, parseDocument, type Range as YamlRange } from "yaml";
import type { z } from "zod";
import { type Diagnostic, defineDiagnostics } from "./diagnostic.ts";
import { failed, ok, type Result } from "./result.ts";
import { type SourceSpan, spanAt } from "./source-span.ts";

export type YamlPath = readonly (string | number)[];

/** A checked YAML value together with the way back to the place each part of it came from. */
export interface Located<T> {
  readonly value: T;
  /** The span of the node at `path`, or of its nearest ancestor when the path has no node of its own. */
  spanOf(path: YamlPath): SourceSpan;
}

/** Above this size a library file is refused unread: a YAML file of this project is text written by a person. */
export const MAX_YAML_CHARACTERS = 2_000_000;

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
  const document = parseDocument(text, { lineCounter: new LineCounter(), uniqueKeys: true, strict: true });
  const syntax = document.errors.map((error) =>
    yamlDiagnostics.report(
      "yaml-syntax",
      { reason: firstLine(error.message) },
      spanAt(file, text, error.pos[0], Math.max(1, error.pos[1] - error.pos[0])),
    ),
  );
  if (syntax.length > 0) return failed(...syntax);
  const spanOf = (path: YamlPath): SourceSpan => spanOfPath(file, text, document.contents, path);
  const plain = toPlain(() => document.toJS({ maxAliasCount: 100 }) as unknown);
  if (!plain.ok)
    return failed(yamlDiagnostics.report("yaml-syntax", { reason: plain.reason }, spanAt(file, text, 0, 1)));
  const checked = shape.safeParse(plain.value);
  if (checked.success) return ok({ value: checked.data, spanOf });
  return failed(...checked.error.issues.flatMap((issue) => shapeDiagnostics(issue, spanOf)));
}

function toPlain(read: () => unknown): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    // The `yaml` library throws when aliases multiply beyond the limit (a "YAML bomb").
    return { ok: false, reason: error instanceof Error ? firstLine(error.message) : "unreadable" };
  }
}

function shapeDiagnostics(issue: z.core.$ZodIssue, spanOf: (path: YamlPath) => SourceSpan): Diagnostic[] {
  const path = issue.path.filter((step): step is string | number => typeof step !== "symbol");
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

function spanOfPath(file: string, text: string, root: ParsedNode | null, path: YamlPath): SourceSpan {
  let node: Node | null = root;
  let range = root?.range ?? [0, 0, 0];
  for (const step of path) {
    const child = childOf(node, step);
    if (child === null) break;
    range = child.range ?? range;
    node = child.node;
  }
  const heading = path.length === 0 ? undefined : renderPath(path);
  return spanAt(file, text, range[0], Math.max(1, range[1] - range[0]), heading);
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
