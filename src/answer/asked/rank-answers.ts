import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import type { Understanding } from "../understand/understand.ts";
import {
  type AnsweringTopic,
  type AskedUnit,
  type DeclaredAnswer,
  type DeclaredAnswers,
  declaredIn,
  findingName,
  findingsOf,
  type Spoken,
  unitsOf,
} from "./declared-answers.ts";
import { massHeld, visitHolders } from "./held-shares.ts";

/** What a topic declares to answer a question by itself. */
export interface DirectMatch {
  readonly statements: readonly string[];
  /** Codes of warnings that are told with them. */
  readonly tells: readonly string[];
  /** Whether all that was read of a patient is what the declared question speaks of, so that it tells of no patient. */
  readonly isGeneral: boolean;
  /** It is for a special group that the patient is told to be of. */
  readonly isOfGroup: boolean;
  /** How surely it is what was asked, from 0 to 1. */
  readonly score: number;
}

/** A word that stands in the answer says less of what is asked than one that stands in a wording of the question. */
const IN_THE_ANSWER = 0.6;
/** How many of the rarest words in common halve the doubt that what is shared is shared by chance. */
const DOUBT = 0.75;
/** How much of the score is what one wording says as a whole; the rest is what all wordings and the answer hold of the question. */
const ONE_WORDING = 0.45;
/** One thing in common is a coincidence, unless it is most of what is asked, or names the group that the answer is for. */
const FEWEST_SHARED = 2;
const ALL_OF_IT_FROM = 0.6;
const TELLING_FROM = 0.6;
/** What an answer for a special group counts where the patient is told to be of it: what holds for others is then no answer. */
const OF_THE_GROUP = 1.2;
/** What an answer counts to a question that has nothing of its core. */
const WITHOUT_CORE = 0.7;
/** What each further word that nothing has counts of the one before. */
const FURTHER_UNKNOWN = 0.5;
/** From this likeness on it is the declared question itself. */
export const SAME_FROM = 0.95;
/**
 * Every declared answer with its score, best first. Question and wordings are compared by what they are about: concepts, weighted by how
 * rare they are among the declared answers; and the findings they speak of, whatever the words for them. Two things count: how alike one
 * wording is as a whole (Dice's coefficient), and how much of the question the wordings and the answer hold together.
 */
export function rankAnswers(
  question: string,
  topic: AnsweringTopic,
  language: ClinicalLanguage,
  understanding: Understanding,
): readonly DirectMatch[] {
  const known = ranked.get(understanding);
  if (known !== undefined) return known;
  const all = declaredIn(topic, language);
  const said = unitsOf(question, topic, language, understanding).map((unit) => weigh(unit, all));
  // A letter of three hundred words holds few that any answer knows.
  const isKnown = ({ name, words }: WeighedUnit) => all.isKnown(name) || words.some(all.isKnown);
  const units = said.filter(isKnown);
  const told = massOf(units) + massOfUnknown(said.filter((unit) => !isKnown(unit)));
  const findings = findingsOf(understanding);
  const stated = understanding.statements.map(findingName);
  const names = new Set(said.flatMap((unit) => unit.names));
  const heldByWording = massHeld(units, all.wordings);
  const held = heldByAnswers(units, all);
  const made = all.declared
    .map((declared, at) => ({ declared, at }))
    .filter(({ declared }) => isFor(declared, findings))
    .map(({ declared, at }) => {
      const isOfGroup = isOfPatientsGroup(declared, understanding);
      const isFar = isWithoutCore(declared, names);
      const alike = told === 0 ? 0 : scoreOf(held[at], told, likenessOf(declared, told, heldByWording), all.rarest);
      return {
        statements: declared.statements,
        tells: declared.tells ?? [],
        isGeneral: stated.every((name) => declared.findings.has(name)),
        isOfGroup,
        score: (isFar ? WITHOUT_CORE : 1) * alike,
      };
    })
    .toSorted((left, right) => placeOf(right) - placeOf(left));
  ranked.set(understanding, made);
  return made;
}

/** What all that is declared for an answer speaks of ("embolism") is missing from the question. */
function isWithoutCore({ core }: DeclaredAnswer, names: ReadonlySet<string>): boolean {
  return core.size > 0 && core.isDisjointFrom(names);
}

function massOf(units: readonly WeighedUnit[]): number {
  return units.reduce((total, { mass }) => total + mass, 0);
}

/**
 * What no declared question or answer has says that something else is asked. The first such word says so in full and each further one less: who
 * tells a story around a question uses many.
 */
function massOfUnknown(units: readonly WeighedUnit[]): number {
  return units.reduce((total, { mass }, at) => total + mass * FURTHER_UNKNOWN ** at, 0);
}

/** The topic is found, and its answer chosen, from one ranking: an understanding is of one question and one topic. */
const ranked = new WeakMap<Understanding, readonly DirectMatch[]>();

interface WeighedUnit extends AskedUnit {
  readonly mass: number;
  readonly name: string;
  /** What a finding is read from. */
  readonly words: readonly string[];
}

function weigh(unit: AskedUnit, { massOf }: DeclaredAnswers): WeighedUnit {
  const [name = "", ...words] = unit.names;
  return { ...unit, mass: massOf(unit), name, words: unit.isFinding ? words : [] };
}

/** What is declared of a special group is no answer to who did not name it, nor to who denied it: "not pregnant" names nobody who is. */
function isFor({ onlyFor, findings }: DeclaredAnswer, spoken: readonly Spoken[]): boolean {
  const isOfGroup = (finding: Spoken) =>
    typeof finding.value === "boolean"
      ? finding.value
      : finding.value === undefined || findings.has(findingName(finding));
  return onlyFor === undefined || spoken.some((one) => onlyFor.includes(one.feature) && isOfGroup(one));
}

/** "34 weeks, D-dimer negative, reassure?": the group is not asked about, it is that of the patient. */
function isOfPatientsGroup({ onlyFor }: DeclaredAnswer, { statements }: Understanding): boolean {
  if (onlyFor === undefined) return false;
  return statements.some(
    ({ feature, ...one }) => one.kind === "value" && one.value === true && onlyFor.includes(feature),
  );
}

/** An answer for the patient's group goes before one for everybody that is hardly more alike, but never before the declared question itself. */
function placeOf({ score, isOfGroup }: DirectMatch): number {
  return isOfGroup ? Math.max(score, Math.min(SAME_FROM, score * OF_THE_GROUP)) : score;
}

/** What wordings and statements of one answer hold of a question. */
interface Held {
  mass: number;
  units: number;
  /** One of them names the group that the answer is for. */
  namesGroup: boolean;
}

function heldByAnswers(
  units: readonly WeighedUnit[],
  { declared, questions, statements, holds }: DeclaredAnswers,
): readonly Held[] {
  const held = declared.map((): Held => ({ mass: 0, units: 0, namesGroup: false }));
  const shares = new Map<number, number>();
  for (const unit of units) {
    shares.clear();
    const best = unit.names.flatMap((name) => holds.get(name) ?? []);
    visitHolders(unit, questions, (answer, share) => shares.set(answer, share * mostOf(best, answer)));
    visitHolders(unit, statements, (answer, share) =>
      shares.set(answer, Math.max(shares.get(answer) ?? 0, IN_THE_ANSWER * share)),
    );
    for (const [answer, share] of shares) {
      const by = held[answer];
      if (by === undefined) continue;
      by.mass += share * unit.mass;
      by.units += 1;
      by.namesGroup ||= unit.isGroup && (declared[answer]?.onlyFor?.includes(unit.feature ?? "") ?? false);
    }
  }
  return held;
}

/** How much the best of the names says for the answer. */
function mostOf(names: readonly ReadonlyMap<number, number>[], answer: number): number {
  let most = 0;
  for (const holds of names) most = Math.max(most, holds.get(answer) ?? 0);
  return most;
}

/** How alike the best of the wordings is as a whole (Dice's coefficient). */
function likenessOf({ firstWording, masses }: DeclaredAnswer, told: number, heldByWording: Float64Array): number {
  let best = 0;
  for (let wording = 0; wording < masses.length; wording += 1) {
    const held = heldByWording[firstWording + wording] ?? 0;
    if (held === 0) continue;
    const mass = masses[wording] ?? 0;
    best = Math.max(best, (2 * Math.min(mass, held)) / (told + mass));
  }
  return best;
}

function scoreOf(held: Held | undefined, told: number, alike: number, rarest: number): number {
  if (alike >= SAME_FROM) return alike;
  const { mass, units, namesGroup } = held ?? NOTHING_HELD;
  const isEnough = units >= FEWEST_SHARED || namesGroup || (alike >= ALL_OF_IT_FROM && told >= TELLING_FROM * rarest);
  if (!isEnough) return 0;
  const covered = (mass / told) * (mass / (mass + DOUBT * rarest));
  return ONE_WORDING * alike + (1 - ONE_WORDING) * covered;
}

const NOTHING_HELD: Held = { mass: 0, units: 0, namesGroup: false };
