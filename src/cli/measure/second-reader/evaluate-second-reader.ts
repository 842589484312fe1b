import { type LearnOptions, learnSecondReader } from "../../../answer/second-reader/learn.ts";
import type { SecondReader } from "../../../answer/second-reader/second-reader.ts";
import { isRunnable } from "../../../library/model/runnable-topic.ts";
import type { Pathway } from "../../../pathway/model/pathway.ts";
import { type CliEffects, EXIT } from "../../command.ts";
import { readArguments } from "../../read-arguments.ts";
import { reportFailure, reportUsage } from "../../report.ts";
import { urgencyOf } from "../../vignettes/urgency.ts";
import { agreementOn, HEAD, renderAgreement, sumOf } from "./agreement.ts";
import { type Author, readAuthors } from "./read-authors.ts";

const USAGE = { usage: "eval second-reader <vignettes> <vignettes>… [--topic <slug>] [--json]" };

/** From this share of the likeliest step on, the step to which the findings lead is not doubted; chosen on texts of six authors, see docs/evaluation-history.md. */
const DOUBT_BELOW = 0.3;

/**
 * `wellspring eval second-reader`: how the two readers of a text agree. Each file is one author's, and is judged by a second reader that has
 * learned from all others. With `--json` it gives the reader that has learned from all of them, as `library/second-readers/` holds it.
 */
export async function evaluateSecondReader(args: readonly string[], effects: CliEffects): Promise<number> {
  const read = readArguments(args, { json: { type: "boolean" }, topic: { type: "string" } });
  if (!read.ok) return reportUsage(USAGE, read.message, effects);
  if (read.positionals.length < 2)
    return reportUsage(USAGE, "name two files or more: each is judged by what the others taught", effects);
  const opened = await effects.openLibrary();
  if (!opened.ok) return reportFailure(opened.diagnostics, effects);
  const { wellspring } = opened.value;
  const slug = read.text("topic");
  const topic = [...wellspring.library.topics.values()].find(
    (one) => isRunnable(one) && (slug ?? one.slug) === one.slug,
  );
  if (topic?.pathway === undefined)
    return reportUsage(USAGE, `there is no topic ${slug ?? ""} with a pathway`, effects);
  const files = await readAuthors(read.positionals, wellspring, effects);
  if (!files.ok) return reportFailure(files.diagnostics, effects);
  const { authors, urgency = urgencyOf(topic.pathway), indistinct } = files.value;
  const options = { topic: topic.slug, urgency, indistinct, doubtBelow: DOUBT_BELOW };
  if (read.has("json")) effects.write(toFile(learnSecondReader(toldBy(authors), options)));
  else writeAgreement(authors, options, topic.pathway, effects);
  return EXIT.ok;
}

/** A line for each author as soon as it is judged, and one for all. */
function writeAgreement(
  authors: readonly Author[],
  options: LearnOptions,
  pathway: Pathway,
  effects: CliEffects,
): void {
  effects.write(`${HEAD}\n`);
  const agreements = authors.map((author) => {
    const others = authors.filter((one) => one !== author);
    const agreement = agreementOn(author, learnSecondReader(toldBy(others), options), pathway);
    effects.write(`${renderAgreement(agreement)}\n`);
    return agreement;
  });
  effects.write(`${renderAgreement(sumOf(agreements))}\n`);
}

function toldBy(authors: readonly Author[]): Author["told"] {
  return authors.flatMap(({ told }) => told);
}

/** A gram to a line, so that a change of the examples can be looked at. */
function toFile({ grams, ...rest }: SecondReader): string {
  const lines = Object.entries(grams).map(([gram, row]) => `${JSON.stringify(gram)}:${JSON.stringify(row)}`);
  return `${JSON.stringify(rest, null, 2).slice(0, -2)},\n  "grams": {\n${lines.join(",\n")}\n}\n}\n`;
}
