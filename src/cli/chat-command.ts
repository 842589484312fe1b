import { type Command, EXIT } from "./command.ts";
import { openAnswering } from "./open-answering.ts";
import { readArguments } from "./read-arguments.ts";
import { renderAnswer } from "./render-answer.ts";
import { reportFailure, reportUsage } from "./report.ts";

/** `wellspring chat`: one question a line; each after the first follows the answer before it. Kept in memory until the end. */
export const chatCommand: Command = {
  name: "chat",
  usage: "chat [--profile <id>] [--evidence <folder>]",
  summary: "answer questions from standard input, one a line, each as a follow-up; an empty line begins anew",
  async run(args, effects) {
    const read = readArguments(args, { profile: { type: "string" }, evidence: { type: "string" } });
    if (!read.ok) return reportUsage(chatCommand, read.message, effects);
    if (read.positionals.length > 0)
      return reportUsage(chatCommand, `\`${read.positionals[0]}\` is not understood`, effects);
    const opened = await openAnswering(read.text("evidence"), effects);
    if (!opened.ok) return reportFailure(opened.diagnostics, effects);
    const profile = read.text("profile");
    let exchange: string | undefined;
    let status: number = EXIT.ok;
    for await (const line of effects.readLines()) {
      if (line.trim() === "") {
        exchange = undefined;
        continue;
      }
      const wellspring = await opened.value.wellspring.catchUp();
      const answer = await wellspring.askWithEvidence({
        question: line,
        ...(profile === undefined ? {} : { profile }),
        ...(exchange === undefined ? {} : { exchange }),
      });
      if (answer.ok) {
        exchange = answer.value.conversation?.exchange;
        effects.write(`> ${line}\n\n${renderAnswer(answer.value)}\n`);
      } else status = reportFailure(answer.diagnostics, effects);
    }
    return status;
  },
};
