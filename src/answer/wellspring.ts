import type { SourceOverview } from "../evidence/corpus.ts";
import type { Result } from "../kernel/result.ts";
import type { Library } from "../library/model/library.ts";
import type { Topic } from "../library/model/topic.ts";
import type { Identifier, IdentifierWords } from "../privacy/identifier.ts";
import type { Tombstone } from "../review/model/review-record.ts";
import type { KeptQuestion, QuestionReply, ReportAbout } from "../review/question-box.ts";
import type { EditionComparison } from "../review/reader/compare-editions.ts";
import type { CodeReply } from "../review/reader/find-code.ts";
import type { EditionNote } from "../review/reader/list-editions.ts";
import type { ReviewNews } from "../review/reader/list-news.ts";
import type { Withheld } from "../review/reader/serve-record.ts";
import type { Answer, AnswerReview } from "./answer-shape.ts";
import type { GapCount } from "./gap.ts";

export interface AskRequest {
  /** Free text, at most `MAX_QUESTION_CHARACTERS` long. */
  readonly question: string;
  /** Guideline profile; absent: the pathway's default. */
  readonly profile?: string;
  /** Findings that the reader stated or corrected by hand; they replace what was read from the text, feature by feature. */
  readonly findings?: Readonly<Record<string, unknown>>;
  /** `conversation.exchange` of the answer that this question follows; absent for a first question. */
  readonly exchange?: string;
  /** Features whose suppositions of the exchange are so: the reader confirms them. The question may then be empty. */
  readonly confirm?: readonly string[];
  /** The reader has looked at what was read from the text, and it is right: no second reading stands against it any more. */
  readonly readingConfirmed?: boolean;
  /** Number of a question of the exchange that is shown again in full; it stands alone beside the exchange. */
  readonly turn?: number;
}

export interface EvaluateRequest {
  /** Feature id to value: `true`, a code, a number, `{ value, unit }`, or `null` for "asked and not known". */
  readonly findings: Readonly<Record<string, unknown>>;
  readonly profile?: string;
}

/** A reader's report of a problem, before it is looked at. */
export interface Report extends Omit<ReportAbout, "hash"> {
  readonly words: string;
  /** Hash of the text that the reader saw; absent: the one that is shown now. */
  readonly hash?: string;
}

/** What the product does at one moment, as its edges (pages, API, command line) see it: one library, one record, one time. The same request on the same record gives the same answer. */
export interface Wellspring {
  readonly library: Library;
  /** The words by which identifiers are recognised, for pages to mask them before anything is sent. */
  readonly identifierWords: IdentifierWords;
  /** What in a text would tell who the patient is. `ask` refuses such a text. */
  identifiersIn(text: string): readonly Identifier[];
  /** Fails when the request itself is at fault (a question too long, a finding of the wrong type); a refusal is an answer. */
  ask(request: AskRequest): Result<Answer>;
  /** The same; where no topic answers, sentences of released sources are quoted if there are any that do. */
  askWithEvidence(request: AskRequest): Promise<Result<Answer>>;
  /** Runs the pathway of a topic on findings. Fails with a diagnostic for each finding that cannot be taken. */
  evaluate(topic: Topic, request: EvaluateRequest): Result<Answer>;
  /** What was asked and not answered, by subject and day, where it is counted; never a count below `FEWEST_SHOWN`. */
  gaps(): Promise<readonly GapCount[]>;
  /** What is in the store of evidence; undefined when there is none. */
  evidenceSources(): Promise<readonly SourceOverview[] | undefined>;
  /** Looks at the record of review and gives the product as of now. Edges do so before each request, and answer all of it from what they are given. */
  catchUp(): Promise<Wellspring>;
  /** Status words for the topic, computed from the record of its exact hash. */
  reviewOf(topic: Topic): AnswerReview;
  /** Questions that bear on a topic: those its author names, and topics of the library that speak of the same, each with the reason. */
  relatedTo(topic: Topic): Answer["related"];
  /** What stands in the place of a withdrawn topic, whether or not its text is still in the library. */
  findTombstone(slug: string): Tombstone | undefined;
  /** That the edition in force of a topic cannot be shown here. */
  findWithheld(slug: string): Withheld | undefined;
  /** The editions that a board has published of a topic, the last one first. */
  editionsOf(slug: string): Promise<readonly EditionNote[]>;
  /** What differs between any two of them. */
  compareEditions(slug: string, from: number, to: number): Promise<EditionComparison>;
  /** What has become of the text that a short code was printed on. */
  findCode(typed: string): Promise<CodeReply>;
  /** Whether questions can be given to the board here. */
  readonly takesQuestions: boolean;
  /** Gives a question to the board, in words the reader agreed to. Refused where they tell who a patient is. */
  submitQuestion(words: string): Promise<Result<KeptQuestion>>;
  /** Tells the board what is wrong with a page. Refused where the place is none of the library's, or the words tell who a patient is. */
  submitReport(report: Report): Promise<Result<KeptQuestion>>;
  /** What has become of a question or a report, by its code. */
  followQuestion(typed: string): Promise<QuestionReply>;
  /** What has happened to all topics, the last first. */
  news(): readonly ReviewNews[];
}

/** Longer questions are refused unread. */
export const MAX_QUESTION_CHARACTERS = 10_000;
