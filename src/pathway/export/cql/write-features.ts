import { decimal } from "../../../clinical/quantity.ts";
import type { PathwayIndex } from "../../facts/pathway-index.ts";
import { sourcesOf } from "../../language/features-in.ts";
import type { CaseFeature, FeatureId, FindingValue } from "../../model/feature.ts";
import { ConditionWriter, isNumeric, rangeOf } from "./condition-writer.ts";
import { bracket, choose, commentOf, define, join, nameOf, numberOf, textOf } from "./cql-text.ts";

/** The value without its presumption: stated, implied or derived. What `known` guards ask for. */
export function knownName({ id, presume }: CaseFeature): string {
  return presume === undefined ? id : `known ${id}`;
}

/** What a caller passes in: for each feature what is said of it, and whether it was asked for in vain where that matters. */
export function writeParameters(index: PathwayIndex): string {
  const asked = askedInVain(index);
  return index.pathway.features
    .map((feature) => {
      const said = `parameter ${nameOf(`stated ${feature.id}`)} ${typeOf(feature)}\n`;
      const vain = `parameter ${nameOf(`${feature.id} not known`)} Boolean default false\n`;
      return `${commentOf(describe(feature))}${said}${asked.has(feature.id) ? vain : ""}`;
    })
    .join("");
}

/** Features of which it matters whether nobody asked or nobody knows: a presumption stands or falls with it. */
function askedInVain(index: PathwayIndex): ReadonlySet<FeatureId> {
  const presumed = index.pathway.features.filter(({ presume }) => presume !== undefined);
  const withParts = (id: FeatureId): readonly FeatureId[] => [id, ...partsOf(index, id).flatMap(withParts)];
  return new Set(presumed.flatMap(({ id }) => withParts(id)));
}

function partsOf({ features }: PathwayIndex, id: FeatureId): readonly FeatureId[] {
  return sourcesOf(features.get(id) ?? {});
}

function typeOf({ type }: CaseFeature): string {
  return { truth: "Boolean", choice: "String", wholeNumber: "Integer", quantity: "Quantity" }[type.kind];
}

function describe({ label, type }: CaseFeature): string {
  switch (type.kind) {
    case "truth":
      return label;
    case "choice":
      return `${label}. One of ${type.choices.map((choice) => `${textOf(choice.code)} (${choice.label})`).join(", ")}`;
    case "wholeNumber":
      return `${label}. A whole number from ${type.low} to ${type.high}`;
    default:
      return `${label}. In ${textOf(type.unit)} only, from ${type.low.value.toFixed()} to ${type.high.value.toFixed()}`;
  }
}

/** A value as CQL; quantities as numbers in their feature's unit. */
export function cqlValueOf(value: FindingValue): string {
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return textOf(value);
  return typeof value === "number" ? numberOf(decimal(value), true) : numberOf(value.value, false);
}

/** A value that follows from another feature having been stated. */
interface Implied {
  readonly text: string;
}

/** One feature: from what is said to the value that the rules use. */
export class FeatureWriter {
  readonly #index: PathwayIndex;
  readonly #known: ConditionWriter;

  constructor(index: PathwayIndex) {
    this.#index = index;
    this.#known = new ConditionWriter(index, knownName);
  }

  write(feature: CaseFeature): string {
    const { id, presume } = feature;
    const usable = this.#usable(feature);
    const derived = this.#derived(feature);
    const parts = [
      this.#said(feature),
      ...this.#implied(feature).map(({ text }) => text),
      ...(derived === undefined ? [] : [nameOf(`derived ${id}`)]),
    ];
    const known = parts.length === 1 ? (parts[0] ?? "null") : `Coalesce(${parts.join(", ")})`;
    return [
      usable === undefined ? "" : define(`usable ${id}`, usable),
      derived === undefined ? "" : define(`derived ${id}`, derived),
      define(knownName(feature), known),
      presume === undefined ? "" : define(id, this.#presumed(feature, presume)),
    ].join("");
  }

  /** Conditions under which the feature is said in ways that contradict each other. */
  contradictions(feature: CaseFeature): readonly string[] {
    const said = this.#said(feature);
    const implied = this.#implied(feature).map(({ text }) => text);
    const given = [said, ...implied];
    const differ = given.flatMap((left, at) =>
      given.slice(at + 1).map((right) => `${bracket(left)} != ${bracket(right)}`),
    );
    if (feature.derive === undefined) return differ;
    const first = given.length === 1 ? said : `Coalesce(${given.join(", ")})`;
    return [...differ, `${first} != ${nameOf(`derived ${feature.id}`)}`];
  }

  #said(feature: CaseFeature): string {
    return nameOf(isNumeric(feature) ? `usable ${feature.id}` : `stated ${feature.id}`);
  }

  /** A number is used in its own unit and basis, inside its range; anything else is not compared with anything. */
  #usable(feature: CaseFeature): string | undefined {
    if (!isNumeric(feature)) return undefined;
    const { id, type } = feature;
    const stated = nameOf(`stated ${id}`);
    const number = type.kind === "quantity" ? `${stated}.value` : stated;
    const { low, high } = rangeOf(feature);
    const whole = type.kind === "wholeNumber";
    const inRange = [`${number} >= ${numberOf(low, whole)}`, `${number} <= ${numberOf(high, whole)}`];
    const conditions = type.kind === "quantity" ? [`${stated}.unit = ${textOf(type.unit)}`, ...inRange] : inRange;
    return `if ${conditions.join(" and ")} then ${number} else null`;
  }

  #derived({ derive, type }: CaseFeature): string | undefined {
    if (derive === undefined) return undefined;
    if (type.kind === "truth") return this.#known.truth(derive);
    return this.#known.number(derive, type.kind === "quantity" ? type.unit : "1");
  }

  #implied(target: CaseFeature): readonly Implied[] {
    return this.#index.pathway.features.flatMap((source) =>
      source.implies
        .filter(({ feature }) => feature === target.id)
        .map(({ when, value }) => {
          // A value without its unit or basis says that there is one, but not on which basis.
          const lacksBasis = source.family === target.family;
          const stated = when === undefined && !lacksBasis ? nameOf(`stated ${source.id}`) : this.#said(source);
          const follows = when === undefined ? `${stated} is not null` : `${stated} = ${cqlValueOf(when)}`;
          return { text: `(if ${follows} then ${cqlValueOf(value)} else null)` };
        }),
    );
  }

  /** A presumption stands in only where nobody said anything, of the feature or of what it is derived from, however many steps away. */
  #presumed(feature: CaseFeature, presume: FindingValue): string {
    const barred = this.#barred(feature.id);
    const known = nameOf(knownName(feature));
    return choose(
      [
        [`${known} is not null`, known],
        [barred, "null"],
      ],
      cqlValueOf(presume),
    );
  }

  /** Whether the feature, or something that it is computed from and that is not known, was asked for in vain or came without its unit. */
  #barred(id: FeatureId): string {
    const unclear = `${nameOf(`${id} not known`)} is not false`;
    const feature = this.#index.features.get(id);
    const isNumber = feature !== undefined && isNumeric(feature);
    return join("or", [
      isNumber ? `${unclear} or ${nameOf(`stated ${id}`)} is not null` : unclear,
      ...partsOf(this.#index, id).map((part) => `${nameOf(part)} is null and (${this.#barred(part)})`),
    ]);
  }
}
