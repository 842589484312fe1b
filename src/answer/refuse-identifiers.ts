import { failed } from "../kernel/result.ts";
import { findIdentifiers } from "../privacy/find-identifiers.ts";
import { IDENTIFIER_KINDS, type IdentifierWords } from "../privacy/identifier.ts";
import { answerDiagnostics } from "./answer-diagnostics.ts";
import { MAX_QUESTION_CHARACTERS } from "./wellspring.ts";

/**
 * A text that would tell who the patient is gets no answer: one diagnostic for each place, none of which repeats what stands there.
 * Undefined when there is nothing to refuse. A text too long to be answered is not looked through.
 */
export function refuseIdentifiers(
  question: string,
  words: IdentifierWords,
  field = "question",
): ReturnType<typeof failed> | undefined {
  if (question.length > MAX_QUESTION_CHARACTERS) return undefined;
  const found = findIdentifiers(question, words);
  if (found.length === 0) return undefined;
  return failed(
    ...found.map(({ kind, start, end }) =>
      answerDiagnostics.report("question-identifies", { kind: IDENTIFIER_KINDS[kind], field, range: { start, end } }),
    ),
  );
}
