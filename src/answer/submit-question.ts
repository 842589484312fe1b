import { failed, type Result } from "../kernel/result.ts";
import type { IdentifierWords } from "../privacy/identifier.ts";
import type { KeptQuestion, QuestionBox, ReportAbout } from "../review/question-box.ts";
import { answerDiagnostics } from "./answer-diagnostics.ts";
import { refuseIdentifiers } from "./refuse-identifiers.ts";

export interface SubmissionParts {
  readonly identifierWords: IdentifierWords;
  readonly questions?: QuestionBox;
}

/** Keeps words of a reader for the board, unless they tell who a patient is or nobody takes any. `about`: what a report is about. */
export async function submitWords(
  words: string,
  { identifierWords, questions }: SubmissionParts,
  about?: ReportAbout,
): Promise<Result<KeptQuestion>> {
  const refused = refuseIdentifiers(words, identifierWords, "words");
  if (refused !== undefined && !refused.ok) return refused;
  if (questions === undefined) return failed(answerDiagnostics.report("questions-not-taken", {}));
  return questions.putQuestion(words, about);
}
