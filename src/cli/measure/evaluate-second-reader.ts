import { doubtOf } from "../../answer/second-reader/doubt.ts";
import { type Example, learnSecondReader } from "../../answer/second-reader/learn.ts";
import { likelySteps } from "../../answer/second-reader/likely-steps.ts";
import type { SecondReader, UrgencyLevel } from "../../answer/second-reader/second-reader.ts";
import { isRunnable } from "../../library/model/runnable-topic.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import { type CliEffects, EXIT } from "../command.ts";
import { readArguments } from "../read-arguments.ts";
import { readVignettes } from "../read-vignettes.ts";
import { reportFailure, reportUsage } from "../report.ts";
import { dangerOf, urgencyOf } from "../vignettes/urgency.ts";
import { percent } from "./open-set.ts";

const USAGE = { usage: "eval second-reader <vignettes> <vignettes>… [--topic <slug>] [--json]" };

/** From this share of the likeliest step on, the step to which the findings lead is not doubted; chosen on texts of six authors, see docs/evaluation-history.md. */
const DOUBT_BELOW = 0.3;

interface Told extends Example {
  readonly accepted: readonly string[];
  /** To which the findings lead that were read from the text; null where it was not answered. */
  readonly first: string | null;
}

interface Author {
  readonly path: string;
  readonly told: readonly Told[];
}

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
  const authors: Author[] = [];
  let urgency: readonly UrgencyLevel[] | undefined;
  const indistinct: SecondReader["indistinct"] = [];
  for (const path of read.positionals) {
    const file = await readVignettes(path, effects);
    if (!file.ok) return reportFailure(file.diagnostics, effects);
    urgency ??= file.value.urgency;
    indistinct.push(...file.value.indistinct.filter((pair) => !indistinct.some((one) => String(one) === String(pair))));
    const told = file.value.vignettes.flatMap(({ text, expected }): readonly Told[] => {
      if (text === undefined) return [];
      const answer = wellspring.ask({ question: text });
      const first = answer.ok ? (answer.value.secondReading?.first ?? answer.value.nextStep)?.code : undefined;
      return [
        {
          text,
          step: expected.nextStep,
          accepted: [expected.nextStep, ...expected.alsoAcceptable],
          first: first ?? null,
        },
      ];
    });
    authors.push({ path, told });
  }
  const options = {
    topic: topic.slug,
    urgency: urgency ?? urgencyOf(topic.pathway),
    indistinct,
    doubtBelow: DOUBT_BELOW,
  };
  if (read.has("json")) {
    const reader = learnSecondReader(
      authors.flatMap(({ told }) => told),
      options,
    );
    effects.write(toFile(reader));
    return EXIT.ok;
  }
  effects.write(`${HEAD}\n`);
  const rows: Row[] = [];
  for (const author of authors) {
    const others = authors.filter((one) => one !== author).flatMap(({ told }) => told);
    const row = judge(author, learnSecondReader(others, options), topic.pathway);
    rows.push(row);
    effects.write(`${render(row)}\n`);
  }
  effects.write(`${render(sumOf(rows))}\n`);
  return EXIT.ok;
}

/** A gram to a line, so that a change of the examples can be looked at. */
function toFile({ grams, ...rest }: SecondReader): string {
  const lines = Object.entries(grams).map(([gram, row]) => `${JSON.stringify(gram)}:${JSON.stringify(row)}`);
  return `${JSON.stringify(rest, null, 2).slice(0, -2)},\n  "grams": {\n${lines.join(",\n")}\n}\n}\n`;
}

interface Figures {
  readonly right: number;
  readonly dangerous: number;
}

interface Row {
  readonly name: string;
  readonly texts: number;
  readonly doubted: number;
  readonly first: Figures;
  readonly second: Figures;
  readonly both: Figures;
}

function judge({ path, told }: Author, reader: SecondReader, pathway: Pathway): Row {
  const stepsOf = told.map(({ text, first }) => {
    const { probabilities } = likelySteps(text, reader);
    const doubt = first === null ? undefined : doubtOf(text, first, reader, pathway);
    return { first, second: reader.steps[probabilities.indexOf(Math.max(...probabilities))] ?? null, doubt };
  });
  const figuresOf = (steps: readonly (string | null)[]): Figures => ({
    right: steps.filter((step, at) => step !== null && told[at]?.accepted.includes(step)).length,
    dangerous: steps.filter((step, at) => dangerOf(step, told[at]?.accepted ?? [], pathway, reader.urgency)).length,
  });
  return {
    name: path.split("/").at(-1) ?? path,
    texts: told.length,
    doubted: stepsOf.filter(({ doubt }) => doubt !== undefined).length,
    first: figuresOf(stepsOf.map(({ first }) => first)),
    second: figuresOf(stepsOf.map(({ second }) => second)),
    both: figuresOf(stepsOf.map(({ first, doubt }) => doubt?.step ?? first)),
  };
}

function sumOf(rows: readonly Row[]): Row {
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
  const figures = (of: "first" | "second" | "both") => ({
    right: sum((row) => row[of].right),
    dangerous: sum((row) => row[of].dangerous),
  });
  return {
    name: "all",
    texts: sum(({ texts }) => texts),
    doubted: sum(({ doubted }) => doubted),
    first: figures("first"),
    second: figures("second"),
    both: figures("both"),
  };
}

const HEAD =
  "next step right, and dangerous: the findings alone; the second reader alone; the safer of both where they differ";

function render({ name, texts, doubted, first, second, both }: Row): string {
  const shown = ({ right, dangerous }: Figures) => `${right} (${percent(right, texts)}), ${dangerous}`;
  return `${name}: ${texts} texts; ${shown(first)}; ${shown(second)}; ${shown(both)}; ${doubted} doubted`;
}
