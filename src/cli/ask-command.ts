import { type Command, EXIT } from "./command.ts";
import { readArguments } from "./read-arguments.ts";
import { renderAnswer } from "./render-answer.ts";
import { reportFailure, reportUsage } from "./report.ts";

/** `wellspring ask`: a question in free text, answered as on the page. A refusal is an answer. */
export const askCommand: Command = {
  name: "ask",
  usage: 'ask "<question>" [--profile <id>] [--json]',
  summary: "answer a question in free text; `-` reads it from standard input",
  async run(args, effects) {
    const read = readArguments(args, { json: { type: "boolean" }, profile: { type: "string" } });
    if (!read.ok) return reportUsage(askCommand, read.message, effects);
    const said = read.positionals.join(" ");
    const question = said === "-" ? await effects.readText("-") : { ok: true as const, value: said };
    if (!question.ok) return reportFailure(question.diagnostics, effects);
    if (question.value.trim() === "") return reportUsage(askCommand, "there is no question", effects);
    const opened = await effects.openLibrary();
    if (!opened.ok) return reportFailure(opened.diagnostics, effects);
    const profile = read.text("profile");
    const answer = opened.value.wellspring.ask({
      question: question.value,
      ...(profile === undefined ? {} : { profile }),
    });
    if (!answer.ok) return reportFailure(answer.diagnostics, effects);
    effects.write(read.has("json") ? `${JSON.stringify(answer.value, null, 2)}\n` : renderAnswer(answer.value));
    return EXIT.ok;
  },
};
