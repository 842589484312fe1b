import { failed, type Result } from "../kernel/result.ts";
import { statementsOf } from "../library/model/article.ts";
import type { Library } from "../library/model/library.ts";
import type { Topic } from "../library/model/topic.ts";
import type { KeptQuestion, ReportAbout } from "../review/question-box.ts";
import { answerDiagnostics } from "./answer-diagnostics.ts";
import { type SubmissionParts, submitWords } from "./submit-question.ts";
import type { Report } from "./wellspring.ts";

/** Keeps what a reader says is wrong with a page, unless the page or the place on it is none of ours, or the words tell who a patient is. */
export async function submitReport(
  { words, topic: slug, part, kind, hash }: Report,
  { library, ...parts }: SubmissionParts & { readonly library: Library },
): Promise<Result<KeptQuestion>> {
  const topic = library.topics.get(slug);
  if (topic === undefined)
    return failed(answerDiagnostics.report("report-place-unknown", { field: "topic", named: slug }));
  if (part !== undefined && !hasPart(topic, part))
    return failed(answerDiagnostics.report("report-place-unknown", { field: "part", named: part }));
  const about: ReportAbout = { topic: slug, hash: hash ?? topic.hash, kind, ...(part === undefined ? {} : { part }) };
  return submitWords(words, parts, about);
}

/** Sections and statements of every reader's text are what a report can be about. */
function hasPart({ articles }: Topic, part: string): boolean {
  return Object.values(articles).some(
    (article) =>
      article !== undefined &&
      (article.sections.some(({ id }) => id === part) || statementsOf(article).some(({ id }) => id === part)),
  );
}
