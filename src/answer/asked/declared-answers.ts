import { statementsOf } from "../../library/model/article.ts";
import type { DirectAnswer, Topic } from "../../library/model/topic.ts";
import type { TextSpan } from "../../pathway/model/finding.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import { type Understanding, understand } from "../understand/understand.ts";
import { type AskedTopic, type Concept, conceptsIn } from "./concepts.ts";
import { commonness, type Holders, holdersOf } from "./held-shares.ts";
import { waysOfAsking } from "./ways-of-asking.ts";

export type AnsweringTopic = AskedTopic & Pick<Topic, "answers" | "articles" | "question" | "terms">;

/** One thing that a question speaks of: a concept; or a finding, however it is worded. */
export interface AskedUnit {
  /** A finding by its name, and by the concepts of the words it was read from. */
  readonly names: readonly string[];
  readonly isFinding: boolean;
  readonly isIdle: boolean;
  /** It names a group for which the topic declares answers of its own. */
  readonly isGroup: boolean;
  readonly feature?: string;
}

export interface DeclaredAnswer extends DirectAnswer {
  /** The number of its first wording among those of all answers, and how much each of its wordings says. */
  readonly firstWording: number;
  readonly masses: readonly number[];
  /** What each of its wordings speaks of. */
  readonly namesOfWordings: readonly ReadonlySet<string>[];
  /** The findings that the wordings speak of. */
  readonly findings: ReadonlySet<string>;
  /** Telling names that every wording has: who asks for this answer says one of them. */
  readonly core: ReadonlySet<string>;
}

export interface DeclaredAnswers {
  readonly declared: readonly DeclaredAnswer[];
  /** Every wording of every answer by itself; the wordings of each answer together; and the statements of each. */
  readonly wordings: Holders;
  readonly questions: Holders;
  readonly statements: Holders;
  /** For each name, how much it says for each answer whose wordings have it, from `BY_CHANCE` to 1: what one of twenty has may stand there by chance. */
  readonly holds: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** How much a unit says: the rarer, the more. */
  readonly massOf: (unit: AskedUnit) => number;
  /** Whether a declared question or answer has it. */
  readonly isKnown: (name: string) => boolean;
  /** The mass of a concept that one answer alone knows. */
  readonly rarest: number;
  readonly anchors: Anchors;
}

/** What marks a question as one of the topic: the concepts of its terms. */
export interface Anchors {
  readonly names: ReadonlySet<string>;
  /** Those that are a term by themselves: "D-dimer", but not the "femoral" of a femoral vein. */
  readonly alone: ReadonlySet<string>;
}

/** Fewer wordings than these may share a word by chance. */
const FEWEST_WITH_CORE = 3;
/** A name tells one answer from others from this share of the rarest's mass on. */
const TELLING_NAME_FROM = 0.6;

/** What a name counts for an answer of whose many wordings next to none has it. */
const BY_CHANCE = 0.6;

/** A finding with as many words is told in a sentence of its own, and each of them says a little besides. */
const FEWEST_OF_A_SENTENCE = 3;

/** What a word of no content counts where a declared question has it. */
const IDLE_WORD = 0.5;

const known = new WeakMap<AnsweringTopic, WeakMap<ClinicalLanguage, DeclaredAnswers>>();

/** What a topic declares to be asked, read once. Remembered by identity: topic and language are immutable values. */
export function declaredIn(topic: AnsweringTopic, language: ClinicalLanguage): DeclaredAnswers {
  const byLanguage = known.get(topic) ?? new WeakMap<ClinicalLanguage, DeclaredAnswers>();
  known.set(topic, byLanguage);
  const remembered = byLanguage.get(language);
  if (remembered !== undefined) return remembered;
  const made = readDeclared(topic, language);
  byLanguage.set(language, made);
  return made;
}

function readDeclared(topic: AnsweringTopic, language: ClinicalLanguage): DeclaredAnswers {
  const article = topic.articles.clinician === undefined ? [] : statementsOf(topic.articles.clinician);
  const texts = new Map(article.map(({ id, text }) => [id, text]));
  // The topic's own question is answered by its bottom line.
  const answers: readonly DirectAnswer[] = [...topic.answers, { asked: [topic.question], statements: [] }];
  const read = answers.map((answer) => {
    const wordings = answer.asked.map((text) => {
      const understanding = understand(text, topic, language);
      return { units: unitsOf(text, topic, language, understanding), understanding };
    });
    return {
      ...answer,
      wordings: wordings.map(({ units }) => units),
      names: namesOf(wordings.flatMap(({ units }) => units)),
      findings: new Set(wordings.flatMap(({ understanding }) => findingsOf(understanding).map(findingName))),
      answerNames: new Set(
        conceptsIn(answer.statements.map((id) => texts.get(id) ?? "").join(" "), topic, language).map(
          ({ name }) => name,
        ),
      ),
    };
  });
  const within = new Map<string, number>();
  for (const { names } of read) for (const name of names) within.set(name, (within.get(name) ?? 0) + 1);
  const inAnswers = new Set(read.flatMap(({ answerNames }) => [...answerNames]));
  const weigh = (name: string) => Math.log((read.length + 1) / ((within.get(name) ?? 0) + 0.5));
  const rarest = weigh("") - Math.log(3);
  const isKnown = (name: string) => within.has(name) || inAnswers.has(name);
  const massOf = ({ names, isGroup, isIdle }: AskedUnit) => {
    if (!names.some(isKnown)) return isIdle ? 0 : rarest;
    const weight = isGroup ? rarest : Math.min(rarest, Math.max(...names.map(weigh)));
    return (isIdle ? IDLE_WORD : 1) * weight;
  };
  let next = 0;
  const isTelling = (name: string) => weigh(name) >= TELLING_NAME_FROM * rarest;
  const declared = read.map(({ wordings, asked, onlyFor, statements, tells, findings, names }) => {
    const firstWording = next;
    next += wordings.length;
    const masses = wordings.map((units) => units.reduce((sum, unit) => sum + massOf(unit), 0));
    const namesOfWordings = wordings.map(namesOf);
    const inEvery = [...names].filter((name) => namesOfWordings.every((of) => of.has(name)));
    const core = new Set(wordings.length < FEWEST_WITH_CORE ? [] : inEvery.filter(isTelling));
    return { asked, onlyFor, statements, tells, findings, firstWording, masses, namesOfWordings, core };
  });
  return {
    declared,
    wordings: holdersOf(read.flatMap(({ wordings }) => wordings.map(namesOf))),
    questions: holdersOf(read.map(({ names }) => names)),
    statements: holdersOf(read.map(({ answerNames }) => answerNames)),
    holds: holdsByName(read.map(({ wordings }) => heldIn(wordings.map(namesOf)))),
    massOf,
    isKnown,
    rarest,
    anchors: readAnchors(topic, language),
  };
}

function heldIn(wordings: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  return new Map([...commonness(wordings)].map(([name, share]) => [name, BY_CHANCE + (1 - BY_CHANCE) * share]));
}

function holdsByName(answers: readonly ReadonlyMap<string, number>[]): DeclaredAnswers["holds"] {
  const byName = new Map<string, Map<number, number>>();
  for (const [answer, holds] of answers.entries())
    for (const [name, hold] of holds) {
      const there = byName.get(name) ?? new Map<number, number>();
      byName.set(name, there.set(answer, hold));
    }
  return byName;
}

function readAnchors(topic: AnsweringTopic, language: ClinicalLanguage): Anchors {
  const terms = topic.terms.map((term) =>
    conceptsIn(term, topic, language).flatMap(({ name, isIdle }) => (isIdle ? [] : [name])),
  );
  return { names: new Set(terms.flat()), alone: new Set(terms.flatMap((names) => (names.length === 1 ? names : []))) };
}

function namesOf(units: readonly AskedUnit[]): ReadonlySet<string> {
  return new Set(units.flatMap(({ names }) => names));
}

/** What a question speaks of, each once. */
export function unitsOf(
  text: string,
  topic: AnsweringTopic,
  language: ClinicalLanguage,
  understanding: Understanding,
): readonly AskedUnit[] {
  const known = unitsOfRead.get(understanding);
  if (known?.text === text && known.topic === topic) return known.units;
  const units = findUnits(text, topic, language, understanding);
  unitsOfRead.set(understanding, { text, topic, units });
  return units;
}

interface UnitsOfText {
  readonly text: string;
  readonly topic: AnsweringTopic;
  readonly units: readonly AskedUnit[];
}

/** Of a question that is looked at several times while it is answered. */
const unitsOfRead = new WeakMap<Understanding, UnitsOfText>();

function findUnits(
  text: string,
  topic: AnsweringTopic,
  language: ClinicalLanguage,
  understanding: Understanding,
): readonly AskedUnit[] {
  const concepts = conceptsIn(text, topic, language);
  const groups = groupsOf(topic);
  const findings = findingsOf(understanding).filter((one) => "value" in one || groups.has(one.feature));
  const spoken = findings
    .map((finding) => ({
      names: [findingName(finding), ...namesIn(finding.span, concepts)],
      isFinding: true,
      isIdle: !groups.has(finding.feature) && isOfEverybody(finding.feature, topic),
      isGroup: groups.has(finding.feature),
      feature: finding.feature,
    }))
    // "Him" tells of a man, and nothing of what is asked.
    .filter(({ names, isGroup }) => names.length > 1 || isGroup);
  const rest = concepts
    .filter((concept) => !findings.some(({ span }) => isIn(span, concept)))
    .map(({ name, isIdle }) => ({ names: [name], isFinding: false, isIdle, isGroup: false }));
  const asked = understanding.questions
    .filter(({ focus }) => focus !== "next-test")
    .map(({ focus }) => ({ names: [`focus ${focus}`], isFinding: false, isIdle: true, isGroup: false }));
  const ways = [...waysOfAsking(text, topic, language)].map((way) => ({
    names: [`asks for ${way}`],
    isFinding: false,
    isIdle: true,
    isGroup: false,
  }));
  // "Dimer bang on 500, is that negative?" is read as one finding, and yet asks for what its words ask for.
  const within = spoken
    .filter(({ names }) => names.length > FEWEST_OF_A_SENTENCE)
    .flatMap(({ names: [, ...words] }) =>
      words.map((word) => ({ names: [word], isFinding: false, isIdle: true, isGroup: false })),
    );
  return [...new Map([...within, ...spoken, ...rest, ...asked, ...ways].map((unit) => [unit.names[0], unit])).values()];
}

function isIn(span: TextSpan | undefined, { start, end }: Concept): boolean {
  return span !== undefined && start < span.end && end > span.start;
}

function namesIn(span: TextSpan | undefined, concepts: readonly Concept[]): readonly string[] {
  return concepts.flatMap((concept) => (isIn(span, concept) ? concept.name : []));
}

/** Every patient has an age and a sex, whatever is asked about them: the group of features that comes first. */
export function isOfEverybody(feature: string, { pathway }: AnsweringTopic): boolean {
  const [first] = pathway?.features ?? [];
  return pathway?.features.find(({ id }) => id === feature)?.group === first?.group && first !== undefined;
}

/** The features for which a topic declares answers of their own. */
function groupsOf({ answers }: AnsweringTopic): ReadonlySet<string> {
  return new Set(answers.flatMap(({ onlyFor = [] }) => onlyFor));
}

export interface Spoken {
  readonly feature: string;
  readonly span?: TextSpan;
  readonly value?: unknown;
}

/** Everything that a text speaks of, of whom and however surely. */
export function findingsOf({ statements, uncertain, notOfPatient }: Understanding): readonly Spoken[] {
  return [...statements, ...uncertain, ...notOfPatient];
}

/** "scan acute-proximal", but "age": a number is of the patient, not of the question. */
export function findingName({ feature, value }: Spoken): string {
  return typeof value === "string" || typeof value === "boolean" ? `finding ${feature} ${value}` : `finding ${feature}`;
}
