import type { FeatureId } from "../../pathway/model/feature.ts";

/** How people say one case feature, as the topic's `words.yaml` lists it. Phrases match in order, word by word, by stem. */
export interface FeatureWords {
  /** Phrases that state the feature or, for a number, introduce it. */
  readonly phrases: readonly string[];
  /** For a closed list: the phrases of each value. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** Phrases that state the opposite outright, without a negation word. */
  readonly denials: readonly string[];
  /** For each value of a closed list: phrases one of which the text must hold for the value to be read at all ("scan" for a normal one). */
  readonly onlyWith?: Readonly<Record<string, readonly string[]>> | undefined;
  /** For each value of a closed list, and for `yes` of a yes/no: phrases that make words in the same clause say something else ("tibial pulses are normal"). */
  readonly unless?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Values, or every one, that are results of a test: not read from a clause of another occasion or person (`results` of the clinical language). */
  readonly results?: "every" | readonly string[] | undefined;
  /** For a value of a closed list: values that it includes, so that where both are told it alone is read: a proximal clot beside a distal one. */
  readonly covers?: Readonly<Record<string, readonly string[]>> | undefined;
  /**
   * Words of the feature's field. Said of the patient now, and accounted for by no reading, they withhold advice that rules out: the feature
   * is then not known, and is asked about.
   */
  readonly watch?: readonly string[] | undefined;
  /** For each value of a closed list: the same, where this value is what was read ("tibial veins could not be followed" beside a complete scan). */
  readonly watchFor?: Readonly<Record<string, readonly string[]>> | undefined;
  /**
   * Words by which a sentence is about the test whose `results` these are: one of which nothing is read leaves open whether they count
   * ("the sonographer struggled with the calf").
   */
  readonly about?: readonly string[] | undefined;
  /** The unit that a number of this feature is in when people leave it out, and between which numbers that is beyond doubt. */
  readonly bareNumber?: { readonly unit: string; readonly from: number; readonly to: number } | undefined;
  /**
   * Units in which people give this number (UCUM), each with the least that they give in it: a calf is 4 cm larger and a vein 4 mm wider. A
   * number in another unit is of something else.
   */
  readonly spokenIn?: Readonly<Record<string, number>> | undefined;
  /** The number is one of today that is measured once before: "6 mm on the old scan, 11 mm today". */
  readonly measuredTwice?: MeasuredTwiceWords | undefined;
  /**
   * Features whose words longer phrases of this one take, because there they do not tell those features: a tumour in the calf is a mass, and
   * no active cancer.
   */
  readonly takesFrom?: readonly FeatureId[] | undefined;
  /** The number is a limit, which people name by what lies below it: "reference <500" is 500, "D-dimer <500" is less. */
  readonly isLimit?: boolean | undefined;
}

/** How two measures of one thing are recognised, whose times the general language tells. */
export interface MeasuredTwiceWords {
  /** The feature that the earlier number is of. */
  readonly before: FeatureId;
  /** Words of what is measured, such as "compressed diameter". */
  readonly of: readonly string[];
  /** Words of a place where it is measured, one phrase for each place: numbers of two places are no pair. */
  readonly places: readonly string[];
  /** Words in whose clause a number is of something else; a phrase that holds a number speaks of that number alone. */
  readonly notOf: readonly string[];
  /** Features whose own phrases give way to a pair. */
  readonly ratherThan: readonly FeatureId[];
  /**
   * What a pair of numbers above nothing tells of other features where nothing else is said of them: a choice, or `true`. The choices under
   * `against` cannot be beside such a pair: said of the rest ("the rest of the leg is normal") they are not read, said outright they contradict it.
   */
  readonly tells: Readonly<Record<FeatureId, { readonly value: string | true; readonly against: readonly string[] }>>;
}

export type TopicWords = ReadonlyMap<FeatureId, FeatureWords>;
