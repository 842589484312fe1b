import { statementsOf } from "../../library/model/article.ts";
import type { ClinicalLanguage } from "../understand/clinical-language.ts";
import type { Understanding } from "../understand/understand.ts";
import { conceptsIn } from "./concepts.ts";
import { type AnsweringTopic, declaredIn, unitsOf } from "./declared-answers.ts";
import { commonness } from "./held-shares.ts";

/** What stands only in wordings that the statement is the first answer to says less of it than what it says itself. */
const IN_ITS_WORDINGS = 0.5;
/** A statement goes before the first only if it holds this share more of the question: else the author's order stands. */
const CLEARLY_MORE = 0.17;

/**
 * The statements of an answer, the one first that holds clearly more of the question than the one the author put there: an answer on CT and
 * MR venography begins with MR where MR was asked for. All others keep their order.
 */
export function fittingFirst(
  ids: readonly string[],
  question: string,
  topic: AnsweringTopic,
  language: ClinicalLanguage,
  understanding: Understanding,
): readonly string[] {
  const { massOf, isKnown } = declaredIn(topic, language);
  const units = unitsOf(question, topic, language, understanding).filter(({ names }) => names.some(isKnown));
  const told = units.reduce((sum, unit) => sum + massOf(unit), 0);
  const shares = sharesOf(topic, language);
  const heldBy = (id: string) => {
    const share = shares.get(id);
    return units.reduce(
      (sum, unit) => sum + massOf(unit) * Math.max(0, ...unit.names.map((name) => share?.get(name) ?? 0)),
      0,
    );
  };
  const [first, ...others] = ids.map((id) => ({ id, held: heldBy(id) }));
  if (first === undefined) return ids;
  const best = others.reduce((most, one) => (one.held > most.held ? one : most), first);
  return best.held < first.held + CLEARLY_MORE * told ? ids : [best.id, ...ids.filter((id) => id !== best.id)];
}

const known = new WeakMap<AnsweringTopic, ReadonlyMap<string, ReadonlyMap<string, number>>>();

/** How much each name says for each statement. Remembered by identity: a topic is an immutable value, read in one language. */
function sharesOf(topic: AnsweringTopic, language: ClinicalLanguage): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const remembered = known.get(topic);
  if (remembered !== undefined) return remembered;
  const shares = new Map<string, ReadonlyMap<string, number>>();
  const ledBy = Map.groupBy(declaredIn(topic, language).declared, ({ statements: [first] }) => first);
  for (const [id, led] of ledBy) {
    const names = commonness(led.flatMap(({ namesOfWordings }) => namesOfWordings));
    if (id !== undefined) shares.set(id, new Map([...names].map(([name, share]) => [name, IN_ITS_WORDINGS * share])));
  }
  for (const { id, text } of topic.articles.clinician === undefined ? [] : statementsOf(topic.articles.clinician)) {
    const said = conceptsIn(text, topic, language).map(({ name }): [string, number] => [name, 1]);
    shares.set(id, new Map([...(shares.get(id) ?? []), ...said]));
  }
  known.set(topic, shares);
  return shares;
}
