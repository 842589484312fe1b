import type { MatchedText } from "../../match/matched-text.ts";
import type { Capture } from "../../match/walk.ts";
import type { MeasureWords } from "../../measures/measure-words.ts";
import { placesOf } from "../../text/stretch.ts";
import { isSentenceEnd } from "../../text/tokens.ts";

/** Basis and unit that a number of the same sentence, or else the only one of the text, is given in. */
export interface AssayContext {
  readonly basisNear: (capture: Capture) => string | undefined;
  readonly unitNear: (capture: Capture) => string | undefined;
}

/** Gathers the bases and units that a text names, with a number or by themselves. */
export function assayContext(text: MatchedText, { bases, units }: Pick<MeasureWords, "bases" | "units">): AssayContext {
  const { tokens } = text;
  const measures = [...text.measures.values()];
  const byWord = new Map(
    bases.flatMap(({ basis, raws: [raw = "", more] }) => (more === undefined ? [[raw, basis] as const] : [])),
  );
  const named = tokens.flatMap(({ raw }, at) => saidAt(at, byWord.get(raw)));
  const withBasis = measures.filter(({ basis, unit }) => basis !== undefined && unit !== undefined);
  const ofNumbers = new Set(withBasis.flatMap(placesOf));
  // "The laboratory says ng/mL FEU": a unit beside a basis, without a number. The "in" of "reports in DDU" is no unit of a concentration.
  const concentrations = units.filter(({ unit }) => unit.includes("/"));
  const unitBefore = (end: number) =>
    concentrations.find(({ raws }) => raws.every((raw, index) => tokens[end - raws.length + index]?.raw === raw))?.unit;
  const alone = named.flatMap(({ at }) => (ofNumbers.has(at) ? [] : saidAt(at, unitBefore(at))));
  const sentenceOf = numberSentences(text);
  // "310 ng/mL in D-dimer units, reference 243": a basis of several words is known by the number that it follows.
  const basisOf = measures.flatMap(({ numberAt, basis }) => saidAt(numberAt, basis));
  const unitOf = withBasis.flatMap(({ numberAt, unit }) => saidAt(numberAt, unit));
  const basisIn = onlyOnes([...named, ...basisOf], sentenceOf);
  const unitIn = onlyOnes([...unitOf, ...alone], sentenceOf);
  return { basisNear: ({ measure }) => basisIn(measure.numberAt), unitNear: ({ measure }) => unitIn(measure.numberAt) };
}

interface Said {
  readonly at: number;
  readonly said: string;
}

function saidAt(at: number, said: string | undefined): readonly Said[] {
  return said === undefined ? [] : [{ at, said }];
}

/** The number of the sentence in which each token stands. */
function numberSentences({ tokens }: MatchedText): (at: number) => number {
  let sentence = 0;
  const numbers = tokens.map((token) => (isSentenceEnd(token) ? sentence++ : sentence));
  return (at) => numbers[at] ?? sentence;
}

/** What alone is said in the sentence of a token, or else alone in the whole text. Gathered once: texts may hold thousands. */
function onlyOnes(sayings: readonly Said[], sentenceOf: (at: number) => number): (at: number) => string | undefined {
  const all = only(sayings);
  const bySentence = Map.groupBy(sayings, ({ at }) => sentenceOf(at));
  const onlyIn = new Map([...bySentence].map(([sentence, group]) => [sentence, only(group)] as const));
  return (at) => onlyIn.get(sentenceOf(at)) ?? all;
}

function only(sayings: readonly Said[]): string | undefined {
  const [first, ...others] = new Set(sayings.map(({ said }) => said));
  return others.length === 0 ? first : undefined;
}
