import { decimal, isUcumUnit } from "../../clinical/quantity.ts";
import type { YamlPath } from "../../kernel/located-yaml.ts";
import { languageDiagnostics } from "../language/language-diagnostics.ts";
import { parseSyntax } from "../language/parse-syntax.ts";
import type { ExpressionType, NameMeaning } from "../language/type-expression.ts";
import type { CaseFeature, FeatureType, FindingValue, Implication } from "../model/feature.ts";
import type { ParseContext } from "./parse-context.ts";
import { pathwayDiagnostics } from "./pathway-diagnostics.ts";
import type { PathwayText } from "./pathway-shape.ts";

type FeatureText = PathwayText["features"][number];

/** Reads the case features in the order written: a derivation may lean only on what stands above it, so none can be circular. */
export function parseFeatures(texts: readonly FeatureText[], context: ParseContext): readonly CaseFeature[] {
  const types = new Map<string, FeatureType>();
  const declared = texts.map((text, at) => {
    const type = parseType(text, at, context);
    if (type !== undefined) types.set(text.id, type);
    return { text, at, type };
  });
  return declared.flatMap(({ text, at, type }) => {
    if (type === undefined) return [];
    const feature = parseFeature(text, at, type, types, context);
    context.declare("features", text.id, meaningOf(feature), ["features", at, "id"]);
    return [feature];
  });
}

function parseFeature(
  text: FeatureText,
  at: number,
  type: FeatureType,
  types: ReadonlyMap<string, FeatureType>,
  context: ParseContext,
): CaseFeature {
  const path: YamlPath = ["features", at];
  const presume =
    text.presume === undefined ? undefined : parseValue(text.presume, text.id, type, [...path, "presume"], context);
  const derive =
    text.derive === undefined ? undefined : parseDerivation(text.derive, text.id, type, [...path, "derive"], context);
  return {
    id: text.id,
    type,
    label: text.label,
    plain: text.plain,
    ask: text.ask,
    group: text.group,
    cost: text.cost,
    input: text.input,
    ...(presume === undefined ? {} : { presume }),
    ...(derive === undefined ? {} : { derive }),
    ...(text.family === undefined ? {} : { family: text.family }),
    implies: text.implies.flatMap((implied, index) =>
      parseImplication(implied, text.id, type, types, [...path, "implies", index], context),
    ),
    codings: text.codes,
    span: context.spanOf(path),
  };
}

function parseType(text: FeatureText, at: number, context: ParseContext): FeatureType | undefined {
  const lack = (lacks: string): undefined => {
    context.report(
      pathwayDiagnostics.report("feature-type-incomplete", { id: text.id, lacks }, context.spanOf(["features", at])),
    );
    return undefined;
  };
  if (text.type === "truth") return { kind: "truth" };
  if (text.type === "choice") {
    const choices = Object.entries(text.choices ?? {}).map(([code, label]) => ({ code, label }));
    return choices.length === 0 ? lack("`choices`") : { kind: "choice", choices };
  }
  if (text.range === undefined || text.range[0] > text.range[1]) return lack("a `range` from low to high");
  const [low, high] = text.range;
  if (text.type === "wholeNumber") return { kind: "wholeNumber", low, high };
  if (text.unit === undefined) return lack("`unit`");
  const { unit } = text;
  if (!isUcumUnit(unit)) {
    context.report(languageDiagnostics.report("unit-not-ucum", { unit }, context.spanOf(["features", at, "unit"])));
    return undefined;
  }
  return { kind: "quantity", unit, low: { value: decimal(low), unit }, high: { value: decimal(high), unit } };
}

function parseImplication(
  implied: FeatureText["implies"][number],
  owner: string,
  ownerType: FeatureType,
  types: ReadonlyMap<string, FeatureType>,
  path: YamlPath,
  context: ParseContext,
): Implication[] {
  const type = types.get(implied.feature);
  if (type === undefined) {
    const span = context.spanOf([...path, "feature"]);
    context.report(pathwayDiagnostics.report("reference-not-found", { kind: "feature", id: implied.feature }, span));
    return [];
  }
  const value = parseValue(implied.value, implied.feature, type, [...path, "value"], context);
  const when =
    implied.when === undefined ? undefined : parseValue(implied.when, owner, ownerType, [...path, "when"], context);
  if (value === undefined || (implied.when !== undefined && when === undefined)) return [];
  return [{ feature: implied.feature, value, ...(when === undefined ? {} : { when }) }];
}

function parseValue(
  written: boolean | string | number,
  id: string,
  type: FeatureType,
  path: YamlPath,
  context: ParseContext,
): FindingValue | undefined {
  const value = toFindingValue(written, type);
  if (value === undefined)
    context.report(
      pathwayDiagnostics.report("value-not-of-feature", { value: String(written), feature: id }, context.spanOf(path)),
    );
  return value;
}

function toFindingValue(written: boolean | string | number, type: FeatureType): FindingValue | undefined {
  if (type.kind === "truth") return typeof written === "boolean" ? written : undefined;
  if (type.kind === "wholeNumber")
    return typeof written === "number" && Number.isInteger(written) && written >= type.low && written <= type.high
      ? written
      : undefined;
  if (typeof written !== "string") return undefined;
  if (type.kind === "choice") return type.choices.some((choice) => choice.code === written) ? written : undefined;
  const parsed = parseSyntax(written);
  if (!parsed.ok || parsed.syntax.kind !== "quantity" || parsed.syntax.unit !== type.unit) return undefined;
  const value = decimal(parsed.syntax.text);
  return value.lt(type.low.value) || value.gt(type.high.value) ? undefined : { value, unit: type.unit };
}

function parseDerivation(text: string, id: string, type: FeatureType, path: YamlPath, context: ParseContext) {
  const typed = context.expression(text, path);
  if (typed === undefined) return undefined;
  if (typed.type.kind === expressionTypeOf(id, type).kind) return typed.expression;
  context.report(pathwayDiagnostics.report("derivation-of-wrong-type", { feature: id }, context.spanOf(path)));
  return undefined;
}

function expressionTypeOf(id: string, type: FeatureType): ExpressionType {
  switch (type.kind) {
    case "truth":
      return { kind: "truth" };
    case "choice":
      return { kind: "choice", of: id, codes: new Set(type.choices.map((choice) => choice.code)) };
    case "wholeNumber":
      return { kind: "number" };
    default:
      return { kind: "quantity", unit: type.unit };
  }
}

function meaningOf(feature: CaseFeature): NameMeaning {
  return { node: { kind: "feature", id: feature.id }, type: expressionTypeOf(feature.id, feature.type) };
}
