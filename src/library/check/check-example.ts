import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { YamlPath } from "../../kernel/located-yaml.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { Entry } from "../files/read-entries.ts";
import { libraryDiagnostics } from "../library-diagnostics.ts";
import type { Example } from "../model/example.ts";
import { findNearestName } from "../nearest-name.ts";

type UnknownName =
  | "example-feature-unknown"
  | "example-advice-unknown"
  | "example-rule-unknown"
  | "example-warning-unknown"
  | "example-profile-unknown";

interface NameUse {
  readonly code: UnknownName;
  readonly name: string;
  readonly at: YamlPath;
  readonly among: readonly string[];
}

/** Does every name in this example exist in the pathway? Whether the advice is right is for the pathway's own run to say. */
export function checkExample(entry: Entry<Omit<Example, "span">>, pathway: Pathway): readonly Diagnostic[] {
  return namesUsed(entry.value, pathway)
    .filter(({ name, among }) => !among.includes(name))
    .map(({ code, name, at, among }) =>
      libraryDiagnostics.report(code, { name, nearest: findNearestName(name, among) }, entry.spanOf(at)),
    );
}

function namesUsed({ findings, profile, expect }: Omit<Example, "span">, pathway: Pathway): readonly NameUse[] {
  const features = pathway.features.flatMap(({ id, family }) => (family === undefined ? [id] : [id, family]));
  const advice = [
    ...pathway.recommendations.map(({ code }) => code),
    pathway.outcomes.needs,
    pathway.outcomes.contradiction,
  ];
  const rules = pathway.stages.flatMap((stage) => stage.rules.map(({ id }) => id));
  const warnings = pathway.warnings.map(({ code }) => code);
  const list = (
    code: UnknownName,
    field: "alsoDo" | "warnings" | "mustNotWarn" | "needs" | "disputed" | "presumed",
    among: readonly string[],
  ) => (expect[field] ?? []).map((name, index): NameUse => ({ code, name, at: ["expect", field, index], among }));
  return [
    ...Object.keys(findings).map(
      (name): NameUse => ({ code: "example-feature-unknown", name, at: ["findings", name], among: features }),
    ),
    ...one(
      "example-profile-unknown",
      profile,
      ["profile"],
      pathway.profiles.map(({ id }) => id),
    ),
    ...one("example-advice-unknown", expect.nextStep, ["expect", "nextStep"], advice),
    ...one("example-rule-unknown", expect.rule, ["expect", "rule"], rules),
    ...list("example-advice-unknown", "alsoDo", advice),
    ...list("example-warning-unknown", "warnings", warnings),
    ...list("example-warning-unknown", "mustNotWarn", warnings),
    ...list("example-feature-unknown", "needs", features),
    ...list("example-feature-unknown", "disputed", features),
    ...list("example-feature-unknown", "presumed", features),
    ...Object.keys(expect.alsoWindows ?? {}).map(
      (name): NameUse => ({
        code: "example-advice-unknown",
        name,
        at: ["expect", "alsoWindows", name],
        among: advice,
      }),
    ),
  ];
}

function one(code: UnknownName, name: string | undefined, at: YamlPath, among: readonly string[]): readonly NameUse[] {
  return name === undefined ? [] : [{ code, name, at, among }];
}
