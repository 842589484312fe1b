import type { RunnableTopic } from "../../library/model/runnable-topic.ts";
import { parseFindings } from "../../pathway/findings/parse-findings.ts";
import type { FeatureId } from "../../pathway/model/feature.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import { lexiconOf } from "../understand/lexicon/lexicon.ts";
import type { Telling } from "../understand/mood.ts";
import { understand } from "../understand/understand.ts";
import { hasPhrase, wordsOf } from "./phrases.ts";
import { keyOf } from "./statement-key.ts";

/** What comes of a correction: what is so instead, and what is not known any more because it stood on the words that were wrong. */
export interface Corrected {
  readonly stated: readonly Statement[];
  readonly withdrawn: readonly FeatureId[];
}

/** A conversation whose words are corrected. */
export interface Corrigible extends Telling {
  readonly carried: readonly Statement[];
  /** The words of its questions, oldest first. */
  readonly earlier: readonly string[];
}

/** Words in the place of others. */
interface Exchanged {
  readonly wrong: string;
  readonly right: string;
}

/**
 * A correction that gives words in the place of others, and names no finding by itself: "typo: 640 not 310", "not popliteal, peroneal",
 * "make that 2 cm", "the lab says it was DDU". The words of before are read again with the right ones in the place of the wrong ones, the latest
 * first, so that one reader tells what follows. Where the wrong words are not said and more than one place could be meant, nothing is taken.
 */
export function correctedWords(
  question: string,
  topic: RunnableTopic,
  language: ClinicalLanguage,
  { carried, earlier, ...telling }: Corrigible,
): Corrected | undefined {
  const readings = (words: string) => understand(words, topic, language, telling).statements;
  const known = new Set(carried.map(keyOf));
  const found = earlier.toReversed().flatMap((words) => {
    const before = readings(words).filter((one) => known.has(keyOf(one)));
    return exchangesIn(question, words, topic, language).flatMap((changed) => {
      const corrected = differenceOf(before, readings(changed.words), topic, { known, isNamed: changed.isNamed });
      return corrected === undefined ? [] : [{ ...changed, corrected }];
    });
  });
  const [named] = found.filter(({ isNamed }) => isNamed);
  if (named !== undefined) return named.corrected;
  const nearest = Math.min(...found.map(({ slip }) => slip));
  const [only, another] = found.filter(({ slip }) => slip === nearest);
  return another === undefined ? only?.corrected : undefined;
}

/** Whether it gives words in the place of others that were said before: "she is 45, not 55". */
export function givesOtherWords(question: string, earlier: readonly string[]): boolean {
  const pair = pairIn(question);
  return pair !== undefined && earlier.some((words) => wordPattern(pair.wrong).test(words));
}

interface Rewritten {
  readonly words: string;
  /** The correction says which words were wrong, or there is one such place alone. */
  readonly isNamed: boolean;
  /** How great a slip of the pen it would be. */
  readonly slip: number;
}

/** The earlier words with those of the correction in the place of others; several where it does not say of which. */
function exchangesIn(
  question: string,
  words: string,
  topic: RunnableTopic,
  language: ClinicalLanguage,
): readonly Rewritten[] {
  const { followUps } = language;
  const pair = pairIn(question);
  const named = pair === undefined ? undefined : exchange(words, pair);
  if (named !== undefined) return [{ words: named, isNamed: true, slip: 0 }];
  const text = wordsOf(question);
  const corrects = hasPhrase(text, [...followUps.correcting, ...followUps.apologising]) || pair !== undefined;
  const opposites = oppositesOf(topic, followUps.sides).flatMap((members) => {
    if (!corrects && members === followUps.sides) return [];
    const said = members.filter((one) => text.includes(` ${one.toLowerCase()} `));
    const [right] = said.length === 1 ? said : [];
    return right === undefined
      ? []
      : members.flatMap((wrong) => (wrong === right ? [] : (exchange(words, { wrong, right }) ?? [])));
  });
  if (opposites.length > 0) return opposites.map((one) => ({ words: one, isNamed: true, slip: 0 }));
  return corrects ? inPlaceOfANumber(question, words, unitsOf(topic, language)) : [];
}

/** Words that exclude each other wherever they stand: the sides, and the bases that a number is reported in. */
function oppositesOf({ pathway }: RunnableTopic, sides: readonly string[]): readonly (readonly string[])[] {
  const bases = pathway.features.flatMap(({ type }) => {
    const [, basis] = type.kind === "quantity" ? (/\{(\p{L}+)\}/u.exec(type.unit) ?? []) : [];
    return basis ?? [];
  });
  return [sides, [...new Set(bases)]];
}

/** Up to three words, or a number with what stands behind it. */
const SAID = "([<>]?\\d[\\d.,]*(?:\\s?[\\p{L}%/]+)?|[\\p{L}-]+(?:\\s[\\p{L}-]+){0,2}?)";
const ONE = "([<>]?\\d[\\d.,]*(?:\\s?[\\p{L}%/]+)?|[\\p{L}-]+)";

/** The two halves of a correction, wherever its words stand; `right` is the number of the half that holds from now on. */
const PAIRS: readonly { readonly pattern: RegExp; readonly right: 1 | 2 }[] = [
  {
    pattern: new RegExp(
      `\\bnot\\s(?:the\\s|to\\s)*${SAID}\\s?[,;:–-]\\s?(?:but\\s|it\\sis\\s|it's\\s|the\\s|to\\s)*${ONE}`,
      "iu",
    ),
    right: 2,
  },
  { pattern: new RegExp(`\\bnot\\s(?:the\\s)?${SAID}\\sbut\\s(?:the\\s)?${ONE}`, "iu"), right: 2 },
  {
    pattern: new RegExp(
      `${ONE}\\s?,?\\s(?:and\\s)?(?:not|instead\\sof|rather\\sthan)\\s(?:the\\s)?${SAID}\\s*[.!]*\\s*$`,
      "iu",
    ),
    right: 1,
  },
  {
    pattern: new RegExp(
      `${SAID}\\s(?:should\\s(?:be|read|have\\sbeen)|(?:is|was)\\swrong\\s?[,;:–-]\\s?(?:it\\s(?:is|was)\\s|it's\\s)?)\\s?${ONE}`,
      "iu",
    ),
    right: 2,
  },
];

function pairIn(question: string): Exchanged | undefined {
  for (const { pattern, right } of PAIRS) {
    const [, first, second] = pattern.exec(question) ?? [];
    if (first !== undefined && second !== undefined)
      return right === 1 ? { right: first, wrong: second } : { wrong: first, right: second };
  }
  return undefined;
}

/** Each in the place of the other, so that what was said of the one is said of the other; undefined where the wrong one does not stand there. */
function exchange(words: string, { wrong, right }: Exchanged): string | undefined {
  if (!wordPattern(wrong).test(words)) return undefined;
  const [number, unit] = [NUMBER.exec(right)?.[0], NUMBER.exec(wrong)?.[0]];
  if (number !== undefined && unit !== undefined) return words.replace(wordPattern(wrong), wrong.replace(unit, number));
  if (number !== undefined || unit !== undefined) return undefined;
  return words.replace(new RegExp(`${bounded(wrong)}|${bounded(right)}`, "giu"), (found) =>
    found.toLowerCase() === wrong.toLowerCase() ? right : wrong,
  );
}

/** A correction that holds one number alone: it may stand in the place of each number of the same unit. */
function inPlaceOfANumber(question: string, words: string, units: ReadonlySet<string>): readonly Rewritten[] {
  const said = Array.from(question.matchAll(NUMBER_WITH_UNIT));
  const [[, number, unit] = [], another] = said;
  if (number === undefined || another !== undefined) return [];
  return Array.from(words.matchAll(NUMBER_WITH_UNIT)).flatMap((old): readonly Rewritten[] => {
    const [all, wrong = "", itsUnit] = old;
    const isUnit = unit !== undefined && units.has(unit.toLowerCase());
    if (isUnit && itsUnit?.toLowerCase() !== unit.toLowerCase()) return [];
    const changed = all.replace(wrong, number);
    const slip = slipBetween(wrong, number);
    if (!isUnit && slip === OTHER_LENGTH && number.length < FEWEST_DIGITS) return [];
    return [{ words: words.slice(0, old.index) + changed + words.slice(old.index + all.length), isNamed: false, slip }];
  });
}

const OTHER_LENGTH = 3;
/** A number of fewer digits may be of anything, unless it is like the one that was said. */
const FEWEST_DIGITS = 3;

/** Digits that changed places; one that is another; as many that are others; and any other number. */
function slipBetween(wrong: string, right: string): number {
  const [old, now] = [wrong, right].map((number) => Array.from(number));
  if (old === undefined || now === undefined || old.length !== now.length) return OTHER_LENGTH;
  if (old.toSorted().join("") === now.toSorted().join("")) return 0;
  return old.filter((digit, at) => digit !== now[at]).length === 1 ? 1 : 2;
}

const NUMBER = /\d+(?:[.,]\d+)?/;
const NUMBER_WITH_UNIT = /(?<![\w.])(\d+(?:[.,]\d+)?)(?![\d]|[.,]\d)(?:[\s-]?([\p{L}%/]+))?/gu;

/** Behind a number these are its unit, and other words are not. */
function unitsOf(topic: RunnableTopic, language: ClinicalLanguage): ReadonlySet<string> {
  return new Set(
    lexiconOf(topic, language).measureWords.units.flatMap(({ raws }) => [raws.join(""), ...raws.slice(0, 1)]),
  );
}

function bounded(words: string): string {
  // "46" stands in "46F".
  if (/^[\d.,]+$/u.test(words)) return `(?<![\\p{L}\\d.,])${RegExp.escape(words)}(?!\\d|[.,]\\d)`;
  return `(?<![\\p{L}\\d])${RegExp.escape(words)}(?![\\p{L}\\d])`;
}

function wordPattern(words: string): RegExp {
  return new RegExp(bounded(words), "iu");
}

/**
 * What is read otherwise; undefined where nothing is. A value that its feature cannot have shows that another number was meant; where the correction
 * says which words were wrong, it is only not taken.
 */
function differenceOf(
  before: readonly Statement[],
  after: readonly Statement[],
  { pathway }: RunnableTopic,
  { known, isNamed }: { readonly known: ReadonlySet<string>; readonly isNamed: boolean },
): Corrected | undefined {
  const now = new Set(after.map(({ feature }) => feature));
  const changed = after.filter((one) => !known.has(keyOf(one)) && !before.some((old) => keyOf(old) === keyOf(one)));
  const withdrawn = before.flatMap(({ feature }) => (now.has(feature) ? [] : [feature]));
  const stated = changed.filter((one) => isPossible(one, pathway));
  if (stated.length === 0 || (!isNamed && stated.length < changed.length)) return undefined;
  return { stated: stated.map(inferred), withdrawn };
}

function isPossible(statement: Statement, pathway: RunnableTopic["pathway"]): boolean {
  if (statement.kind !== "value") return statement.kind === "incomplete";
  const { feature, value } = statement;
  const sent = typeof value === "object" ? { value: value.value.toNumber(), unit: value.unit } : value;
  return parseFindings(pathway, { [feature]: sent }).ok;
}

function inferred({ span: _elsewhere, ...statement }: Statement): Statement {
  return statement.kind === "value" ? { ...statement, inferred: true } : statement;
}
