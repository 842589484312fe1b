import { failed, type Result } from "../kernel/result.ts";
import type { IdentifierWords } from "../privacy/identifier.ts";
import type { KeptQuestion, QuestionBox } from "../review/question-box.ts";
import { answerDiagnostics } from "./answer-diagnostics.ts";
import { refuseIdentifiers } from "./refuse-identifiers.ts";

interface Parts {
  readonly identifierWords: IdentifierWords;
  readonly questions?: QuestionBox;
}

/** Keeps a question for the board, unless its words tell who a patient is or nobody takes questions. */
export async function submitQuestion(
  words: string,
  { identifierWords, questions }: Parts,
): Promise<Result<KeptQuestion>> {
  const refused = refuseIdentifiers(words, identifierWords, "words");
  if (refused !== undefined && !refused.ok) return refused;
  if (questions === undefined) return failed(answerDiagnostics.report("questions-not-taken", {}));
  return questions.putQuestion(words);
}
