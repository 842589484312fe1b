import type { z } from "zod";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import { checkShape, type YamlPath } from "../../kernel/located-yaml.ts";
import type { SourceSpan } from "../../kernel/source-span.ts";
import { libraryDiagnostics } from "../library-diagnostics.ts";

/** One entry of a list in a YAML file, with the way back to the place of each of its parts. */
export interface Entry<T> {
  readonly value: T;
  spanOf(path: YamlPath): SourceSpan;
}

export interface ReadEntries<T> {
  readonly entries: readonly Entry<T>[];
  /** Ids of the entries that were left out because something is wrong with them. */
  readonly unread: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a list entry by entry, so that one bad entry spares the others; an id used twice is reported and left out. */
export function readEntries<T>(
  list: readonly unknown[],
  at: YamlPath,
  shape: z.ZodType<T>,
  idOf: { readonly field: string; readonly of: (value: T) => string },
  spanOf: (path: YamlPath) => SourceSpan,
): ReadEntries<T> {
  const diagnostics: Diagnostic[] = [];
  const unread = new Set<string>();
  const first = new Map<string, Entry<T>>();
  list.forEach((item, index) => {
    const path = [...at, index];
    const checked = checkShape(item, shape, spanOf, path);
    if (!checked.ok) {
      diagnostics.push(...checked.diagnostics);
      const id = idWritten(item, idOf.field);
      if (id !== undefined) unread.add(id);
      return;
    }
    const id = idOf.of(checked.value);
    const entry: Entry<T> = { value: checked.value, spanOf: (part) => spanOf([...path, ...part]) };
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, entry);
    else
      diagnostics.push(
        libraryDiagnostics.report(
          "entry-duplicate",
          { id, first: earlier.spanOf([idOf.field]).line },
          entry.spanOf([idOf.field]),
        ),
      );
  });
  return { entries: [...first.values()], unread, diagnostics };
}

function idWritten(item: unknown, field: string): string | undefined {
  if (typeof item !== "object" || item === null) return undefined;
  const id: unknown = Object.getOwnPropertyDescriptor(item, field)?.value;
  return typeof id === "string" ? id : undefined;
}
