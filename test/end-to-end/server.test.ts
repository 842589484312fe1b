import { Agent, get, request } from "node:http";
import { expect, test } from "vitest";
import { type RunningServer, startServer } from "../../src/http/serve.ts";
import { sampleAssets } from "../fixtures/sample-app.ts";
import { sampleWellspring } from "../fixtures/sample-wellspring.ts";

function start(port = 0) {
  const reportFault = () => undefined;
  return startServer({ wellspring: sampleWellspring, assets: sampleAssets, host: "127.0.0.1", port, reportFault });
}

async function started(): Promise<RunningServer> {
  const server = await start();
  if (!server.ok) throw new Error(server.diagnostics[0]?.message);
  return server.value;
}

test("a busy port is refused in words that say what to do", async () => {
  const server = await started();
  const second = await start(Number(new URL(server.url).port));
  expect(second).toMatchObject({
    ok: false,
    diagnostics: [{ code: "port-busy", help: expect.stringContaining("--port") }],
  });
  await server.stop();
});

test("a question of full length fits into an address", async () => {
  const server = await started();
  const response = await fetch(`${server.url}/ask?q=${encodeURIComponent(`DVT ${"ä".repeat(9_900)}`)}`);
  expect(response.status).toBe(200);
  await server.stop();
});

test("a body of a million bytes is refused over a real connection, declared or not", async () => {
  const server = await started();
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ question: "a".repeat(1_000_000) });
  expect((await fetch(`${server.url}/api/ask`, { method: "POST", headers, body })).status).toBe(413);
  expect(await postInPieces(`${server.url}/api/ask`, body)).toBe(413);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  await server.stop();
});

test("stops soon although a client keeps its connection open", async () => {
  const server = await started();
  const agent = new Agent({ keepAlive: true });
  await new Promise((resolve) => {
    get(`${server.url}/healthz`, { agent }, (response) => response.resume().on("end", resolve));
  });
  const begun = performance.now();
  await server.stop();
  expect(performance.now() - begun).toBeLessThan(1_500);
  agent.destroy();
});

/** Sends a body without declaring its length. Resolves with the status, also when the server hangs up before it has read all. */
function postInPieces(url: string, body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "transfer-encoding": "chunked" };
    const sending = request(url, { method: "POST", headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sending.on("error", reject);
    for (let at = 0; at < body.length; at += 50_000) sending.write(body.slice(at, at + 50_000));
    sending.end();
  });
}
