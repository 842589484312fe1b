import type {
  Edition,
  Instant,
  OpenText,
  ReviewRecord,
  Signature,
  TopicRecord,
} from "../../review/model/review-record.ts";
import { dueDateOf, editionInForce, forceStateOf, openFlags } from "../../review/model/text-state.ts";
import type { RecordPort } from "../../review/record-port.ts";
import { missingSignatures, validSignatures } from "../../review/rules/count-signatures.ts";

/** Where every topic of the record stands: the text under work, the edition in force, what is missing, what is flagged. */
export function renderTopics(record: ReviewRecord, now: Instant, only?: string): string {
  const topics = [...record.topics.values()].filter(({ topic }) => only === undefined || topic === only);
  if (topics.length === 0) return "the record says nothing of this yet: every text is merely submitted\n";
  return topics.map((topic) => `${renderTopic(record, topic, now).join("\n")}\n`).join("\n");
}

function renderTopic(record: ReviewRecord, topic: TopicRecord, now: Instant): readonly string[] {
  const edition = editionInForce(topic, now);
  const { open, tombstone } = topic;
  return [
    topic.topic,
    ...(tombstone === undefined
      ? []
      : [
          `  withdrawn ${tombstone.recorded} by ${tombstone.agent}: ${tombstone.reason}${successorOf(tombstone.successor)}`,
        ]),
    ...(edition === undefined ? [] : renderEdition(edition, forceStateOf(topic, now))),
    ...(open === undefined ? [] : renderOpen(record, topic.topic, open)),
    ...[open, edition].flatMap((text) =>
      text === undefined
        ? []
        : openFlags(topic, text.hash).map((flag) => `  flag ${flag.entry}, ${flag.recorded}: ${flag.reason}`),
    ),
    ...topic.comments.map(({ entry, agent, text, replyTo }) => {
      const to = replyTo === undefined ? "" : ` to ${replyTo}`;
      return `  comment ${entry}${to}, ${agent}: ${text}`;
    }),
  ];
}

function successorOf(successor: string | undefined): string {
  return successor === undefined ? "" : `; in its place: ${successor}`;
}

function renderEdition(edition: Edition, state: string): readonly string[] {
  const { number, hash, published, signatures, correction } = edition;
  return [
    `  edition ${number}, ${state}: ${hash}`,
    `    published ${published}, due again ${dueDateOf(edition)}${signedBy(signatures)}`,
    ...(correction === undefined || correction.ratified !== undefined
      ? []
      : [`    emergency correction by ${correction.officer}, to be ratified by ${correction.ratifyBy}`]),
  ];
}

function renderOpen(record: ReviewRecord, topic: string, open: OpenText): readonly string[] {
  const missing = missingSignatures(record, topic, open);
  return [
    `  ${open.stage} since ${open.since}: ${open.hash}`,
    `    written by ${open.authors.join(", ")}, cites ${open.cites.length} sources${signedBy(validSignatures(record, topic, open, open.signatures))}`,
    ...(missing.length === 0 ? [] : [`    lacks: ${missing.join(", ")}`]),
    ...[...open.opened].map(([person, sources]) => `    ${person} has opened ${sources.size} of ${open.cites.length}`),
  ];
}

function signedBy(signatures: readonly Signature[]): string {
  return signatures.map(({ agent, capacity }) => `, signed by ${agent} (${capacity})`).join("");
}

/** Who is on the board, with roles and what they declared. */
export function renderPeople({ people }: ReviewRecord): string {
  if (people.size === 0)
    return "nobody is admitted yet; begin with `wellspring review admit-person <you> --as <you> --name <text> --roles administrator`\n";
  const lines = [...people.values()].flatMap(({ id, name, roles, interests }) => [
    `${id}  ${name}: ${roles.join(", ") || "no role"}`,
    ...interests
      .filter(({ ended }) => ended === undefined)
      .map(
        ({ entry, topic, words, conflict }) =>
          `    interest ${entry}, ${topic}${conflict ? ", conflict" : ""}: ${words}`,
      ),
  ]);
  return `${lines.join("\n")}\n`;
}

/** Questions of readers that nobody has decided on, the first one first. */
export async function renderQuestions(record: Pick<RecordPort, "questions" | "read">): Promise<string> {
  const decided = (await record.read()).questions;
  const waiting = (await record.questions()).filter(({ code }) => !decided.has(code));
  if (waiting.length === 0) return "no question waits\n";
  return waiting.map(({ code, recorded, words }) => `${code}  ${recorded}  ${JSON.stringify(words ?? "")}\n`).join("");
}
