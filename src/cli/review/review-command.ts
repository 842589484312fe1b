import { linksOf, renderReference } from "../../evidence/reference.ts";
import { performAct } from "../../review/perform-act.ts";
import { ACTIVITIES, type Activity, sentenceOf } from "../../review/policy.ts";
import type { RecordPort } from "../../review/record-port.ts";
import { type DescribedText, describeText } from "../../review/text/describe-text.ts";
import { leaningOn } from "../../review/text/leaning-on.ts";
import { certifyTopics } from "../certify-topics.ts";
import { type CliEffects, type Command, EXIT } from "../command.ts";
import { type ReadArguments, readArguments } from "../read-arguments.ts";
import { reportFailure, reportUsage } from "../report.ts";
import { exportTexts, importTexts } from "./carry-texts.ts";
import { renderPeople, renderQuestions, renderTopics } from "./render-record.ts";
import { ABOUT_TEXT, BODIES, BODY_OPTIONS, RECORDED_HERE, type RecordedHere } from "./review-bodies.ts";

type Read = ReadArguments & { readonly ok: true };

const LISTS = ["status", "people", "policy", "questions"] as const;

const OPTIONS = {
  as: { type: "string" },
  record: { type: "string" },
  to: { type: "string" },
  from: { type: "string" },
  over: { type: "boolean" },
} as const;

/** Ways between the record and the text files of a library, with how each is meant. */
const CARRIED = {
  export: "review export <topic|all> --to <folder> [--over]",
  import: "review import <topic|all> --from <folder> --as <author>",
} as const;

/** `wellspring review`: what the board has done, and what one of them does now. */
export const reviewCommand: Command = {
  name: "review",
  usage:
    "review <status|people|policy|questions|export|import|activity> [<topic|person|source>] [--as <person>] [--record <file>] [options]",
  summary: `show the record of review; write approved texts out as files (\`export <topic|all> --to <folder> [--over]\`) or draft from files (\`import <topic|all> --from <folder>\`); or add to it: ${RECORDED_HERE.join(", ")}; \`review policy\` says who may do what and with which options`,
  async run(args, effects) {
    const read = readArguments(args, { ...OPTIONS, ...BODY_OPTIONS });
    if (!read.ok) return reportUsage(reviewCommand, read.message, effects);
    const [first = "status", object, ...rest] = read.positionals;
    if (rest.length > 0) return reportUsage(reviewCommand, `\`${rest[0]}\` is not understood`, effects);
    if (first === "policy") return writePolicy(effects);
    const activity = RECORDED_HERE.find((known) => known === first);
    const isCarried = first === "export" || first === "import";
    if (activity === undefined && !isCarried && !LISTS.some((list) => list === first))
      return reportUsage(reviewCommand, `there is no activity \`${first}\``, effects);
    const opened = await effects.openRecord(read.text("record"));
    if (!opened.ok) return reportFailure(opened.diagnostics, effects);
    const record = opened.value;
    try {
      if (isCarried) return await carry(first, object, read, record, effects);
      if (activity !== undefined) return await act(activity, object, read, record, effects);
      effects.write(await renderList(first, object, record));
      return EXIT.ok;
    } finally {
      await record.close();
    }
  },
};

function carry(
  way: keyof typeof CARRIED,
  topic: string | undefined,
  read: Read,
  record: RecordPort,
  effects: CliEffects,
): Promise<number> | number {
  const [folder, agent] = [read.text(way === "export" ? "to" : "from"), read.text("as")];
  if (topic === undefined || folder === undefined)
    return reportUsage({ usage: CARRIED[way] }, "name a topic, or all, and a folder", effects);
  if (way === "export") return exportTexts({ topic, folder, over: read.has("over") }, record, effects);
  if (agent === undefined) return reportUsage({ usage: CARRIED[way] }, "say who acts, with `--as`", effects);
  return importTexts({ topic, folder, agent }, record, effects);
}

async function renderList(list: string, object: string | undefined, record: RecordPort): Promise<string> {
  if (list === "people") return renderPeople(await record.read());
  return list === "questions" ? renderQuestions(record) : renderTopics(await record.read(), record.now(), object);
}

function writePolicy(effects: CliEffects): number {
  const lines = ACTIVITIES.map((activity) => `${usageOf(activity)}\n    ${sentenceOf(activity)}`);
  effects.write(`${lines.join("\n")}\n`);
  return EXIT.ok;
}

function usageOf(activity: Activity): string {
  const own = RECORDED_HERE.find((known) => known === activity);
  if (own !== undefined) return `review ${own} ${BODIES[own].usage}`;
  return `${activity.replace("-evidence", "")} <source> --reason <text>`;
}

async function act(
  activity: RecordedHere,
  object: string | undefined,
  read: Read,
  record: RecordPort,
  effects: CliEffects,
): Promise<number> {
  const { usage, body } = BODIES[activity];
  const command = { usage: `review ${activity} ${usage} --as <person>` };
  const agent = read.text("as");
  if (object === undefined || agent === undefined)
    return reportUsage(command, object === undefined ? "say of what" : "say who acts, with `--as`", effects);
  let described: DescribedText | undefined;
  if (ABOUT_TEXT.has(activity)) {
    const found = await readText(activity, object, record, effects);
    if (typeof found === "number") return found;
    described = found;
  }
  const given = {
    object,
    text: read.text,
    has: read.has,
    described() {
      if (described === undefined) throw new Error(`\`${activity}\` is not about a text`);
      return described;
    },
  };
  const recorded = await performAct(record, { agent, activity, body: withoutAbsent(body(given)) }, "command-line");
  if (!recorded.ok) return reportFailure(recorded.diagnostics, effects);
  const { sequence, hash } = recorded.value;
  effects.write(`recorded as entry ${sequence} (${hash})\n`);
  if (activity === "retract-source") await writeLeaning(object, effects);
  if (activity === "open-citation") await writeReference(read.text("source") ?? "", effects);
  return EXIT.ok;
}

/** Everything that falls with a source: sentences of every reader's text, parts of pathways, numbers. */
async function writeLeaning(source: string, effects: CliEffects): Promise<void> {
  const opened = await effects.openLibrary();
  if (!opened.ok) return;
  const { library } = await opened.value.wellspring.catchUp();
  for (const { topic, part, id, text } of leaningOn(library.topics.values(), source))
    effects.write(`${topic}, ${part}, ${id}: ${text}\n`);
}

/** What there is to open. */
async function writeReference(id: string, effects: CliEffects): Promise<void> {
  const opened = await effects.openLibrary();
  const source = opened.ok ? opened.value.wellspring.library.sources.get(id) : undefined;
  if (source === undefined) return;
  effects.write(
    `${renderReference(source)}\n${linksOf(source)
      .map(({ href }) => `${href}\n`)
      .join("")}`,
  );
}

/** The text of a topic as the library has it; it is kept, so that what is signed can always be shown. */
async function readText(
  activity: Activity,
  slug: string,
  record: RecordPort,
  effects: CliEffects,
): Promise<DescribedText | number> {
  const opened = await effects.openLibrary();
  if (!opened.ok) return reportFailure(opened.diagnostics, effects);
  const { topics } = opened.value.wellspring.library;
  const topic = topics.get(slug);
  if (topic === undefined) {
    effects.writeError(`there is no topic \`${slug}\`; there are: ${[...topics.keys()].join(", ") || "none"}\n`);
    return EXIT.found;
  }
  // Proofs take seconds and are asked for only where what they say is recorded.
  const asksProof = activity === "draft" || activity === "correct";
  const certified = asksProof ? certifyTopics(opened.value) : [];
  const isProven = certified.some(({ pathway, refusals }) => pathway === topic.pathway?.id && refusals.length === 0);
  const kept = asksProof ? await record.keepText({ topic: slug, hash: topic.hash, files: topic.texts }) : undefined;
  if (kept?.ok === false) return reportFailure(kept.diagnostics, effects);
  return describeText(topic, isProven);
}

function withoutAbsent(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
