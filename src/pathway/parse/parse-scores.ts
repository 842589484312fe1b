import type { YamlPath } from "../../kernel/located-yaml.ts";
import type { Scheme, Score, ScoreItem } from "../model/pathway.ts";
import type { ParseContext } from "./parse-context.ts";
import { pathwayDiagnostics } from "./pathway-diagnostics.ts";
import type { PathwayText } from "./pathway-shape.ts";

type ScoreText = PathwayText["scores"][number];

/** Reads the scores and declares, for the conditions that follow, each total (`wells`) and category (`wells.twoLevel`). */
export function parseScores(texts: readonly ScoreText[], context: ParseContext): readonly Score[] {
  return texts.map((text, at) => {
    const path: YamlPath = ["scores", at];
    const score = parseScore(text, path, context);
    context.declare("scores", text.id, { node: { kind: "score", id: text.id }, type: { kind: "number" } }, [
      ...path,
      "id",
    ]);
    for (const scheme of text.schemes) {
      const name = `${text.id}.${scheme.id}`;
      const codes = new Set(scheme.strata.map((stratum) => stratum.id));
      const node = { kind: "stratum", score: text.id, scheme: scheme.id } as const;
      context.declare("schemes", name, { node, type: { kind: "choice", of: name, codes } }, [...path, "schemes"]);
    }
    return score;
  });
}

function parseScore(text: ScoreText, path: YamlPath, context: ParseContext): Score {
  const appliesWhen =
    text.appliesWhen === undefined ? undefined : context.condition(text.appliesWhen, [...path, "appliesWhen"]);
  return {
    id: text.id,
    label: text.label,
    version: text.version,
    cite: context.cite(text.cite, [...path, "cite"]),
    items: text.items.flatMap((item, at) => parseItem(item, [...path, "items", at], context)),
    schemes: text.schemes.map((scheme, at) => checkScheme(scheme, [...path, "schemes", at], context)),
    stated: text.stated,
    ...(appliesWhen === undefined ? {} : { appliesWhen }),
    span: context.spanOf(path),
  };
}

function parseItem(item: ScoreText["items"][number], path: YamlPath, context: ParseContext): ScoreItem[] {
  // Without a condition of its own an item holds when its feature does.
  const when = context.condition(item.when ?? item.feature, [...path, item.when === undefined ? "feature" : "when"]);
  if (when === undefined) return [];
  const { id, label, points, feature } = item;
  return [{ id, label, points, feature, when, span: context.spanOf(path) }];
}

/** Totals are whole numbers, so that "begins one above the last" leaves no gap. */
function checkScheme(scheme: ScoreText["schemes"][number], path: YamlPath, context: ParseContext): Scheme {
  const { strata } = scheme;
  const whole = strata.every((stratum, at) => {
    const next = strata[at + 1];
    const opens = at > 0 || stratum.from === undefined;
    const meets =
      next === undefined ? stratum.to === undefined : stratum.to !== undefined && next.from === stratum.to + 1;
    const holds = stratum.from === undefined || stratum.to === undefined || stratum.from <= stratum.to;
    return opens && meets && holds;
  });
  if (!whole)
    context.report(pathwayDiagnostics.report("strata-not-whole", { scheme: scheme.id }, context.spanOf(path)));
  return scheme;
}
