import type { Subject } from "../library/model/library.ts";
import { normalise } from "./understand/normalise.ts";

/** What a question is about although no topic covers it. */
export interface SubjectMatch {
  readonly subject: Subject;
  /** The question itself tells of an emergency. */
  readonly isEmergency: boolean;
}

/** The subjects that a question names, emergencies first, then by how much of it they account for. */
export function findSubjects(question: string, subjects: readonly Subject[]): readonly SubjectMatch[] {
  const said = saidIn(question, phrasesOf(subjects));
  const found = subjects.flatMap((subject) => {
    const phrases = said.get(subject) ?? [];
    if (phrases.length === 0) return [];
    const weight = phrases.reduce((sum, { words }) => sum + words.length, 0);
    return [{ subject, isEmergency: phrases.some(({ isEmergency }) => isEmergency), weight }];
  });
  return found
    .toSorted((left, right) => Number(right.isEmergency) - Number(left.isEmergency) || right.weight - left.weight)
    .map(({ subject, isEmergency }) => ({ subject, isEmergency }));
}

interface SubjectPhrase {
  readonly subject: Subject;
  readonly words: string;
  readonly isEmergency: boolean;
}

/** Phrases by their first word, so that a text calls up only those that begin with one of its own. */
type PhrasesByFirstWord = ReadonlyMap<string, readonly SubjectPhrase[]>;

const compiled = new WeakMap<readonly Subject[], PhrasesByFirstWord>();

/** Remembered by identity: the subjects of a library are an immutable value. */
function phrasesOf(subjects: readonly Subject[]): PhrasesByFirstWord {
  const known = compiled.get(subjects);
  if (known !== undefined) return known;
  const phrases = subjects.flatMap((subject) => [
    ...subject.emergencies.map((words) => ({ subject, words, isEmergency: true })),
    ...subject.words.map((words) => ({ subject, words, isEmergency: false })),
  ]);
  const byFirst = Map.groupBy(phrases, ({ words }) => words.split(" ", 1)[0] ?? "");
  compiled.set(subjects, byFirst);
  return byFirst;
}

/** Words between single spaces, one clause each: a denial reaches no further. */
function clausesOf(question: string): readonly string[] {
  return normalise(question)
    .text.toLowerCase()
    .split(/[.;:?!\n]|\bbut\b/u)
    .map((clause) => ` ${clause.replaceAll(/[^\p{L}\p{N}'-]+/gu, " ").trim()} `);
}

/** What says that the words after it are not so, or are not of now. */
const DENIED =
  / (?:no|not|without|denies|denied|never|nor|excluded|negative for|family history of|history of|previous|mother|father|brother|sister|if|risk of)(?: [\p{L}\p{N}'-]+){0,6} $/u;
/** Of a subject that comes before topics: "should I test my sister for factor V" asks about it. */
const DENIED_OUTRIGHT = / (?:no|not|without|denies|denied|never|nor|excluded|negative for)(?: [\p{L}\p{N}'-]+){0,6} $/u;

/** The phrases said of now in some clause; in each clause the first place of a phrase counts. */
function saidIn(question: string, byFirst: PhrasesByFirstWord): ReadonlyMap<Subject, readonly SubjectPhrase[]> {
  const said = new Set<SubjectPhrase>();
  for (const clause of clausesOf(question)) {
    const met = new Set<SubjectPhrase>();
    // Each word stands between two spaces.
    for (let index = 1, end = clause.indexOf(" ", index); end > 0; index = end + 1, end = clause.indexOf(" ", index))
      for (const phrase of byFirst.get(clause.slice(index, end)) ?? []) {
        if (met.has(phrase) || !clause.startsWith(`${phrase.words} `, index)) continue;
        met.add(phrase);
        const denied = phrase.subject.beforeTopics && !phrase.isEmergency ? DENIED_OUTRIGHT : DENIED;
        if (!denied.test(clause.slice(0, index))) said.add(phrase);
      }
  }
  return Map.groupBy(said, ({ subject }) => subject);
}
