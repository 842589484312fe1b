import type { MatchedText } from "../match/matched-text.ts";
import type { Capture } from "../match/walk.ts";
import type { MeasureWords } from "../measures/measure-words.ts";
import { placesOf } from "../text/stretch.ts";
import { isSentenceEnd } from "../text/tokens.ts";

/** Basis and unit that a number of the same sentence, or else the only one of the text, is given in. */
export interface AssayContext {
  readonly basisNear: (capture: Capture) => string | undefined;
  readonly unitNear: (capture: Capture) => string | undefined;
}

export function assayContext(text: MatchedText, { bases, units }: Pick<MeasureWords, "bases" | "units">): AssayContext {
  const raws = new Map(
    bases.filter(({ raws: [, second] }) => second === undefined).map(({ basis, raws }) => [raws[0] ?? "", basis]),
  );
  const named = text.tokens.flatMap((token, at) => {
    const basis = raws.get(token.raw);
    return basis === undefined ? [] : [{ at, basis }];
  });
  const sentenceOf = numberSentences(text);
  const withBasis = [...text.measures.values()].flatMap(({ basis, unit, numberAt, from, to }) =>
    basis !== undefined && unit !== undefined ? [{ at: numberAt, said: unit, from, to }] : [],
  );
  // "310 ng/mL in D-dimer units, reference 243": a basis of several words is known by the number that it follows.
  const ofMeasures = [...text.measures.values()].flatMap(({ basis, numberAt }) =>
    basis === undefined ? [] : [{ at: numberAt, said: basis }],
  );
  const basisIn = onlyOnes([...named.map(({ at, basis }) => ({ at, said: basis })), ...ofMeasures], sentenceOf);
  const ofNumbers = new Set(withBasis.flatMap(placesOf));
  // "The laboratory says ng/mL FEU": a unit beside a basis, without a number. The "in" of "reports in DDU" is no unit of a concentration.
  const concentrations = units.filter(({ unit }) => unit.includes("/"));
  const alone = named.flatMap(({ at }) => {
    const unit = concentrations.find(({ raws }) =>
      raws.every((raw, index) => text.tokens[at - raws.length + index]?.raw === raw),
    );
    return unit === undefined || ofNumbers.has(at) ? [] : [{ at, said: unit.unit }];
  });
  const unitIn = onlyOnes([...withBasis, ...alone], sentenceOf);
  return { basisNear: ({ measure }) => basisIn(measure.numberAt), unitNear: ({ measure }) => unitIn(measure.numberAt) };
}

/** The number of the sentence in which each token stands. */
function numberSentences({ tokens }: MatchedText): (at: number) => number {
  let sentence = 0;
  const numbers = tokens.map((token) => (isSentenceEnd(token) ? sentence++ : sentence));
  return (at) => numbers[at] ?? sentence;
}

/** What alone is said in the sentence of a token, or else alone in the whole text. Gathered once: texts may hold thousands. */
function onlyOnes<T>(
  sayings: readonly { readonly at: number; readonly said: T }[],
  sentenceOf: (at: number) => number,
): (at: number) => T | undefined {
  const all = new Set(sayings.map(({ said }) => said));
  const bySentence = Map.groupBy(sayings, ({ at }) => sentenceOf(at));
  const onlyIn = new Map(
    [...bySentence].map(([sentence, group]) => [sentence, only(new Set(group.map(({ said }) => said)))] as const),
  );
  return (at) => onlyIn.get(sentenceOf(at)) ?? only(all);
}

function only<T>(values: ReadonlySet<T>): T | undefined {
  const [first] = values;
  return values.size === 1 ? first : undefined;
}
