import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { YamlPath } from "../../kernel/located-yaml.ts";
import type { SourceSpan } from "../../kernel/source-span.ts";
import { tokenise } from "../language/tokenise.ts";
import { pathwayDiagnostics } from "./pathway-diagnostics.ts";
import type { PathwayText } from "./pathway-shape.ts";

interface Named {
  readonly id: string;
  readonly path: YamlPath;
  readonly uses: readonly string[];
}

/**
 * Names that are made of each other in a circle: definitions, derived features and scores. The order of declaration forbids them all
 * the same; this says which names form the circle, where the order alone would only say that one is not known yet.
 */
export function checkCycles(value: PathwayText, spanOf: (path: YamlPath) => SourceSpan): readonly Diagnostic[] {
  const named = new Map(partsOf(value).map((one) => [one.id, one]));
  const done = new Set<string>();
  const found: Diagnostic[] = [];
  const visit = (id: string, way: readonly string[]): void => {
    const from = way.indexOf(id);
    const part = named.get(id);
    if (from >= 0 && part !== undefined) {
      const circle = [...way.slice(from), id].join(" → ");
      found.push(pathwayDiagnostics.report("reference-cyclic", { circle }, spanOf(part.path)));
    }
    if (from >= 0 || part === undefined || done.has(id)) return;
    for (const used of part.uses) visit(used, [...way, id]);
    done.add(id);
  };
  for (const id of named.keys()) visit(id, []);
  return found;
}

function partsOf(value: PathwayText): readonly Named[] {
  return [
    ...value.features.flatMap(({ id, derive }, at) =>
      derive === undefined ? [] : [{ id, path: ["features", at, "derive"], uses: namesIn(derive) }],
    ),
    ...value.scores.map(({ id, items, appliesWhen }, at) => ({
      id,
      path: ["scores", at, "id"],
      uses: [...items.flatMap(({ feature, when }) => [feature, ...namesIn(when ?? "")]), ...namesIn(appliesWhen ?? "")],
    })),
    ...value.definitions.map(({ id, when }, at) => ({ id, path: ["definitions", at, "when"], uses: namesIn(when) })),
  ];
}

/** A score's category is named with dots behind the score. */
function namesIn(condition: string): readonly string[] {
  return tokenise(condition).flatMap(({ kind, text }) => (kind === "name" ? [text.split(".")[0] ?? text] : []));
}
