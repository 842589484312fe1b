import { accountCommand } from "./account/account-command.ts";
import { askCommand } from "./ask-command.ts";
import { censusCommand } from "./census-command.ts";
import { chatCommand } from "./chat-command.ts";
import { checkCommand } from "./check-command.ts";
import { type CliEffects, type Command, EXIT } from "./command.ts";
import { compareCommand } from "./compare-command.ts";
import { drawCommand } from "./draw-command.ts";
import { evalCommand } from "./eval-command.ts";
import { evaluateCommand } from "./evaluate-command.ts";
import { evidenceCommand } from "./evidence-command.ts";
import { exportCommand } from "./export-command.ts";
import { importCommand } from "./import-command.ts";
import { mutateCommand } from "./mutate-command.ts";
import { readingCommand } from "./reading-command.ts";
import { retractionsCommand } from "./retractions-command.ts";
import { logCommand } from "./review/log-command.ts";
import { recordCommand } from "./review/record-command.ts";
import { reviewCommand } from "./review/review-command.ts";
import { serveCommand } from "./serve-command.ts";
import { quarantineCommand, releaseCommand, removeCommand, sourcesCommand } from "./source-commands.ts";
import { verifyCommand } from "./verify-command.ts";

const COMMANDS: readonly Command[] = [
  serveCommand,
  askCommand,
  chatCommand,
  evaluateCommand,
  checkCommand,
  readingCommand,
  verifyCommand,
  censusCommand,
  compareCommand,
  exportCommand,
  mutateCommand,
  drawCommand,
  evalCommand,
  importCommand,
  sourcesCommand,
  releaseCommand,
  quarantineCommand,
  removeCommand,
  evidenceCommand,
  retractionsCommand,
  reviewCommand,
  logCommand,
  recordCommand,
  accountCommand,
];

/** Runs one command of the command line and returns its exit status. */
export async function run(args: readonly string[], effects: CliEffects): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    effects.write(renderHelp());
    return name === undefined ? EXIT.usage : EXIT.ok;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) {
    effects.writeError(`there is no command \`${name}\`\n\n${renderHelp()}`);
    return EXIT.usage;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    effects.write(`wellspring ${command.usage}\n\n${command.summary}\n`);
    return EXIT.ok;
  }
  return command.run(rest, effects);
}

function renderHelp(): string {
  const lines = COMMANDS.map((command) => `  wellspring ${command.usage}\n      ${command.summary}`);
  return `Wellspring answers clinical questions from a library of cited topics with running pathways.\n\n${lines.join("\n")}\n\nExit status: 0 done, 1 something was found wrong, 2 the call was not understood.\n`;
}
