import { decimal, isUcumUnit } from "../../clinical/quantity.ts";
import { type Diagnostic, hasErrors } from "../../kernel/diagnostic.ts";
import { parseYaml } from "../../kernel/located-yaml.ts";
import { languageDiagnostics } from "../language/language-diagnostics.ts";
import type { Definition, Parameter, Pathway } from "../model/pathway.ts";
import { checkCycles } from "./check-cycles.ts";
import { checkPathway } from "./check-pathway.ts";
import { fillTexts } from "./fill-texts.ts";
import { ParseContext } from "./parse-context.ts";
import { parseFeatures } from "./parse-features.ts";
import { parseAlsoDo, parseInconsistencies, parseProperties, parseStages, parseWarnings } from "./parse-rules.ts";
import { parseScores } from "./parse-scores.ts";
import { type PathwayText, pathwayShape } from "./pathway-shape.ts";

/** Names declared in a condition's reach besides what the pathway itself declares. */
const PROFILE_NAME = "profile";

/**
 * Reads `pathway.yaml`: shape, names, types, units and references, reporting every fault at its place. A pathway with an
 * error is not returned: a rule that could not be read must never be a rule that is silently missing.
 */
export function parsePathway(
  file: string,
  text: string,
): { readonly pathway?: Pathway; readonly diagnostics: readonly Diagnostic[] } {
  const located = parseYaml<PathwayText>(file, text, pathwayShape);
  if (!located.ok) return { diagnostics: located.diagnostics };
  const context = new ParseContext(file, text, located.value);
  const value = fillTexts(located.value, context.report);
  const pathway = assemble(value, context);
  const cycles = checkCycles(value, (path) => context.spanOf(path));
  const diagnostics = [...cycles, ...context.diagnostics, ...checkPathway(pathway)];
  return hasErrors(diagnostics) ? { diagnostics } : { pathway, diagnostics };
}

/** INVARIANT: each part sees only what is declared before it, so no name can be circular. */
function assemble(value: PathwayText, context: ParseContext): Pathway {
  const codes = new Set(value.profiles.map((profile) => profile.id));
  context.declare(
    "profiles",
    PROFILE_NAME,
    { node: { kind: "profile" }, type: { kind: "choice", of: PROFILE_NAME, codes } },
    ["profiles"],
  );
  const parameters = parseParameters(value, context);
  const features = parseFeatures(value.features, context);
  const scores = parseScores(value.scores, context);
  const definitions = parseDefinitions(value, context);
  return {
    id: value.id,
    title: value.title,
    version: value.version,
    profiles: value.profiles.map((profile, at) => ({
      ...profile,
      cite: context.cite(profile.cite, ["profiles", at, "cite"]),
    })),
    defaultProfile: value.defaultProfile,
    features,
    parameters,
    scores,
    ...(value.decidingScore === undefined ? {} : { decidingScore: value.decidingScore }),
    definitions,
    followUps: value.followUps.map((followUp, at) => ({
      ...followUp,
      cite: context.cite(followUp.cite, ["followUps", at, "cite"]),
      span: context.spanOf(["followUps", at]),
    })),
    recommendations: value.recommendations.map((recommendation, at) => ({
      ...recommendation,
      cite: context.cite(recommendation.cite, ["recommendations", at, "cite"]),
      span: context.spanOf(["recommendations", at]),
    })),
    outcomes: value.outcomes,
    stages: parseStages(value.stages, context),
    alsoDo: parseAlsoDo(value.alsoDo, context),
    warnings: parseWarnings(value.warnings, context),
    inconsistencies: parseInconsistencies(value.inconsistencies, context),
    properties: parseProperties(value.properties, context),
  };
}

function parseParameters(value: PathwayText, context: ParseContext): readonly Parameter[] {
  return value.parameters.map((text, at) => {
    const { id, label, unit } = text;
    if (!isUcumUnit(unit))
      context.report(languageDiagnostics.report("unit-not-ucum", { unit }, context.spanOf(["parameters", at, "unit"])));
    const type = unit === "1" ? ({ kind: "number" } as const) : ({ kind: "quantity", unit } as const);
    context.declare("parameters", id, { node: { kind: "parameter", id }, type }, ["parameters", at, "id"]);
    return {
      id,
      label,
      value: { value: decimal(text.value), unit },
      ...(text.noun === undefined ? {} : { noun: text.noun }),
      cite: context.cite(text.cite, ["parameters", at, "cite"]),
      span: context.spanOf(["parameters", at]),
    };
  });
}

function parseDefinitions(value: PathwayText, context: ParseContext): readonly Definition[] {
  return value.definitions.flatMap((text, at) => {
    const when = context.condition(text.when, ["definitions", at, "when"]);
    const { id, label } = text;
    context.declare("definitions", id, { node: { kind: "definition", id }, type: { kind: "truth" } }, [
      "definitions",
      at,
      "id",
    ]);
    return when === undefined ? [] : [{ id, label, when, span: context.spanOf(["definitions", at]) }];
  });
}
