import { hasErrors } from "../kernel/diagnostic.ts";
import { type Command, EXIT } from "./command.ts";
import { openAnswering } from "./open-answering.ts";
import { readArguments } from "./read-arguments.ts";
import { reportFailure, reportUsage } from "./report.ts";

const DEFAULT_PORT = 8080;
const DEFAULT_HOST = "127.0.0.1";
const LARGEST_PORT = 65_535;

/** `wellspring serve`: the pages and the API. */
export const serveCommand: Command = {
  name: "serve",
  usage: "serve [--port <number>] [--host <address>] [--evidence <folder>]",
  summary: `serve the pages and the API (http://${DEFAULT_HOST}:${DEFAULT_PORT} unless told otherwise)`,
  async run(args, effects) {
    const read = readArguments(args, {
      port: { type: "string" },
      host: { type: "string" },
      evidence: { type: "string" },
    });
    if (!read.ok) return reportUsage(serveCommand, read.message, effects);
    if (read.positionals.length > 0)
      return reportUsage(serveCommand, `\`${read.positionals[0]}\` is not understood`, effects);
    const written = read.text("port") ?? String(DEFAULT_PORT);
    const port = Number(written);
    if (!/^\d+$/.test(written) || port > LARGEST_PORT)
      return reportUsage(
        serveCommand,
        `\`${written}\` is not a port; give a number from 0 to ${LARGEST_PORT}`,
        effects,
      );
    const opened = await openAnswering(read.text("evidence"), effects);
    if (!opened.ok) return reportFailure(opened.diagnostics, effects);
    const { diagnostics, files } = opened.value;
    if (hasErrors(diagnostics)) reportFailure(diagnostics, effects, files);
    const inFolder = opened.value.wellspring.library.topics;
    const served = await opened.value.wellspring.catchUp();
    if (hasErrors(diagnostics) && served.library.topics.size === 0) return EXIT.found;
    for (const topic of served.library.topics.values()) {
      // A topic's words are read by the first question that is asked of it; no reader is to wait for that.
      served.ask({ question: topic.question });
      if (inFolder.get(topic.slug)?.hash !== topic.hash)
        effects.write(
          `${topic.slug}: edition ${served.reviewOf(topic).edition} is served from the record; ${inFolder.has(topic.slug) ? "the folder holds another text" : "the folder does not have it"}\n`,
        );
    }
    return effects.serve(opened.value, { port, host: read.text("host") ?? DEFAULT_HOST });
  },
};
