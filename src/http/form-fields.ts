import { areComparable, basisOf, renderUnit } from "../clinical/quantity.ts";
import type { CaseFeature, Choice, FeatureId } from "../pathway/model/feature.ts";
import type { Pathway } from "../pathway/model/pathway.ts";

/** A unit that a number can be given in, and the feature it then belongs to (an assay basis is a feature of its own). */
interface UnitChoice {
  readonly code: string;
  readonly label: string;
  readonly feature: FeatureId;
}

/** One entry of the patient form. `name` is the query parameter; a quantity with several units has `name.unit` beside it. */
export type FormField =
  | { readonly kind: "truth"; readonly name: string; readonly feature: CaseFeature }
  | {
      readonly kind: "choice";
      readonly name: string;
      readonly feature: CaseFeature;
      readonly choices: readonly Choice[];
    }
  | {
      readonly kind: "wholeNumber";
      readonly name: string;
      readonly feature: CaseFeature;
      readonly low: number;
      readonly high: number;
    }
  | {
      readonly kind: "quantity";
      readonly name: string;
      readonly feature: CaseFeature;
      /** Features that the number may turn out to be, one for each basis. */
      readonly members: readonly CaseFeature[];
      readonly units: readonly UnitChoice[];
    };

/** Parameters of the page itself; a feature may not carry their names. */
export const PAGE_PARAMETERS: readonly string[] = ["q", "reader", "profile", "view", "depth", "was", "lang"];

/** Parameters of the tools' pages, each read by one of them and carried to no other; a feature may not carry their names either. */
export const TOOL_PARAMETERS = ["test", "prevalence"] as const;

/** Units in which laboratories print one and the same concentration. */
const CONCENTRATIONS: readonly string[] = ["ug/L", "ng/mL", "mg/L", "ug/mL"];

/** The entries that a form asks for a pathway, in the pathway's order; features that are only ever computed are not asked. */
export function formFields(pathway: Pathway): readonly FormField[] {
  const asked = pathway.features.filter((feature) => feature.input);
  const taken: readonly string[] = [...PAGE_PARAMETERS, ...TOOL_PARAMETERS];
  const clash = asked.find(({ id, family }) => taken.includes(id) || taken.includes(family ?? id));
  if (clash !== undefined) throw new Error(`feature \`${clash.id}\` has the name of a page's own parameter`);
  const seen = new Set<string>();
  return asked.flatMap((feature) => {
    const name = feature.family ?? feature.id;
    if (seen.has(name)) return [];
    seen.add(name);
    const members = asked.filter((other) => (other.family ?? other.id) === name);
    return [toField(name, feature, members)];
  });
}

function toField(name: string, feature: CaseFeature, members: readonly CaseFeature[]): FormField {
  const { type } = feature;
  switch (type.kind) {
    case "truth":
      return { kind: "truth", name, feature };
    case "choice":
      return { kind: "choice", name, feature, choices: type.choices };
    case "wholeNumber":
      return { kind: "wholeNumber", name, feature, low: type.low, high: type.high };
    default:
      return { kind: "quantity", name, feature, members, units: members.flatMap(unitsOf) };
  }
}

function unitsOf(feature: CaseFeature): readonly UnitChoice[] {
  if (feature.type.kind !== "quantity") return [];
  const own = feature.type.unit;
  const basis = basisOf(own);
  const others = CONCENTRATIONS.map((unit) => (basis === undefined ? unit : `${unit}{${basis}}`));
  return [own, ...others.filter((unit) => unit !== own && areComparable(unit, own))].map((code) => ({
    code,
    label: renderUnit(code),
    feature: feature.id,
  }));
}

/** The name people use for a field: of a family its members' labels without the basis, else the feature's own. */
export function labelOf(field: FormField): string {
  if (field.kind !== "quantity" || field.members.length < 2) return field.feature.label;
  return field.feature.label.replace(/[\s,]*\(?\b(?:FEU|DDU)\b\)?/g, "").trim() || field.feature.label;
}

/** The field that asks for a feature, or for the family that it belongs to. */
export function findField(fields: readonly FormField[], feature: string): FormField | undefined {
  return fields.find(
    (field) =>
      field.name === feature ||
      field.feature.id === feature ||
      (field.kind === "quantity" && field.members.some(({ id }) => id === feature)),
  );
}

/** Every parameter name that the fields of a form read. */
export function parameterNames(fields: readonly FormField[]): ReadonlySet<string> {
  return new Set(
    fields.flatMap((field) => (field.kind === "quantity" ? [field.name, `${field.name}.unit`] : [field.name])),
  );
}
