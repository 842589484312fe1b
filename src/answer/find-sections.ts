import { BOTTOM_LINE, statementsOfSection } from "../library/model/article.ts";
import type { Topic } from "../library/model/topic.ts";
import { contentStems } from "./content-stems.ts";
import type { ClinicalLanguage } from "./understand/clinical-language.ts";
import type { SpokenTopic } from "./understand/spoken-topic.ts";
import type { Understanding } from "./understand/understand.ts";

/** A related question counts as asked when this share of its words and of the reader's are the same (Dice's coefficient). */
const SAME_QUESTION_FROM = 0.5;

/** A section that holds this share of a question's words, weighted by how rare they are, speaks of what is asked. */
export const COVERED_FROM = 0.7;

/** The sections of a topic's article that answer a question, best first: a related question, what is asked, what it is about. */
export function findSections(
  question: string,
  topic: Topic,
  language: ClinicalLanguage,
  { questions, focus, statements }: Pick<Understanding, "questions" | "focus" | "statements">,
): readonly string[] {
  const stems = contentStems(question, topic, language);
  const { central, answered } = topicStems(topic, language);
  const telling = without(stems, central);
  const related = answered
    .map(({ answeredIn, stems: asked }) => ({ answeredIn, alike: dice(telling, asked) }))
    .filter(({ alike }) => alike >= SAME_QUESTION_FROM)
    .toSorted((left, right) => right.alike - left.alike)
    .slice(0, 1)
    .map(({ answeredIn }) => answeredIn.slice(1));
  const asked = [...questions.map((one) => one.focus), focus].flatMap((one) => topic.sectionsFor[one] ?? []);
  const covered = coverageOf(stems, topic, language);
  const covering = covered.section !== undefined && covered.share >= COVERED_FROM ? [covered.section] : [];
  const found = [...new Set([...related, ...(statements.length > 1 ? [] : covering), ...asked])];
  // A case that is told is answered by the pathway; a bare question by the part of the text that speaks of it.
  return found.length > 0 || statements.length > 1 ? found : sectionAbout(stems, topic, language);
}

type ReadTopic = SpokenTopic & Pick<Topic, "articles" | "related" | "title">;

/** The share of a question's content words that one section of the article holds, and that section. */
export function coverageOf(
  stems: ReadonlySet<string>,
  topic: ReadTopic,
  language: ClinicalLanguage,
): { readonly section: string | undefined; readonly share: number } {
  const { sections, weight } = topicStems(topic, language);
  const weighed = Array.from(stems, (stem) => ({ stem, mass: weight(stem) }));
  const total = Math.max(sumOf(weighed), 1);
  let best: { readonly section: string | undefined; readonly share: number } = { section: undefined, share: 0 };
  for (const { id, all } of sections) {
    const share = sumOf(weighed.filter(({ stem }) => all.has(stem))) / total;
    if (share > best.share) best = { section: id, share };
  }
  return best;
}

function sumOf(weighed: readonly { readonly mass: number }[]): number {
  return weighed.reduce((sum, { mass }) => sum + mass, 0);
}

function sectionAbout(stems: ReadonlySet<string>, topic: Topic, language: ClinicalLanguage): readonly string[] {
  const { section } = densest(stems, topic, language);
  return section === undefined ? [] : [section];
}

/** The section that says most of the words for its length, rare words first; the bottom line says something of everything. */
function densest(stems: ReadonlySet<string>, topic: Topic, language: ClinicalLanguage) {
  const { details } = topicStems(topic, language);
  const scored = details.sections.map(({ id, statements }) => ({
    section: id,
    score: statements
      .map((statement) => [...stems].filter((stem) => statement.has(stem)))
      .reduce((sum, held) => sum + held.reduce((weights, stem) => weights + details.weight(stem), 0) ** 2, 0),
  }));
  const [best] = scored.toSorted((left, right) => right.score - left.score);
  return best !== undefined && best.score > 0 ? best : { section: undefined, score: 0 };
}

interface SectionStems {
  readonly id: string;
  /** The stems of its title and of each statement. */
  readonly statements: readonly ReadonlySet<string>[];
  readonly all: ReadonlySet<string>;
}

/** Sections with the weight of each stem among them: its inverse frequency, since a word that stands everywhere says little of where to look. */
interface WeighedSections {
  readonly sections: readonly SectionStems[];
  readonly weight: (stem: string) => number;
}

interface TopicStems extends WeighedSections {
  /** The same without the bottom line. */
  readonly details: WeighedSections;
  /** What every question of the topic says tells none of them from another. */
  readonly central: ReadonlySet<string>;
  /** Related questions that the article answers, with the stems that tell them apart. */
  readonly answered: readonly { readonly answeredIn: string; readonly stems: ReadonlySet<string> }[];
}

const known = new WeakMap<ReadTopic, WeakMap<ClinicalLanguage, TopicStems>>();

/** Stems of the clinician's article and of the related questions. Remembered by identity: topic and language are immutable values. */
function topicStems(topic: ReadTopic, language: ClinicalLanguage): TopicStems {
  const byLanguage = known.get(topic) ?? new WeakMap<ClinicalLanguage, TopicStems>();
  known.set(topic, byLanguage);
  const remembered = byLanguage.get(language);
  if (remembered !== undefined) return remembered;
  const stemsOf = (text: string) => contentStems(text, topic, language);
  const sections = (topic.articles.clinician?.sections ?? []).map((section) => {
    const statements = [stemsOf(section.title), ...statementsOfSection(section).map(({ text }) => stemsOf(text))];
    return { id: section.id, statements, all: new Set(statements.flatMap((stems) => [...stems])) };
  });
  const central = stemsOf(topic.title);
  const made = {
    ...weigh(sections),
    details: weigh(sections.filter(({ id }) => id !== BOTTOM_LINE)),
    central,
    answered: topic.related.flatMap(({ question, answeredIn }) =>
      answeredIn?.startsWith("#") ? [{ answeredIn, stems: without(stemsOf(question), central) }] : [],
    ),
  };
  byLanguage.set(language, made);
  return made;
}

function weigh(sections: readonly SectionStems[]): WeighedSections {
  const within = new Map<string, number>();
  for (const { all } of sections) for (const stem of all) within.set(stem, (within.get(stem) ?? 0) + 1);
  return { sections, weight: (stem) => Math.log((sections.length + 1) / ((within.get(stem) ?? 0) + 0.5)) };
}

function without(stems: ReadonlySet<string>, those: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...stems].filter((stem) => !those.has(stem)));
}

function dice(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = [...left].filter((stem) => right.has(stem)).length;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}
