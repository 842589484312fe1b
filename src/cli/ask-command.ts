import { z } from "zod";
import { answerDiagnostics } from "../answer/answer-diagnostics.ts";
import { failed, ok, type Result } from "../kernel/result.ts";
import { type CliEffects, type Command, EXIT } from "./command.ts";
import { openAnswering } from "./open-answering.ts";
import { readArguments } from "./read-arguments.ts";
import { renderAnswer } from "./render-answer.ts";
import { renderThread } from "./render-thread.ts";
import { reportFailure, reportUsage } from "./report.ts";

/** `wellspring ask`: a question in free text, answered as on the page. A refusal is an answer. */
export const askCommand: Command = {
  name: "ask",
  usage:
    'ask "<question>" [--profile <id>] [--reading-confirmed] [--follow <file> [--turn <number>]] [--evidence <folder>] [--json]',
  summary:
    "answer a question in free text, or quote released sources where no topic answers; `-` reads it from standard input; --follow takes the --json of an earlier answer, and --turn shows a question of its conversation again",
  async run(args, effects) {
    const read = readArguments(args, {
      json: { type: "boolean" },
      profile: { type: "string" },
      follow: { type: "string" },
      turn: { type: "string" },
      "reading-confirmed": { type: "boolean" },
      evidence: { type: "string" },
    });
    if (!read.ok) return reportUsage(askCommand, read.message, effects);
    const said = read.positionals.join(" ");
    const question = said === "-" ? await effects.readText("-") : { ok: true as const, value: said };
    if (!question.ok) return reportFailure(question.diagnostics, effects);
    const turn = read.text("turn");
    if (turn !== undefined && !/^\d{1,6}$/.test(turn))
      return reportUsage(askCommand, `\`--turn ${turn}\` is no number of a question`, effects);
    if (turn === undefined && question.value.trim() === "")
      return reportUsage(askCommand, "there is no question", effects);
    const follow = read.text("follow");
    const exchange = follow === undefined ? undefined : await readExchange(follow, effects);
    if (exchange !== undefined && !exchange.ok) return reportFailure(exchange.diagnostics, effects);
    const opened = await openAnswering(read.text("evidence"), effects);
    if (!opened.ok) return reportFailure(opened.diagnostics, effects);
    const profile = read.text("profile");
    const wellspring = await opened.value.wellspring.catchUp();
    const answer = await wellspring.askWithEvidence({
      question: question.value,
      ...(profile === undefined ? {} : { profile }),
      ...(exchange === undefined ? {} : { exchange: exchange.value }),
      ...(turn === undefined ? {} : { turn: Number(turn) }),
      ...(read.has("reading-confirmed") ? { readingConfirmed: true } : {}),
    });
    if (!answer.ok) return reportFailure(answer.diagnostics, effects);
    const thread = renderThread(answer.value);
    effects.write(
      read.has("json")
        ? `${JSON.stringify(answer.value, null, 2)}\n`
        : `${renderAnswer(answer.value)}${thread === "" ? "" : `\n${thread}\n`}`,
    );
    return EXIT.ok;
  },
};

const answerFile = z.looseObject({ conversation: z.looseObject({ exchange: z.string() }) });

/** The exchange in a file that `ask --json` wrote. */
async function readExchange(path: string, effects: CliEffects): Promise<Result<string>> {
  const text = await effects.readText(path);
  if (!text.ok) return text;
  try {
    const answer = answerFile.safeParse(JSON.parse(text.value));
    if (answer.success) return ok(answer.data.conversation.exchange);
  } catch {
    // Not JSON: said below like every other file without an exchange.
  }
  return failed(answerDiagnostics.report("exchange-malformed", { field: path }));
}
