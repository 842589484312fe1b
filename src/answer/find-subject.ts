import type { Subject } from "../library/model/library.ts";
import { comparableText } from "./understand/text/normalise.ts";

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
  /** Its steps, each the words that may stand there; a gap holds none. */
  readonly steps: readonly (readonly string[])[];
  readonly words: readonly string[];
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
    ...subject.emergencies.map((written) => phraseOf(subject, written, true)),
    ...subject.words.map((written) => phraseOf(subject, written, false)),
  ]);
  const byFirst = new Map<string, SubjectPhrase[]>();
  for (const phrase of phrases)
    for (const first of phrase.steps[0] ?? []) byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  compiled.set(subjects, byFirst);
  return byFirst;
}

function phraseOf(subject: Subject, written: string, isEmergency: boolean): SubjectPhrase {
  const words = written.split(" ");
  return { subject, words, isEmergency, steps: words.map((word) => (word === GAP ? [] : word.split("|"))) };
}

const GAP = "...";
/** Words that a gap may cover. */
const GAP_REACH = 6;

/** The words of each clause: a denial reaches no further. */
function clausesOf(question: string): readonly (readonly string[])[] {
  return comparableText(question)
    .toLowerCase()
    .split(/\.(?=\s|$)|[;:?!\n]|\bbut\b/u)
    .map((clause) => clause.match(/[\p{L}\p{N}'-]+/gu) ?? []);
}

/** Words that say that those behind them are not so. */
const DENYING: ReadonlySet<string> = new Set([
  ...["no", "not", "without", "denies", "denied", "never", "nor", "excluded", "negative for"],
]);
/** Words that say that those behind them are not of now, or not of this patient. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...[
    "family history of",
    "history of",
    "previous",
    "previously",
    "mother",
    "father",
    "brother",
    "sister",
    "if",
    "risk of",
  ],
]);
/** Words by which those before them are not of now. */
const PAST =
  /^(?:\S+ ){0,6}(?:years? ago|months ago|in (?:19|20)\d\d|last year|as a (?:child|boy|girl)|in childhood)(?: |$)/u;
/** Words that such a word reaches across. */
const REACH = 6;

/** The phrases said of now in some clause; in each clause the first place of a phrase counts. */
function saidIn(question: string, byFirst: PhrasesByFirstWord): ReadonlyMap<Subject, readonly SubjectPhrase[]> {
  const said = new Set<SubjectPhrase>();
  for (const words of clausesOf(question)) {
    const met = new Set<SubjectPhrase>();
    // "No pulse, not breathing": what a phrase has taken denies nothing behind it.
    let taken = 0;
    for (const [index, word] of words.entries())
      for (const phrase of byFirst.get(word) ?? []) {
        const end = met.has(phrase) ? undefined : endOf(phrase, words, index);
        if (end === undefined) continue;
        met.add(phrase);
        if (isElsewhere(phrase, words, { from: taken, index, end })) continue;
        said.add(phrase);
        if (phrase.isEmergency) taken = Math.max(taken, end);
      }
  }
  return Map.groupBy(said, ({ subject }) => subject);
}

/** Where the phrase ends that begins here; undefined where it does not stand here. */
function endOf({ steps }: SubjectPhrase, words: readonly string[], index: number): number | undefined {
  let at = index;
  let isBehindGap = false;
  for (const step of steps) {
    const last = isBehindGap ? at + GAP_REACH : at;
    isBehindGap = step.length === 0;
    if (isBehindGap) continue;
    while (at <= last && !step.includes(words[at] ?? "")) at += 1;
    if (at > last) return undefined;
    at += 1;
  }
  return at;
}

function isElsewhere(
  { subject, isEmergency, words: phrase }: SubjectPhrase,
  words: readonly string[],
  { from, index, end }: { readonly from: number; readonly index: number; readonly end: number },
): boolean {
  const before = words.slice(Math.max(from, index - REACH - 1), index);
  // "Not breathing" denies already.
  if (!DENYING.has(phrase[0] ?? "") && holds(before, DENYING)) return true;
  // Of a subject that comes before topics: "should I test my sister for factor V" asks about it.
  if (subject.beforeTopics && !isEmergency) return false;
  return holds(words.slice(Math.max(0, index - REACH - 1), index), ELSEWHERE) || PAST.test(words.slice(end).join(" "));
}

function holds(words: readonly string[], phrases: ReadonlySet<string>): boolean {
  const text = ` ${words.join(" ")} `;
  return [...phrases].some((phrase) => text.includes(` ${phrase} `));
}
