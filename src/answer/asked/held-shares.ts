/** Texts that are compared with a question, by the names of what they hold. */
export interface Holders {
  readonly count: number;
  /** For each name, the holders that have it. */
  readonly byName: ReadonlyMap<string, readonly number[]>;
  /** How many words each holder has of what is sought: written over for each. */
  readonly counts: Uint16Array;
}

/** Which of the texts hold each name. */
export function holdersOf(texts: readonly ReadonlySet<string>[]): Holders {
  const byName = new Map<string, number[]>();
  for (const [holder, names] of texts.entries())
    for (const name of names) {
      const there = byName.get(name);
      if (there === undefined) byName.set(name, [holder]);
      else there.push(holder);
    }
  return { count: texts.length, byName, counts: new Uint16Array(texts.length) };
}

/** From this share of the wordings on, what they have in common counts in full. */
const COMMON_FROM = 0.3;

/** How common each name is among the wordings of one question, up to 1; what next to none of them has may stand there by chance. */
export function commonness(wordings: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const names of wordings) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const enough = COMMON_FROM * wordings.length;
  return new Map([...counts].map(([name, count]) => [name, Math.min(1, count / enough)]));
}

/** What is looked for in a text: a concept by its name; a finding by its name, or by the words it is read from. */
export interface Sought {
  readonly name: string;
  readonly words: readonly string[];
}

/**
 * Tells of every holder that has something of the sought how much, from 0 to 1: all of it by its name, else as far as its words. Looked up
 * by the names of the sought (an inverted index), since a question is compared with hundreds of wordings that have none of them.
 */
export function visitHolders(
  { name, words }: Sought,
  { byName, counts }: Holders,
  visit: (holder: number, share: number) => void,
): void {
  const named = byName.get(name) ?? [];
  for (const holder of named) visit(holder, 1);
  if (words.length === 0) return;
  counts.fill(0);
  const held: number[] = [];
  for (const word of words)
    for (const holder of byName.get(word) ?? []) {
      if (counts[holder] === 0) held.push(holder);
      counts[holder] = (counts[holder] ?? 0) + 1;
    }
  for (const holder of named) counts[holder] = 0;
  for (const holder of held) if (counts[holder] !== 0) visit(holder, (counts[holder] ?? 0) / words.length);
}

/** The mass of all that is sought and that each holder has, in the order of the sought. */
export function massHeld(all: readonly (Sought & { readonly mass: number })[], holders: Holders): Float64Array {
  const held = new Float64Array(holders.count);
  for (const sought of all)
    visitHolders(sought, holders, (holder, share) => {
      held[holder] = (held[holder] ?? 0) + share * sought.mass;
    });
  return held;
}
