import type { CaseFeature } from "../../../pathway/model/feature.ts";
import type { Measure } from "../measures/measures.ts";
import type { Target } from "../phrases/entry.ts";
import type { Reading } from "../readings/readings.ts";
import type { Stretch } from "../text/stretch.ts";
import { Placed } from "./placed.ts";

type Role = Extract<Target, { readonly kind: "measured" }>["role"];

/** Where a text names what a feature is measured of, places of it, and other things that are measured so. */
export class NamedThings {
  readonly #of: Placed<Reading>;
  readonly #places: Placed<Reading>;
  readonly #others: Placed<Reading>;
  readonly #numbersOfOthers: ReadonlySet<number>;
  /** Whether the text names the thing, or a place of it, at all. */
  readonly areAny: boolean;

  constructor(feature: CaseFeature, words: readonly Reading[], measures: ReadonlyMap<number, Measure>) {
    const inRole = (role: Role) =>
      words.filter(
        ({ entry: { target } }) => target.kind === "measured" && target.feature === feature && target.role === role,
      );
    const [of, places, others] = [inRole("of"), inRole("place"), inRole("notOf")];
    const numbersIn = ({ at }: Reading) => at.filter((token) => measures.has(token));
    this.#of = byPlace(of);
    this.#places = byPlace(places);
    this.#others = byPlace(others.filter((other) => numbersIn(other).length === 0));
    this.#numbersOfOthers = new Set(others.flatMap(numbersIn));
    this.areAny = of.length + places.length > 0;
  }

  in(stretch: Stretch): readonly Reading[] {
    return [...this.#of.in(stretch), ...this.#places.in(stretch)];
  }

  firstIn(stretch: Stretch): readonly Reading[] {
    const first = this.#of.firstIn(stretch) ?? this.#places.firstIn(stretch);
    return first === undefined ? [] : [first];
  }

  /** Which of the declared places are named there, by their position in the declaration. */
  placesIn(stretch: Stretch): ReadonlySet<number> {
    return new Set(
      this.#places.in(stretch).flatMap(({ entry: { target } }) => (target.kind === "measured" ? target.nth : [])),
    );
  }

  /** Whether words that hold the number itself ("a 5 mm wide clot") say that it is of something else. */
  isOfOther({ numberAt }: Measure): boolean {
    return this.#numbersOfOthers.has(numberAt);
  }

  /** Whether something else is named there by words without a number, which speak of all numbers of their clause. */
  areOthersIn(clause: Stretch): boolean {
    return this.#others.firstIn(clause) !== undefined;
  }
}

function byPlace(readings: readonly Reading[]): Placed<Reading> {
  return new Placed(readings, ({ from }) => from);
}
