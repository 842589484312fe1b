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
  const clauses = clausesOf(question);
  const found = subjects.flatMap((subject) => {
    const emergencies = said(clauses, subject.emergencies);
    const words = said(clauses, subject.words);
    const weight = [...emergencies, ...words].reduce((sum, phrase) => sum + phrase.length, 0);
    return weight === 0 ? [] : [{ subject, isEmergency: emergencies.length > 0, weight }];
  });
  return found
    .toSorted((left, right) => Number(right.isEmergency) - Number(left.isEmergency) || right.weight - left.weight)
    .map(({ subject, isEmergency }) => ({ subject, isEmergency }));
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

function said(clauses: readonly string[], phrases: readonly string[]): readonly string[] {
  return phrases.filter((phrase) =>
    clauses.some((clause) => {
      const at = clause.indexOf(` ${phrase} `);
      return at >= 0 && !DENIED.test(clause.slice(0, at + 1));
    }),
  );
}
