import { ok } from "../../kernel/result.ts";
import { isAdded } from "../../search/score-candidates.ts";
import type { Answer, NotAnswered, Refusal } from "../answer-shape.ts";
import type { Wellspring } from "../wellspring.ts";
import type { ChosenQuotes } from "./choose-quotes.ts";
import { composeQuotes } from "./compose-quotes.ts";
import { type FindQuotes, type Quoting, quotesFinder } from "./find-quotes.ts";
import type { QuotableEvidence } from "./quotable-evidence.ts";
import type { QuotingWords } from "./quoting-words.ts";

/** Refusals that quotes may stand in for. An emergency, a dose, or what a topic excludes stays refused. */
const QUOTED_INSTEAD: ReadonlySet<Refusal["reason"]> = new Set(["no-topic", "not-clinical"]);

/**
 * The same product with a store of evidence: where no topic answers, it quotes sentences of released sources word for word, or says that
 * it found nothing good enough. Nothing of the question is kept. `findQuotes` says where the work is done; absent: in this thread.
 */
export function quoteEvidence(
  wellspring: Wellspring,
  quoting: Quoting,
  findQuotes: FindQuotes = quotesFinder(quoting),
): Wellspring {
  const { evidence, words, weights } = quoting;
  const { threshold } = weights.answerable;
  return {
    ...wellspring,
    catchUp: async () => quoteEvidence(await wellspring.catchUp(), quoting, findQuotes),
    async askWithEvidence(request) {
      const answer = await wellspring.askWithEvidence(request);
      if (!answer.ok || answer.value.refusal === null || !QUOTED_INSTEAD.has(answer.value.refusal.reason))
        return answer;
      const { refusal } = answer.value;
      const { chosen, ...found } = await findQuotes(request.question);
      const quotes =
        chosen === undefined
          ? null
          : await composeQuotes({ chosen, found, threshold, insteadOf: refusal }, evidence, words);
      if (chosen === undefined || quotes === null) return ok(searchedInVain(answer.value, refusal, words));
      const notAnswered = listNotCovered(request.question, chosen, evidence, words);
      return ok({ ...answer.value, kind: "quotes" as const, refusal: null, quotes, notAnswered });
    },
  };
}

function searchedInVain(answer: Answer, refusal: Refusal, { say }: QuotingWords): Answer {
  return { ...answer, refusal: { ...refusal, message: `${refusal.message} ${say.nothingGoodEnough}` } };
}

/** Words of the question that no chosen sentence, nor the title it stands under, holds. */
function listNotCovered(
  question: string,
  { quotes }: ChosenQuotes,
  { analyser }: QuotableEvidence,
  { say }: QuotingWords,
): NotAnswered[] {
  const asked = new Set(
    quotes.flatMap(({ terms }) => terms.filter(({ origin }) => !isAdded(origin)).map(({ stem }) => stem)),
  );
  const held = new Set(quotes.flatMap(({ read }) => [...read.holdsWithTitle]));
  const words = new Set(analyser.words(question).filter((word) => !analyser.isStopWord(word)));
  return [...words]
    .filter((word) => asked.has(analyser.stem(word)) && !held.has(analyser.stem(word)))
    .map((word) => ({ what: word, why: say.notCovered }));
}
