import type { TopicWords } from "../../../library/model/words.ts";
import type { CaseFeature } from "../../../pathway/model/feature.ts";
import type { ClinicalLanguage } from "../clinical-language.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { NumberStep } from "../match/step.ts";
import type { BoundOperator } from "../phrases/phrase.ts";
import type { SpokenTopic } from "../spoken-topic.ts";
import { normalise } from "../text/normalise.ts";
import { tokenise } from "../text/tokens.ts";
import type { Choice, Place } from "./containment.ts";

/** Writes phrases out as a text that holds them, so that the reader can be asked what it makes of it. */
export class SampleText {
  /** For the number of a word how a declaration writes it: phrases are compared by stems, which nobody writes. */
  readonly #written = new Map<number, string>();
  readonly #features: ReadonlyMap<string, CaseFeature>;
  readonly #units: ClinicalLanguage["units"];
  readonly #words: TopicWords;

  constructor({ words, pathway }: SpokenTopic, language: ClinicalLanguage, lexicon: Lexicon) {
    this.#features = new Map((pathway?.features ?? []).map((feature) => [feature.id, feature]));
    this.#units = language.units;
    this.#words = words;
    const declared = [...words.values()].flatMap(({ phrases, denials, choices }) => [
      ...phrases,
      ...denials,
      ...Object.values(choices).flat(),
    ]);
    for (const phrase of [...declared, ...Object.values(language.classes).flat()])
      for (const piece of phrase.split(/[|()<>]|\s&+\s/))
        for (const { kind, raw, stem } of tokenise(normalise(piece), lexicon.reader)) {
          const number = lexicon.index.numberOf(stem);
          if (kind !== "break" && !this.#written.has(number)) this.#written.set(number, raw);
        }
  }

  /** The places of a phrase in their order, each with what is chosen for it, or with the first that it is declared with. */
  of(places: readonly Place[], choice: Choice): string {
    return places
      .map((place, at) => {
        if (place.kind === "side") return place.which === "same" ? "left" : "right";
        if (place.kind === "number") return this.#number(place.step);
        const chosen = choice[at] ?? (place.optional ? [] : place.sequences[0]);
        return chosen?.map((word) => this.#written.get(word) ?? "").join(" ") ?? "";
      })
      .filter((text) => text !== "")
      .join(" ");
  }

  #number(step: NumberStep): string {
    if (step.kind === "bound" && step.ofYear) return "2001";
    if (step.kind === "bound") return `${Number(step.limit) + BEYOND[step.operator]} ${this.#unit(step.unit)}`;
    if (step.wanted === "relativeTime") return "yesterday";
    const type = this.#features.get(step.feature)?.type;
    if (type?.kind === "wholeNumber") return `${Math.ceil((type.low + type.high) / 2)}`;
    if (type?.kind !== "quantity") return "";
    const basis = step.wanted === "withBasis" ? " FEU" : "";
    const number = this.#plausible(step.feature, Number(type.low.value), Number(type.high.value));
    return `${number} ${this.#unit(type.unit)}${basis}`;
  }

  /** A number that people give: where the topic says that one needs no unit, or near the least, since the most is that of a lifetime. */
  #plausible(feature: string, low: number, high: number): number {
    const bare = this.#words.get(feature)?.bareNumber;
    return Math.ceil(bare === undefined ? low + (high - low) * NEAR_LEAST : (bare.from + bare.to) / 2);
  }

  #unit(unit: string): string {
    return unit === "1" ? "" : (this.#units[unit.replace(/\{[^}]*\}/g, "")]?.[0] ?? unit);
  }
}

const NEAR_LEAST = 1 / 400;

const BEYOND: Readonly<Record<BoundOperator, number>> = { "<": -1, "<=": 0, ">": 1, ">=": 0 };
