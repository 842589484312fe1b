import type { YamlPath } from "../../kernel/located-yaml.ts";
import type { AlsoDo, Inconsistency, Note, Property, Rule, Stage, Warning } from "../model/pathway.ts";
import type { ParseContext } from "./parse-context.ts";
import { pathwayDiagnostics } from "./pathway-diagnostics.ts";
import type { PathwayText } from "./pathway-shape.ts";

type RuleText = PathwayText["stages"][number]["rules"][number];

/** Reads stages and their rules. A rule whose condition has a fault is left out; the fault is reported. */
export function parseStages(texts: PathwayText["stages"], context: ParseContext): readonly Stage[] {
  return texts.map((stage, at) => ({
    id: stage.id,
    label: stage.label,
    why: stage.why,
    rules: stage.rules.flatMap((rule, index) => parseRule(rule, ["stages", at, "rules", index], context)),
    span: context.spanOf(["stages", at]),
  }));
}

function parseRule(text: RuleText, path: YamlPath, context: ParseContext): Rule[] {
  const when = context.condition(text.when, [...path, "when"]);
  if (when === undefined) return [];
  const followUp =
    typeof text.followUp === "string"
      ? { default: text.followUp, byProfile: {} }
      : text.followUp && { default: text.followUp.default ?? "", byProfile: text.followUp };
  return [
    {
      id: text.id,
      when,
      advise: text.advise,
      because: text.because,
      cite: context.cite(text.cite, [...path, "cite"]),
      profiles: text.profiles,
      known: text.known,
      ...(followUp === undefined ? {} : { followUp }),
      disagreements: text.disagreements,
      notes: text.notes.flatMap((note, at) => parseNote(note, [...path, "notes", at], context)),
      span: context.spanOf(path),
    },
  ];
}

function parseNote(note: RuleText["notes"][number], path: YamlPath, context: ParseContext): Note[] {
  if (typeof note === "string") return [{ text: note }];
  const when = context.condition(note.when, [...path, "when"]);
  return when === undefined ? [] : [{ text: note.text, when }];
}

/** Advice that goes along with other advice; what cannot be read is reported and left out. */
export function parseAlsoDo(texts: PathwayText["alsoDo"], context: ParseContext): readonly AlsoDo[] {
  return texts.flatMap((text, at) => {
    const path: YamlPath = ["alsoDo", at];
    const when = context.condition(text.when, [...path, "when"]);
    if (when === undefined) return [];
    const { followUp, ...rest } = text;
    const cite = context.cite(text.cite, [...path, "cite"]);
    return [{ ...rest, when, cite, span: context.spanOf(path), ...(followUp === undefined ? {} : { followUp }) }];
  });
}

/** Warnings alone may ask whether something is known: they add to advice and never change it. */
export function parseWarnings(texts: PathwayText["warnings"], context: ParseContext): readonly Warning[] {
  return texts.flatMap((text, at): Warning[] => {
    const path: YamlPath = ["warnings", at];
    const { when: condition, on, amounts: calculations, ...rest } = text;
    const amounts = parseAmounts(calculations, path, context);
    const shared = { ...rest, amounts, cite: context.cite(text.cite, [...path, "cite"]), span: context.spanOf(path) };
    if ((condition === undefined) === (on === undefined)) {
      context.report(pathwayDiagnostics.report("warning-trigger", { code: text.code }, context.spanOf(path)));
      return [];
    }
    if (condition === undefined) return on === undefined ? [] : [{ ...shared, on }];
    const when = context.condition(condition, [...path, "when"], true);
    return when === undefined ? [] : [{ ...shared, when }];
  });
}

/** Calculations that come to a number; anything else is left out, and its fault reported where it is typed. */
function parseAmounts(
  texts: Readonly<Record<string, string>>,
  path: YamlPath,
  context: ParseContext,
): Warning["amounts"] {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => {
      const at = [...path, "amounts", name];
      const typed = context.expression(text, at);
      if (typed === undefined) return [];
      if (typed.type.kind === "number" || typed.type.kind === "quantity") return [[name, typed.expression]];
      context.report(pathwayDiagnostics.report("derivation-of-wrong-type", { feature: name }, context.spanOf(at)));
      return [];
    }),
  );
}

/** Findings that cannot hold together, in the same way. */
export function parseInconsistencies(
  texts: PathwayText["inconsistencies"],
  context: ParseContext,
): readonly Inconsistency[] {
  return texts.flatMap((text, at) => {
    const path: YamlPath = ["inconsistencies", at];
    const when = context.condition(text.when, [...path, "when"]);
    return when === undefined ? [] : [{ ...text, when, span: context.spanOf(path) }];
  });
}

/** What the authors claim, in the same way. */
export function parseProperties(texts: PathwayText["properties"], context: ParseContext): readonly Property[] {
  return texts.flatMap((text, at): Property[] => {
    const path: YamlPath = ["properties", at];
    const { always, never, ...rest } = text;
    const condition = always ?? never;
    if (condition === undefined || (always !== undefined && never !== undefined)) {
      context.report(pathwayDiagnostics.report("property-trigger", { id: text.id }, context.spanOf(path)));
      return [];
    }
    const kind = always === undefined ? ("never" as const) : ("always" as const);
    const when = context.condition(condition, [...path, kind]);
    return when === undefined ? [] : [{ ...rest, kind, when, span: context.spanOf(path) }];
  });
}
