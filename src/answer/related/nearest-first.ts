import type { Topic } from "../../library/model/topic.ts";
import type { Answer } from "../answer-shape.ts";
import { conceptsIn } from "../asked/concepts.ts";
import { declaredIn } from "../asked/declared-answers.ts";
import { rankAnswers } from "../asked/rank-answers.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import { understand } from "../understand/understand.ts";

type Related = Answer["related"][number];
type Answered = Pick<Answer, "question" | "nextStep" | "statements">;

/**
 * Related questions as they bear on one answer: those that share most of what was asked and answered first, by concepts weighted as in
 * matching; equals stay in the order of the author. One that the statement at the head of the answer answers was asked already.
 */
export function nearestFirst(
  related: readonly Related[],
  answered: Answered,
  topic: Topic,
  language: ClinicalLanguage,
): Related[] {
  const { massOf } = declaredIn(topic, language);
  const asked = namesIn(answered.question ?? "", topic, language);
  const said = namesIn(answerText(answered), topic, language);
  const massIn = (names: Iterable<string>) =>
    [...names].reduce(
      (sum, name) => sum + massOf({ names: [name], isFinding: false, isIdle: false, isGroup: false }),
      0,
    );
  const nearness = ({ question }: Related) => {
    const { names } = readOf(question, topic, language);
    const shared =
      massIn(names.filter((name) => asked.has(name))) + IN_THE_ANSWER * massIn(names.filter((name) => said.has(name)));
    // Half-way between what is shared and its share: a long question has more of everything.
    return names.length === 0 ? 0 : shared / Math.sqrt(massIn(names));
  };
  const head = answered.statements.find(({ direct }) => direct)?.id;
  return related
    .filter(({ question }) => head === undefined || readOf(question, topic, language).head !== head)
    .map((one) => ({ one, near: nearness(one) }))
    .toSorted((left, right) => right.near - left.near)
    .map(({ one }) => one);
}

/** What was answered says less of what is asked next than what was asked. */
const IN_THE_ANSWER = 0.25;

function answerText({ nextStep, statements }: Answered): string {
  const direct = statements.filter((statement) => statement.direct).map(({ text }) => text);
  return [nextStep?.title ?? "", ...direct].join("\n");
}

function namesIn(text: string, topic: Topic, language: ClinicalLanguage): ReadonlySet<string> {
  return new Set(conceptsIn(text, topic, language).flatMap(({ name, isIdle }) => (isIdle ? [] : [name])));
}

interface ReadQuestion {
  readonly names: readonly string[];
  /** The statement that answers it first. */
  readonly head: string | undefined;
}

const read = new WeakMap<Topic, WeakMap<ClinicalLanguage, Map<string, ReadQuestion>>>();

/** A related question, read once. Remembered by identity: topic and language are immutable values. */
function readOf(question: string, topic: Topic, language: ClinicalLanguage): ReadQuestion {
  const byLanguage = read.get(topic) ?? new WeakMap<ClinicalLanguage, Map<string, ReadQuestion>>();
  read.set(topic, byLanguage);
  const known = byLanguage.get(language) ?? new Map<string, ReadQuestion>();
  byLanguage.set(language, known);
  const remembered = known.get(question);
  if (remembered !== undefined) return remembered;
  const [best] = rankAnswers(question, topic, language, understand(question, topic, language));
  const made = { names: [...namesIn(question, topic, language)], head: best?.statements[0] };
  known.set(question, made);
  return made;
}
