import type { Entry } from "../phrases/entry.ts";
import type { SpokenTopic } from "../spoken-topic.ts";

/** A number that is measured once and again: what the topic declares under `measuredTwice`, as the matcher needs it. */
export interface MeasuredTwice {
  readonly now: Entry;
  readonly before: Entry;
  /** Units in which people give it, each with the least: what is 5 cm wide is no vein under compression. */
  readonly spokenIn: Readonly<Record<string, number>> | undefined;
  /** Features whose own phrases give way where the numbers are those of a pair. */
  readonly ratherThan: ReadonlySet<string>;
  /** Findings that such a pair tells where nothing else is said of them. */
  readonly tells: readonly { readonly entry: Entry; readonly against: readonly string[] }[];
}

/** The features of a topic that are one thing measured at two times, as the topic's words declare them. */
export function declaredPairs({ pathway, words }: SpokenTopic): readonly MeasuredTwice[] {
  const features = new Map((pathway?.features ?? []).map((feature) => [feature.id, feature]));
  const entryFor = (id: string, choice?: string): Entry | undefined => {
    const feature = features.get(id);
    if (feature === undefined) return undefined;
    return { phrase: { written: id, parts: [], marks: new Set() }, target: { kind: "states", feature, choice } };
  };
  return [...words].flatMap(([id, { measuredTwice: twice, spokenIn }]) => {
    if (twice === undefined) return [];
    const [now, before] = [entryFor(id), entryFor(twice.before)];
    if (now === undefined || before === undefined) return [];
    const tells = Object.entries(twice.tells).flatMap(([of, { value, against }]) => {
      const entry = entryFor(of, value === true ? undefined : value);
      return entry === undefined ? [] : [{ entry, against }];
    });
    return [{ now, before, spokenIn, ratherThan: new Set(twice.ratherThan), tells }];
  });
}
