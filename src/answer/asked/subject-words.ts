import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import type { Understanding } from "../understand/understand.ts";
import { conceptsIn } from "./concepts.ts";
import { type AnsweringTopic, type AskedUnit, declaredIn, findingsOf } from "./declared-answers.ts";
import { SAME_FROM } from "./rank-answers.ts";

/** How much of a question is in words of the topic's subject, and how much in words that nothing of the topic has. */
export interface SubjectWords {
  /** Words that are a term of the topic by themselves: "D-dimer", "Wells", "popliteal". */
  readonly own: number;
  /** Words that are part of a term: the "leg" of a leg scan. */
  readonly parts: number;
  /** Other words that declared questions or answers have. */
  readonly known: number;
  /** Words of content that nothing of the topic has: they are of another field, or of the story around the question. */
  readonly foreign: number;
}

/** Counts each thing once, whatever the words for it; words that say nothing of what is asked do not count. */
export function subjectWords(question: string, topic: AnsweringTopic, language: ClinicalLanguage): SubjectWords {
  const { anchors, isKnown } = declaredIn(topic, language);
  const counts = { own: 0, parts: 0, known: 0, foreign: 0 };
  const telling = new Map(conceptsIn(question, topic, language).map((concept) => [concept.name, concept.isIdle]));
  for (const [name, isIdle] of telling) {
    if (anchors.alone.has(name)) counts.own += 1;
    else if (anchors.names.has(name)) counts.parts += 1;
    else if (isIdle) continue;
    else if (isKnown(name)) counts.known += 1;
    else counts.foreign += 1;
  }
  return counts;
}

/**
 * What speaks for the topic, in words of its own: part of a term, a finding that its pathway asks for, and any other word that it knows count a
 * share of one. Each tenth of foreign words takes half a word away. Fitted by logistic regression on the questions of the fixtures, each writer's judged by a fit without
 * them, against questions of other fields (docs/evaluation-history.md).
 */
const WEIGHT = { part: 0.2, known: 0.1, finding: 0.4, foreign: 5, enough: 0.3 } as const;
/** So many findings tell a case; more say no more of what it is about. */
const MOST_FINDINGS = 4;

/** Whether a question speaks of the topic's subject, though it may ask what nothing declared answers. */
export function speaksOfSubject({ own, parts, known, foreign }: SubjectWords, findings: number): boolean {
  if (own + parts === 0) return false;
  const share = foreign / Math.max(1, own + parts + known + foreign);
  const besides = WEIGHT.part * parts + WEIGHT.known * known + WEIGHT.finding * Math.min(findings, MOST_FINDINGS);
  return own + besides > WEIGHT.enough + WEIGHT.foreign * share;
}

/** From this score on, and with so many known words, a declared answer outweighs what is foreign. */
const SURELY_ANSWERED = { score: 0.6, known: 3 } as const;
/** A declared answer outweighs that next to nothing is said from these scores on, the less is told of a patient the higher. */
const NAMED_AND_ANSWERED_FROM = { told: 0.66, named: SAME_FROM } as const;
/** So many findings tell a case, which need not name what is suspected. */
const FEWEST_OF_A_CASE = 3;

/** How a question names one finding and asks next to nothing of it that the topic speaks of; undefined when it says more. */
export function onlyNamesFinding(
  units: readonly AskedUnit[],
  understanding: Understanding,
): keyof typeof NAMED_AND_ANSWERED_FROM | undefined {
  const findings = findingsOf(understanding);
  const others = units.filter(({ isIdle, isFinding }) => !isIdle && !isFinding);
  if (new Set(findings.map(({ feature }) => feature)).size !== 1 || others.length > 1) return undefined;
  return findings.some(({ value }) => value !== undefined) ? "told" : "named";
}

/**
 * Whether a question has no word of the topic's subject, and either words of something else or hardly any beside a finding ("who is at risk of
 * prostate cancer?"): what it shares with the topic is then said in every field.
 */
export function speaksOfOthers(
  { own, parts, known, foreign }: SubjectWords,
  {
    findings,
    onlyNames,
    likeness,
  }: {
    readonly findings: number;
    /** Asked only where no word of the subject stands. */
    readonly onlyNames: () => ReturnType<typeof onlyNamesFinding>;
    readonly likeness: number;
  },
): boolean {
  if (own + parts > 0) return false;
  const named = onlyNames();
  if (named !== undefined && likeness < NAMED_AND_ANSWERED_FROM[named]) return true;
  if (foreign === 0 || findings >= FEWEST_OF_A_CASE) return false;
  return likeness < SURELY_ANSWERED.score || known < SURELY_ANSWERED.known;
}
