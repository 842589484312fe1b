import type { Fact } from "../../evidence/fact.ts";
import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { Located, YamlPath } from "../../kernel/located-yaml.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import { libraryDiagnostics } from "../library-diagnostics.ts";
import type { NamedSet } from "../model/terms.ts";
import type { CountsWhen, TopicTools } from "../model/tools.ts";
import { findNearestName } from "../nearest-name.ts";
import type { Register } from "../register.ts";

/** The names that a topic's tools may lean on. */
export interface ToolNames {
  readonly facts: Register<Fact>;
  readonly sets: Register<NamedSet>;
  /** Undefined when the topic has none, or it cannot be read. */
  readonly pathway: Pathway | undefined;
}

/** One name that a tool uses: of which kind, and where it is written. */
interface Use {
  readonly kind: string;
  readonly name: string;
  readonly at: YamlPath;
}

/** Every name of tools.yaml that the topic does not have. */
export function checkTools({ value, spanOf }: Located<TopicTools>, names: ToolNames): readonly Diagnostic[] {
  const uses = [
    ...scoreUses(value),
    ...cutOffUses(value),
    ...chancesUses(value),
    ...scanUses(value),
    ...followUpUses(value),
  ];
  const known = knownNames(names);
  return uses.flatMap(({ kind, name, at }) => {
    const ids = known[kind];
    const fact = kind === "fact" ? names.facts.entries.get(name) : undefined;
    if (fact !== undefined && !isShare(fact))
      return [libraryDiagnostics.report("tool-fact-unsuited", { fact: name }, spanOf(at))];
    if (
      kind === "set"
        ? names.sets.knows(name)
        : kind === "fact"
          ? names.facts.knows(name)
          : ids === undefined || ids.has(name)
    )
      return [];
    const nearest = findNearestName(name, ids ?? []);
    return [libraryDiagnostics.report("tool-name-unknown", { kind, name, nearest }, spanOf(at))];
  });
}

/** Every fact of a tool is reckoned with as a share. */
function isShare({ value, unit }: Fact): boolean {
  return value !== undefined && unit === "%" && value >= 0 && value <= 100;
}

/** Without a pathway nothing can be said of its names: that it is missing is reported where it is. */
function knownNames({ facts, sets, pathway }: ToolNames): Readonly<Record<string, ReadonlySet<string>>> {
  const segments = [...sets.entries.values()].flatMap(({ members }) => members.map(({ id }) => id));
  const ofFacts = {
    fact: new Set(facts.entries.keys()),
    set: new Set(sets.entries.keys()),
    segment: new Set(segments),
  };
  if (pathway === undefined) return ofFacts;
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const families = pathway.features.flatMap(({ family }) => family ?? []);
  const strata = pathway.scores.flatMap((score) =>
    score.schemes.flatMap((scheme) => scheme.strata.map((stratum) => `${score.id}.${scheme.id} = '${stratum.id}'`)),
  );
  return {
    ...ofFacts,
    feature: ids(pathway.features),
    entry: new Set([...ids(pathway.features), ...families]),
    parameter: ids(pathway.parameters),
    definition: ids(pathway.definitions),
    score: ids(pathway.scores),
    item: ids(pathway.scores.flatMap(({ items }) => items)),
    warning: new Set(pathway.warnings.map(({ code }) => code)),
    category: new Set(strata),
    choice: new Set(
      pathway.features.flatMap(({ id, type }) =>
        type.kind === "choice" ? type.choices.map(({ code }) => `${id} = '${code}'`) : [],
      ),
    ),
  };
}

function scoreUses({ score: tool }: TopicTools): readonly Use[] {
  if (tool === undefined) return [];
  const use = (kind: string, name: string, ...at: YamlPath): Use => ({ kind, name, at: ["score", ...at] });
  return [
    use("score", tool.score, "score"),
    ...tool.checks.map((name, at) => use("entry", name, "checks", at)),
    ...tool.details.flatMap(({ item, field }, at) => [
      use("item", item, "details", at, "item"),
      use("entry", field, "details", at, "field"),
    ]),
    ...tool.standing.map((code, at) => use("warning", code, "standing", at)),
    ...tool.warnings.map((code, at) => use("warning", code, "warnings", at)),
    ...tool.prevalences.flatMap(({ scheme, stratum, facts }, at) => [
      use("category", `${tool.score}.${scheme} = '${stratum}'`, "prevalences", at, "stratum"),
      ...facts.map((fact, index) => use("fact", fact, "prevalences", at, "facts", index)),
    ]),
  ];
}

function cutOffUses({ cutOff: tool }: TopicTools): readonly Use[] {
  if (tool === undefined) return [];
  const use = (kind: string, name: string, ...at: YamlPath): Use => ({ kind, name, at: ["cutOff", ...at] });
  return [
    use("entry", tool.measurement, "measurement"),
    use("warning", tool.withoutUnit, "withoutUnit"),
    use("feature", tool.age, "age"),
    use("parameter", tool.ageFrom, "ageFrom"),
    ...tool.asks.map((name, at) => use("entry", name, "asks", at)),
    ...tool.bases.flatMap((basis, at) => [
      use("feature", basis.value, "bases", at, "value"),
      use("feature", basis.laboratory, "bases", at, "laboratory"),
      use("parameter", basis.usual, "bases", at, "usual"),
      use("parameter", basis.step, "bases", at, "step"),
      use("definition", basis.adjusted, "bases", at, "adjusted"),
      use("definition", basis.below, "bases", at, "below"),
    ]),
    ...tool.warnings.map((code, at) => use("warning", code, "warnings", at)),
    ...tool.counts.map((condition, at) => useOfCondition(condition, ["cutOff", "counts", at])),
  ];
}

function useOfCondition(condition: CountsWhen, at: YamlPath): Use {
  if ("definition" in condition) return { kind: "definition", name: condition.definition, at };
  if ("feature" in condition) return { kind: "feature", name: condition.feature, at };
  const { score, scheme, stratum } = condition;
  return { kind: "category", name: `${score}.${scheme} = '${stratum}'`, at };
}

function scanUses({ scan: tool }: TopicTools): readonly Use[] {
  if (tool === undefined) return [];
  const use = (kind: string, name: string, ...at: YamlPath): Use => ({ kind, name, at: ["scan", ...at] });
  const sets = ["required", "byProtocol", "optional", "proximal", "distal", "report"] as const;
  return [
    ...sets.map((field) => use("set", tool[field], field)),
    ...(["feature", "waveform", "leg"] as const).map((field) => use("entry", tool[field], field)),
    ...tool.superficial.map((name, at) => use("segment", name, "superficial", at)),
    ...tool.requiredWith.map((name, at) => use("feature", name, "requiredWith", at)),
    ...tool.asks.map((name, at) => use("entry", name, "asks", at)),
    ...tool.measures.map((name, at) => use("entry", name, "measures", at)),
    ...Object.entries(tool.classes).map(([found, code]) =>
      use("choice", `${tool.feature} = '${code}'`, "classes", found),
    ),
  ];
}

function followUpUses({ followUp: tool }: TopicTools): readonly Use[] {
  return (tool?.safetyNet ?? []).map((name, at) => ({ kind: "set", name, at: ["followUp", "safetyNet", at] }));
}

function chancesUses({ chances: tool }: TopicTools): readonly Use[] {
  if (tool === undefined) return [];
  const use = (name: string, ...at: YamlPath): Use => ({ kind: "fact", name, at: ["chances", ...at] });
  return [
    use(tool.start, "start"),
    ...tool.lines.map((fact, at) => use(fact, "lines", at)),
    ...tool.presets.map((fact, at) => use(fact, "presets", at)),
    ...tool.tests.flatMap(({ sensitivity, specificity }, at) => [
      use(sensitivity, "tests", at, "sensitivity"),
      use(specificity, "tests", at, "specificity"),
    ]),
  ];
}
