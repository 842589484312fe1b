import type { Topic } from "../../library/model/topic.ts";
import { listSteps, refusalsOf, type Step } from "../../review/desk/list-steps.ts";
import type { Edition, OpenText, ReviewRecord, TopicRecord } from "../../review/model/review-record.ts";
import { editionInForce, type ForceState, forceStateOf } from "../../review/model/text-state.ts";
import { holdsRoleFor } from "../../review/policy.ts";
import type { KeptText } from "../../review/record-port.ts";
import { topicOf } from "../../review/rules/change-topic.ts";
import { compareFiles, type FileDifference } from "../../review/text/compare-files.ts";
import { describeChanges, type TextChange } from "../../review/text/describe-changes.ts";
import { type Leaning, leaningsOf } from "../../review/text/leaning-on.ts";
import type { ReadText } from "../../review/text/read-kept-text.ts";
import type { AdviceState } from "./advice-board.ts";
import type { DeskEffects } from "./desk-effects.ts";
import type { Visitor } from "./visitor.ts";

/** Everything that the page of one text shows, gathered from the record and the texts that were kept. */
export interface TextView {
  readonly slug: string;
  readonly title: string;
  readonly record: ReviewRecord;
  readonly known: TopicRecord;
  readonly edition: Edition | undefined;
  readonly force: ForceState;
  /** The text that the page is about: the one being worked on, else the one in force; none before there is a draft. */
  readonly text: OpenText | Edition | undefined;
  /** What it says; nothing when it was not kept or can no longer be read. */
  readonly read: ReadText | undefined;
  readonly leanings: readonly Leaning[];
  readonly steps: readonly Step[];
  readonly mayComment: boolean;
  readonly mayOpen: boolean;
  readonly mayDeclare: boolean;
  /** The text in the library's folder, when it is neither under work nor in force. */
  readonly folderText: Topic | undefined;
  readonly comparison: TextComparison;
  /** The text with its files; nothing when it was not kept. */
  readonly kept: KeptText | undefined;
  readonly mayEdit: boolean;
}

/** The text under work beside the one in force. */
export type TextComparison =
  | { readonly kind: "nothing-open" }
  | { readonly kind: "not-kept" }
  | { readonly kind: "first"; readonly files: readonly FileDifference[] }
  | {
      readonly kind: "revision";
      readonly edition: number;
      readonly changes: readonly TextChange[] | null;
      /** By guideline profile; empty where the pathway is the same. */
      readonly advice: ReadonlyMap<string, AdviceState>;
      readonly files: readonly FileDifference[];
    };

/** Nothing for a topic that neither the library nor the record knows. */
export async function viewText(slug: string, { person }: Visitor, effects: DeskEffects): Promise<TextView | undefined> {
  const { record: port, folder, readText } = effects;
  const [record, now] = [await port.read(), port.now()];
  const inFolder = folder.topics.get(slug);
  if (inFolder === undefined && !record.topics.has(slug)) return undefined;
  const known = topicOf(record, slug);
  const { open } = known;
  const edition = editionInForce(known, now);
  const text = open ?? edition;
  const read = text === undefined ? undefined : await readText(text.hash);
  const may = (activity: "comment" | "open-citation" | "declare-interest", about: Readonly<Record<string, unknown>>) =>
    refusalsOf(record, person.id, activity, about, now).length === 0;
  const aboutText = { topic: slug, hash: text?.hash };
  return {
    slug,
    title: read?.topic.title ?? inFolder?.title ?? slug,
    record,
    known,
    edition,
    force: forceStateOf(known, now),
    text,
    read,
    leanings: read === undefined ? [] : leaningsOf(read.topic),
    steps: listSteps(record, person.id, slug, now),
    mayComment: may("comment", aboutText),
    mayOpen: text?.cites[0] !== undefined && may("open-citation", { ...aboutText, source: text.cites[0] }),
    mayDeclare: may("declare-interest", { topic: "all", words: "words", conflict: false }),
    folderText: inFolder?.hash === open?.hash || inFolder?.hash === edition?.hash ? undefined : inFolder,
    kept: await textToEdit(slug, effects),
    mayEdit: holdsRoleFor(person, "draft"),
    comparison: await compare(open, edition, effects),
  };
}

/** The text that the next draft is made from: the one under work, else the one in force, else that of the library. */
export async function textToEdit(
  slug: string,
  { record: port, folder }: Pick<DeskEffects, "record" | "folder">,
): Promise<KeptText | undefined> {
  const known = (await port.read()).topics.get(slug);
  const text = known?.open ?? editionInForce(known, port.now());
  if (text !== undefined) return port.findText(text.hash);
  const inFolder = folder.topics.get(slug);
  return inFolder === undefined ? undefined : { topic: slug, hash: inFolder.hash, files: inFolder.texts };
}

async function compare(
  open: OpenText | undefined,
  edition: Edition | undefined,
  effects: DeskEffects,
): Promise<TextComparison> {
  if (open === undefined) return { kind: "nothing-open" };
  const after = await effects.record.findText(open.hash);
  if (after === undefined) return { kind: "not-kept" };
  if (edition === undefined) return { kind: "first", files: compareFiles(undefined, after) };
  const before = await effects.record.findText(edition.hash);
  if (before === undefined) return { kind: "not-kept" };
  return {
    kind: "revision",
    edition: edition.number,
    changes: await changesBetween(edition.hash, open.hash, effects),
    advice: effects.advice.compare(
      { kept: before, read: await effects.readText(before.hash) },
      { kept: after, read: await effects.readText(after.hash) },
    ),
    files: compareFiles(before, after),
  };
}

/** What differs between two kept texts; null when one of them can no longer be read, which is not "nothing". */
export async function changesBetween(
  before: string,
  after: string,
  { readText }: Pick<DeskEffects, "readText">,
): Promise<readonly TextChange[] | null> {
  const [left, right] = [await readText(before), await readText(after)];
  return left === undefined || right === undefined ? null : describeChanges(left.topic, right.topic);
}
