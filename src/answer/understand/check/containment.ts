import type { NumberedPart, NumberStep, Sequence, Step, WordStep } from "../match/step.ts";

/** What a phrase may be written with at one place: words, of which it may leave some out, or a number. */
export type Place =
  | { readonly kind: "words"; readonly sequences: readonly Sequence[]; readonly optional: boolean }
  | { readonly kind: "number"; readonly step: NumberStep }
  | { readonly kind: "side"; readonly which: "same" | "other" };

/** For each place of a phrase the words it is written with; `undefined` where it is left out, or where any will do. */
export type Choice = readonly (Sequence | undefined)[];

/** The places of a phrase in the order in which a text holds them; what a gap covers may be nothing. */
export function placesOf({ steps, near }: NumberedPart): readonly Place[] {
  return [...steps, ...near.flat()].flatMap(placeOf);
}

function placeOf(step: Step): readonly Place[] {
  switch (step.kind) {
    case "words":
      return [{ kind: "words", sequences: sequencesOf(step), optional: step.optional }];
    case "number":
    case "bound":
      return [{ kind: "number", step }];
    case "side":
      return [step];
    case "gap":
    case "bracket":
      return [];
  }
}

const known = new WeakMap<WordStep, readonly Sequence[]>();

function sequencesOf(step: WordStep): readonly Sequence[] {
  const sequences = known.get(step) ?? [...step.byFirst.values()].flat();
  known.set(step, sequences);
  return sequences;
}

/** The words that a phrase must have, each place with those it may be written with. */
export function requiredWords({ steps, near }: NumberedPart): readonly (readonly Sequence[])[] {
  return [...steps, ...near.flat()].flatMap((step) =>
    step.kind === "words" && !step.optional ? [sequencesOf(step)] : [],
  );
}

/** Where in the places the search stands: the next word is that of `offset` in what is chosen at `place`. */
interface Cursor {
  readonly place: number;
  readonly offset: number;
}

/** Finds the ways to write a longer phrase so that its words hold all of a shorter one, as the matcher would find it. */
export class Containment {
  readonly #places: readonly Place[];
  readonly #skippable: ReadonlySet<number>;
  readonly #limit: number;
  readonly #found = new Map<string, Choice>();
  #chosen: (Sequence | undefined)[] = [];

  constructor(places: readonly Place[], skippable: ReadonlySet<number>, limit: number) {
    this.#places = places;
    this.#skippable = skippable;
    this.#limit = limit;
  }

  of(shorter: NumberedPart): readonly Choice[] {
    this.#found.clear();
    this.#chosen = this.#places.map(() => undefined);
    this.#run([shorter.steps, ...shorter.near], 0);
    return [...this.#found.values()];
  }

  /** The runs of a phrase stand anywhere, each in its own order. */
  #run(runs: readonly (readonly Step[])[], index: number): void {
    const steps = runs[index];
    if (steps === undefined) this.#found.set(JSON.stringify(this.#chosen), [...this.#chosen]);
    else this.#step(steps, 0, { place: 0, offset: 0 }, false, () => this.#run(runs, index + 1));
  }

  #step(steps: readonly Step[], index: number, cursor: Cursor, inPhrase: boolean, then: () => void): void {
    if (this.#found.size >= this.#limit) return;
    const step = steps[index];
    if (step === undefined) then();
    else if (step.kind === "gap" || step.kind === "bracket") this.#step(steps, index + 1, cursor, false, then);
    else if (step.kind === "words") {
      const goOn = (after: Cursor) => this.#step(steps, index + 1, after, true, then);
      for (const sequence of sequencesOf(step)) this.#word(sequence, 0, cursor, inPhrase, goOn);
      if (step.optional) this.#step(steps, index + 1, cursor, inPhrase, then);
    }
  }

  /** Finds the word `at` of a sequence at the cursor, or, where nothing has been taken before it, anywhere behind it. */
  #word(sequence: Sequence, at: number, cursor: Cursor, inPhrase: boolean, then: (after: Cursor) => void): void {
    const word = sequence[at];
    const place = this.#places[cursor.place];
    const chosen = this.#chosen[cursor.place];
    if (word === undefined) then(cursor);
    else if (chosen !== undefined) this.#wordIn(chosen, sequence, at, cursor, inPhrase, then);
    else if (place !== undefined) {
      for (const choice of place.kind === "words" ? place.sequences : []) {
        if (!choice.includes(word)) continue;
        this.#chosen[cursor.place] = choice;
        this.#wordIn(choice, sequence, at, cursor, inPhrase, then);
        this.#chosen[cursor.place] = undefined;
      }
      const mayPass = !inPhrase || (place.kind === "words" && place.optional);
      if (mayPass) this.#word(sequence, at, { place: cursor.place + 1, offset: 0 }, inPhrase, then);
    }
  }

  #wordIn(
    choice: Sequence,
    sequence: Sequence,
    at: number,
    { place, offset }: Cursor,
    inPhrase: boolean,
    then: (after: Cursor) => void,
  ): void {
    for (let here = offset; here < choice.length; here += 1) {
      const word = choice[here];
      if (word === sequence[at]) this.#word(sequence, at + 1, { place, offset: here + 1 }, true, then);
      if (word === undefined || (inPhrase && !this.#skippable.has(word))) return;
    }
    this.#word(sequence, at, { place: place + 1, offset: 0 }, inPhrase, then);
  }
}
