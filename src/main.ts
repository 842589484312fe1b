import { parseArgs } from "node:util";
// Stands in until the library loader and the engines are merged.
import { sampleWellspring } from "../test/fixtures/sample-wellspring.ts";
import { loadAssets } from "./http/assets.ts";
import { startServer } from "./http/serve.ts";

const USAGE = `Usage: wellspring serve [--host 127.0.0.1] [--port 8080]
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8080" },
    help: { type: "boolean", short: "h" },
  },
});

if (values.help === true) process.stdout.write(USAGE);
else if ((positionals[0] ?? "serve") === "serve") await serveUntilStopped(String(values.host), String(values.port));
else refuse(`\`${positionals[0]}\` is not a command\n${USAGE}`);

async function serveUntilStopped(host: string, portText: string): Promise<void> {
  const port = Number(portText);
  if (!/^\d+$/.test(portText) || port > 65_535) return refuse(`\`${portText}\` is not a port: give 0 to 65535`);
  const started = await startServer({
    wellspring: sampleWellspring,
    assets: loadAssets(`${import.meta.dirname}/assets`),
    host,
    port,
    reportFault: (error) => process.stderr.write(`fault: ${error.stack ?? error.message}\n`),
  });
  if (!started.ok) {
    return refuse(started.diagnostics.map(({ message, help }) => `${message}\nhelp: ${help}`).join("\n"));
  }
  const { url, stop } = started.value;
  process.stdout.write(`Wellspring is ready at ${url}\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
}

function refuse(reason: string): void {
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
}
