import type { Identifier, IdentifierWords } from "./identifier.ts";
import { madeOnce, type Word, wordsOf } from "./scan-text.ts";

/** At most so many words belong to one name. */
const LONGEST = 4;

/**
 * Names of people: behind a title or a label, a known given name with a surname, "Surname, Given", or a given name alone when it is
 * nothing else. An eponym (Wells score, Baker's cyst, Homans sign) and an author ("Wells et al") are no identifiers.
 */
export function findNames(text: string, words: IdentifierWords): readonly Identifier[] {
  const reader = new NameReader(text, words);
  const found: Identifier[] = [];
  let from = 0;
  while (from < reader.words.length) {
    const name = reader.nameAt(from);
    if (name === undefined) from++;
    else {
      found.push({ kind: "name", start: name.start, end: name.end });
      from = name.next;
    }
  }
  return found;
}

interface Name {
  readonly start: number;
  readonly end: number;
  /** The word to go on from. */
  readonly next: number;
}

interface WordSets {
  readonly titles: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
  readonly ambiguous: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
  readonly surnames: ReadonlySet<string>;
  readonly eponyms: ReadonlySet<string>;
  readonly eponymNouns: ReadonlySet<string>;
  readonly never: ReadonlySet<string>;
  /** By their first word. */
  readonly labels: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly weakLabels: ReadonlySet<string>;
}

const setsOf = madeOnce(
  (words): WordSets => ({
    titles: new Set(words.titles),
    abbreviations: new Set(words.titlesThatAreAbbreviations),
    particles: new Set(words.particles),
    given: new Set(words.givenNames),
    ambiguous: new Set(words.givenNamesThatAreWords),
    verbs: new Set(words.givenNamesThatAreVerbs),
    surnames: new Set(words.surnames),
    eponyms: new Set(words.eponyms),
    eponymNouns: new Set(words.eponymNouns),
    never: new Set(words.neverNames),
    labels: Map.groupBy(
      words.nameLabels.map((label) => label.split(" ")),
      ([first = ""]) => first,
    ),
    weakLabels: new Set(words.weakNameLabels),
  }),
);

class NameReader {
  readonly words: readonly Word[];
  readonly #text: string;
  readonly #sets: WordSets;

  constructor(text: string, words: IdentifierWords) {
    this.#text = text;
    this.words = wordsOf(text);
    this.#sets = setsOf(words);
  }

  nameAt(at: number): Name | undefined {
    return this.#behindTitle(at) ?? this.#behindLabel(at) ?? this.#surnameFirst(at) ?? this.#givenName(at);
  }

  #behindTitle(at: number): Name | undefined {
    const title = this.words[at];
    if (title === undefined || !this.#sets.titles.has(title.lower)) return undefined;
    const first = this.#afterInitials(at);
    const next = this.words[first];
    if (next === undefined || !this.#isNear(at, first)) return undefined;
    // "Her family doctor drew a D-dimer".
    if (next.shape === "lower" && this.#sets.verbs.has(next.lower)) return undefined;
    const known = (this.#isGiven(next) || this.#sets.surnames.has(next.lower)) && !this.#sets.never.has(next.lower);
    // "MR venography" and "MS patient" hold no title; nor does "dr said" hold a name.
    const mayBe =
      this.#sets.abbreviations.has(title.lower) && (title.shape === "UPPER" || title.text.length > 3)
        ? known
        : known || (next.shape !== "lower" && this.#couldBeName(next));
    return mayBe ? this.#extend(at, first) : undefined;
  }

  #behindLabel(at: number): Name | undefined {
    const label = this.#sets.labels
      .get(this.words[at]?.lower ?? "")
      ?.find((one) => one.every((word, index) => this.words[at + index]?.lower === word));
    if (label !== undefined) {
      const first = at + label.length;
      const gap = this.#between(first - 1);
      const word = this.words[first];
      if (word !== undefined && /^\s{0,2}[:=-]\s{0,3}$/.test(gap) && !this.#sets.never.has(word.lower))
        return this.#extend(first, first, true);
      if (word !== undefined && /^ (?:is )?$/.test(gap) && word.shape !== "lower" && this.#looksLikeName(first))
        return this.#extend(first, first);
    }
    if (!this.#sets.weakLabels.has(this.words[at]?.lower ?? "")) return undefined;
    const behind = this.words[at + 1];
    if (behind === undefined || behind.shape === "lower" || !/^[\s:,]{1,3}$/.test(this.#between(at))) return undefined;
    return this.#looksLikeName(at + 1) ? this.#extend(at + 1, at + 1) : undefined;
  }

  /** "Smith, John" and "SMITH John": a known given name makes the word before it a surname. */
  #surnameFirst(at: number): Name | undefined {
    const surname = this.words[at];
    const given = this.words[at + 1];
    if (surname === undefined || given === undefined || surname.shape === "lower" || given.shape === "lower")
      return undefined;
    const gap = this.#between(at);
    const known = this.#sets.surnames.has(surname.lower);
    if (!this.#isGiven(given) || !this.#couldBeName(surname)) return undefined;
    if (/^, ?$/.test(gap)) return known || surname.shape === "UPPER" ? this.#extend(at, at) : undefined;
    return gap === " " && surname.shape === "UPPER" && known ? this.#extend(at, at) : undefined;
  }

  #givenName(at: number): Name | undefined {
    const given = this.words[at];
    if (given === undefined || given.shape === "lower" || !this.#isGiven(given) || this.#isEponym(at)) return undefined;
    // "Tim-3" is a molecule.
    if (/^-?\d/.test(this.#text.slice(given.end, given.end + 2))) return undefined;
    const certain = this.#sets.given.has(given.lower);
    const surname = this.words[this.#afterInitials(at)];
    const follows = surname !== undefined && this.#isNear(at, this.#afterInitials(at)) && surname.shape !== "lower";
    const named =
      follows &&
      this.#couldBeName(surname) &&
      !this.#isEponym(this.#afterInitials(at)) &&
      // In a text of capitals, or behind a word that is a name only at times, the surname must be a known one.
      (certain && given.shape === "Capital" && surname.shape === "Capital"
        ? true
        : this.#sets.surnames.has(surname.lower));
    if (named) return this.#extend(at, at);
    return certain && given.shape === "Capital" ? this.#extend(at, at, false, 1) : undefined;
  }

  /** Skips "J." and "J" between a given name and a surname, and particles. */
  #afterInitials(at: number): number {
    let next = at + 1;
    while (next < this.words.length && next <= at + 3) {
      const word = this.words[next];
      if (word === undefined || !(word.text.length === 1 || this.#sets.particles.has(word.lower))) break;
      next++;
    }
    return next;
  }

  #isNear(from: number, to: number): boolean {
    return Array.from({ length: to - from }, (_, step) => this.#between(from + step)).every((gap) =>
      /^\.? ?$/.test(gap),
    );
  }

  #looksLikeName(at: number): boolean {
    const first = this.words[at];
    if (first === undefined || !this.#couldBeName(first) || this.#isEponym(at)) return false;
    if (this.#isGiven(first) || this.#sets.surnames.has(first.lower)) return true;
    // Initials: "patient J.S."
    return /^\p{Lu}\.\p{Lu}$/u.test(first.text);
  }

  #isGiven({ lower }: Word): boolean {
    return this.#sets.given.has(lower) || this.#sets.ambiguous.has(lower);
  }

  #couldBeName({ lower, text }: Word): boolean {
    if (text.length === 1 || this.#sets.never.has(lower)) return false;
    return this.#sets.surnames.has(lower) || !this.#sets.eponyms.has(lower.replace(/'s$/, ""));
  }

  /** A name that stands for a disease, a test or a publication. */
  #isEponym(at: number): boolean {
    const word = this.words[at];
    if (word === undefined) return false;
    const parts = word.lower.split("-").map((part) => part.replace(/'s?$/, ""));
    const isSurname = this.#sets.surnames.has(word.lower) || this.#sets.given.has(word.lower);
    if (!isSurname && parts.some((part) => this.#sets.eponyms.has(part))) return true;
    const after = this.#text.slice(word.end, word.end + 12);
    if (/^,? et al|^ (?:and|&) colleagues|^ \(?(?:19|20)\d\d/.test(after)) return true;
    return [1, 2].some((step) => {
      const noun = this.words[at + step];
      return (
        noun !== undefined &&
        noun.shape === "lower" &&
        this.#isNear(at, at + step) &&
        this.#sets.eponymNouns.has(noun.lower)
      );
    });
  }

  /** The name from its first word on, with what belongs to it; `start` may lie before it, at a title. */
  #extend(start: number, first: number, anyCase = false, longest = LONGEST): Name {
    let last = first;
    while (last - first + 1 < longest) {
      const next = this.words[last + 1];
      const gap = this.#between(last);
      if (next === undefined || !(/^\.? ?$/.test(gap) || (gap === ", " && this.#isGiven(next) && last === first)))
        break;
      const isInitial = next.text.length === 1 && next.shape === "Capital";
      if (!isInitial && (this.#sets.never.has(next.lower) || this.#sets.titles.has(next.lower))) break;
      const belongs = anyCase || next.shape !== "lower" || this.#sets.particles.has(next.lower);
      if (!belongs || this.#isEponym(last + 1)) break;
      last++;
    }
    const [from, to] = [this.words[start], this.words[last]];
    if (from === undefined || to === undefined) throw new Error("a name has its words");
    // The full stop of initials belongs to them: "J.S."
    const stop = to.text.includes(".") && this.#text.charAt(to.end) === "." ? 1 : 0;
    return { start: from.start, end: to.end + stop, next: last + 1 };
  }

  #between(at: number): string {
    return this.#text.slice(this.words[at]?.end ?? 0, this.words[at + 1]?.start ?? this.#text.length);
  }
}
