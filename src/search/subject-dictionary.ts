import type { Analyser } from "./analyser.ts";

/** A stretch of a question that names a subject, with the subject's other names as stems. */
export interface NamedSubject {
  readonly from: number;
  readonly to: number;
  readonly names: readonly (readonly string[])[];
}

/** Longer names are cut off: nobody writes them in a question. */
const LONGEST_NAME = 8;
/** A name of one word of two letters is more often another word; of three it is mostly an abbreviation of the field. */
const SHORTEST_WORD = 3;

/** Names of diseases, drugs and other subjects: what a corpus says its documents are about, each group of names one subject. */
export class SubjectDictionary {
  readonly #groups: readonly (readonly (readonly string[])[])[];
  readonly #byName = new Map<string, number[]>();

  constructor(groups: Iterable<readonly string[]>, analyser: Analyser) {
    this.#groups = [...groups].map((names) =>
      names.map((name) => analyser.terms(name)).filter(({ length }) => length > 0),
    );
    for (const [at, names] of this.#groups.entries())
      for (const name of names) {
        const key = name.join(" ");
        const known = this.#byName.get(key);
        if (known === undefined) this.#byName.set(key, [at]);
        else if (known.at(-1) !== at) known.push(at);
      }
  }

  /** Subjects named in a list of stems, the longest name first, without overlaps. */
  find(stems: readonly string[]): readonly NamedSubject[] {
    const found: NamedSubject[] = [];
    for (let from = 0; from < stems.length; ) {
      const named = this.#longestAt(stems, from);
      if (named !== undefined) found.push(named);
      from = named?.to ?? from + 1;
    }
    return found;
  }

  #longestAt(stems: readonly string[], from: number): NamedSubject | undefined {
    for (let length = Math.min(LONGEST_NAME, stems.length - from); length >= 1; length--) {
      const key = stems.slice(from, from + length).join(" ");
      const groups = this.#byName.get(key);
      if (groups === undefined || (length === 1 && key.length < SHORTEST_WORD)) continue;
      const names = groups.flatMap((group) => this.#groups[group] ?? []).filter((name) => name.join(" ") !== key);
      return { from, to: from + length, names };
    }
    return undefined;
  }
}
