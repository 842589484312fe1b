import type { CaseFeature } from "../../../pathway/model/feature.ts";
import type { Lights } from "../context/light.ts";
import { isSpokenIn, mayTake } from "../match/fit.ts";
import type { MatchedText } from "../match/matched-text.ts";
import type { Measure } from "../measures/measures.ts";
import type { Reading } from "../readings/readings.ts";
import type { Stretch } from "../text/stretch.ts";
import { measuresOfChange, timesOfChange } from "./changes.ts";
import { NamedThings } from "./named-things.ts";
import { Placed } from "./placed.ts";
import { sentencesOf } from "./sentences.ts";
import { type TimeWords, whenMeasured } from "./when-measured.ts";

/** A number that may be of what is measured twice, with what its sentence tells of it. */
export interface Measured {
  readonly measure: Measure;
  readonly sentence: Stretch;
  readonly time: TimeWords | undefined;
  /** Which of the declared places the clause names; those of the sentence, where the clause names none. */
  readonly places: ReadonlySet<number>;
  /** Words of what was measured, in the clause or else in the sentence. */
  readonly of: readonly Reading[];
}

/** What a text holds of numbers and of words about them. */
export interface TwiceScene {
  readonly text: MatchedText;
  /** Words of what was measured, and of when. */
  readonly words: readonly Reading[];
  readonly lights: Lights;
  readonly features: ReadonlyMap<string, CaseFeature>;
  /** Words whose followers belong to the other of two numbers: "against". */
  readonly between: ReadonlySet<string>;
}

/** The feature that numbers are looked for, and the units in which people give it, each with the least. */
export interface Wanted {
  readonly feature: CaseFeature;
  readonly spokenIn: Readonly<Record<string, number>> | undefined;
}

/** Numbers of a text that may be of the feature, and those that are of something else by the words beside them. */
export interface FoundNumbers {
  readonly measured: readonly Measured[];
  readonly foreign: ReadonlySet<number>;
}

/** Looks for numbers of the feature where the text names what is measured. What other phrases have taken, `spokenFor`, is none. */
export function findNumbers(wanted: Wanted, spokenFor: ReadonlySet<number>, scene: TwiceScene): FoundNumbers {
  const { text, words, lights, between } = scene;
  const measured: Measured[] = [];
  const foreign = new Set<number>();
  const things = new NamedThings(wanted.feature, words, text.measures);
  if (!things.areAny) return { measured, foreign };
  const sentences = sentencesOf(text, between);
  const fitting = fittingNumbers(wanted, scene);
  const numbers = new Placed(fitting, ({ numberAt }) => numberAt);
  const times = new Placed([...timesIn(words), ...timesOfChange(fitting, text)], ({ from }) => from);
  const when = whenMeasured(sentences, numbers, times);
  let isLastForeign = false;
  for (const sentence of sentences) {
    const inSentence = { of: things.firstIn(sentence), places: things.placesIn(sentence) };
    for (const clause of sentence.clauses) {
      const [here, places] = [things.in(clause), things.placesIn(clause)];
      const of = here.length > 0 ? here : inSentence.of;
      const about = { sentence, of, places: places.size > 0 ? places : inSentence.places };
      for (const measure of numbers.in(clause)) {
        // "A cyst of 30 mm today, 20 mm on the old scan": a number without words of its own is of what the last one was of.
        const goesOn: boolean = here.length === 0 && isLastForeign;
        isLastForeign = things.isOfOther(measure) || things.areOthersIn(clause) || goesOn;
        if (isLastForeign) foreign.add(measure.numberAt);
        else if (!spokenFor.has(measure.numberAt) && isOfPatient(measure, lights))
          measured.push({ measure, time: when.get(measure), ...about });
      }
    }
  }
  return { measured, foreign };
}

/** Numbers with a unit in which the feature is given, and of a size that it can have. */
function fittingNumbers({ feature, spokenIn }: Wanted, { text, features }: TwiceScene): readonly Measure[] {
  const step = { kind: "number", feature: feature.id, wanted: "plain" } as const;
  return measuresOfChange(text).filter(
    (measure) =>
      measure.unit !== undefined &&
      measure.value !== undefined &&
      isSpokenIn(spokenIn, measure) &&
      mayTake(step, measure, features, text.tokens),
  );
}

function timesIn(words: readonly Reading[]): readonly TimeWords[] {
  return words.flatMap(({ entry: { target }, from, to }) =>
    target.kind === "when" ? [{ when: target.when, from, to }] : [],
  );
}

function isOfPatient({ numberAt }: Measure, lights: Lights): boolean {
  const light = lights[numberAt];
  return !light?.has("family") && !light?.has("hypothetical");
}
