import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { defineDiagnostics } from "../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../kernel/result.ts";
import { type AppOptions, createApp } from "./create-app.ts";

export interface ServerOptions extends AppOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

export interface RunningServer {
  readonly url: string;
  /** Takes no new requests, finishes those under way, and is done at the latest after the deadline. */
  stop(): Promise<void>;
}

export const serveDiagnostics = defineDiagnostics({
  "port-busy": {
    severity: "error",
    message: ({ port }: { port: number }) => `port ${port} is already in use`,
    help: "choose another with `--port 8081`, or `--port 0` for any free one",
  },
  "port-not-allowed": {
    severity: "error",
    message: ({ port }: { port: number }) => `this user may not listen on port ${port}`,
    help: "choose a port above 1023 with `--port 8080`",
  },
  "host-unknown": {
    severity: "error",
    message: ({ host, reason }: { host: string; reason: string }) => `cannot listen on \`${host}\` (${reason})`,
    help: "choose an address of this machine with `--host`, for instance 127.0.0.1",
  },
});

/** Longest time that a request under way may hold up a stop. */
const STOP_DEADLINE_MS = 3_000;

/** A question of full length, percent-encoded, stands in the address. */
const MAX_HEADER_BYTES = 64 * 1024;

/** A client that sends its request slower than this is cut off. */
const REQUEST_TIMEOUT_MS = 15_000;

/** Typing a question takes longer than Node keeps a connection by itself: a new one costs a slow line one way there and back more. */
const KEEP_ALIVE_MS = 65_000;

export async function startServer(options: ServerOptions): Promise<Result<RunningServer>> {
  const { host, port } = options;
  const app = createApp(options);
  const { promise, resolve } = Promise.withResolvers<Result<RunningServer>>();
  // Without TLS or HTTP/2 options the adapter gives node's own HTTP/1.1 server.
  const server = serve({
    fetch: app.fetch,
    hostname: host,
    port,
    serverOptions: {
      maxHeaderSize: MAX_HEADER_BYTES,
      requestTimeout: REQUEST_TIMEOUT_MS,
      headersTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
  }) as Server;
  server.once("error", (error: NodeJS.ErrnoException) => resolve(listenFailure(error, options)));
  server.once("listening", () => resolve(ok({ url: addressOf(server, host), stop: () => stopServer(server) })));
  return promise;
}

function listenFailure(error: NodeJS.ErrnoException, { host, port }: ServerOptions): Result<RunningServer> {
  switch (error.code) {
    case "EADDRINUSE":
      return failed(serveDiagnostics.report("port-busy", { port }));
    case "EACCES":
      return failed(serveDiagnostics.report("port-not-allowed", { port }));
    default:
      return failed(serveDiagnostics.report("host-unknown", { host, reason: error.code ?? error.message }));
  }
}

function addressOf(server: Server, host: string): string {
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/**
 * `close()` alone hangs while a browser keeps an idle connection, also one that turns idle only after the call. So idle
 * connections are dropped again and again, and whatever is left is cut off at the deadline.
 */
function stopServer(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const deadline = setTimeout(() => server.closeAllConnections(), STOP_DEADLINE_MS);
  server.close(() => {
    clearInterval(idle);
    clearTimeout(deadline);
    resolve();
  });
  server.closeIdleConnections();
  return promise;
}
