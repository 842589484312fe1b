import { statementsOfSection } from "../library/model/article.ts";
import type { Topic } from "../library/model/topic.ts";
import { contentStems } from "./content-stems.ts";
import type { ClinicalLanguage } from "./understand/clinical-language.ts";
import type { SpokenTopic } from "./understand/lexicon.ts";
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
  // What every question of the topic says tells none of them from another.
  const central = contentStems(topic.title, topic, language);
  const telling = (text: ReadonlySet<string>) => new Set([...text].filter((stem) => !central.has(stem)));
  const related = topic.related
    .map(({ question: asked, answeredIn }) => ({
      answeredIn,
      alike: dice(telling(stems), telling(contentStems(asked, topic, language))),
    }))
    .filter(({ answeredIn, alike }) => answeredIn?.startsWith("#") === true && alike >= SAME_QUESTION_FROM)
    .toSorted((left, right) => right.alike - left.alike)
    .slice(0, 1)
    .map(({ answeredIn = "" }) => answeredIn.slice(1));
  const asked = [...questions.map((one) => one.focus), focus].flatMap((one) => topic.sectionsFor[one] ?? []);
  const covered = coverageOf(stems, topic, language);
  const covering = covered.section !== undefined && covered.share >= COVERED_FROM ? [covered.section] : [];
  const found = [...new Set([...related, ...(statements.length > 1 ? [] : covering), ...asked])];
  // A case that is told is answered by the pathway; a bare question by the part of the text that speaks of it.
  return found.length > 0 || statements.length > 1 ? found : sectionAbout(stems, topic, language);
}

type ReadTopic = SpokenTopic & Pick<Topic, "articles">;

/** The share of a question's content words that one section of the article holds, and that section. */
export function coverageOf(
  stems: ReadonlySet<string>,
  topic: ReadTopic,
  language: ClinicalLanguage,
): { readonly section: string | undefined; readonly share: number } {
  const sections = sectionStems(topic, language);
  const weight = (stem: string) => weightOf(stem, sections);
  const total = [...stems].reduce((sum, stem) => sum + weight(stem), 0);
  let best: { readonly section: string | undefined; readonly share: number } = { section: undefined, share: 0 };
  for (const { id, statements } of sections) {
    const held = [...stems].filter((stem) => statements.some((statement) => statement.has(stem)));
    const share = held.reduce((sum, stem) => sum + weight(stem), 0) / Math.max(total, 1);
    if (share > best.share) best = { section: id, share };
  }
  return best;
}

function sectionAbout(stems: ReadonlySet<string>, topic: Topic, language: ClinicalLanguage): readonly string[] {
  const { section } = densest(stems, topic, language);
  return section === undefined ? [] : [section];
}

/** The section that says most of the words for its length, rare words first. */
function densest(stems: ReadonlySet<string>, topic: Topic, language: ClinicalLanguage) {
  const sections = sectionStems(topic, language).filter(({ id }) => id !== "bottom-line");
  const scored = sections.map(({ id, statements }) => ({
    section: id,
    score: statements
      .map((statement) => [...stems].filter((stem) => statement.has(stem)))
      .reduce((sum, held) => sum + held.reduce((weights, stem) => weights + weightOf(stem, sections), 0) ** 2, 0),
  }));
  const [best] = scored.toSorted((left, right) => right.score - left.score);
  return best !== undefined && best.score > 0 ? best : { section: undefined, score: 0 };
}

interface SectionStems {
  readonly id: string;
  readonly statements: readonly ReadonlySet<string>[];
}

const known = new WeakMap<ReadTopic, WeakMap<ClinicalLanguage, readonly SectionStems[]>>();

/** Stems of every statement of the clinician's article. Remembered by identity: topic and language are immutable values. */
function sectionStems(topic: ReadTopic, language: ClinicalLanguage): readonly SectionStems[] {
  const byLanguage = known.get(topic) ?? new WeakMap<ClinicalLanguage, readonly SectionStems[]>();
  known.set(topic, byLanguage);
  const remembered = byLanguage.get(language);
  if (remembered !== undefined) return remembered;
  const made = (topic.articles.clinician?.sections ?? []).map((section) => ({
    id: section.id,
    statements: [
      contentStems(section.title, topic, language),
      ...statementsOfSection(section).map(({ text }) => contentStems(text, topic, language)),
    ],
  }));
  byLanguage.set(language, made);
  return made;
}

/** Inverse frequency over sections: a word that stands everywhere says little of where to look. */
function weightOf(stem: string, sections: readonly SectionStems[]): number {
  const within = sections.filter(({ statements }) => statements.some((statement) => statement.has(stem))).length;
  return Math.log((sections.length + 1) / (within + 0.5));
}

function dice(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = [...left].filter((stem) => right.has(stem)).length;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}
