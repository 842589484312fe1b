import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Hono } from "hono";
import type { Wellspring } from "../../src/answer/wellspring.ts";
import type { Diagnostic } from "../../src/kernel/diagnostic.ts";
import type { LibraryFile } from "../../src/library/model/library.ts";
import type { Activity } from "../../src/review/policy.ts";
import { toReviews } from "../../src/review/reader/reviews.ts";
import type { RecordPort } from "../../src/review/record-port.ts";
import { type CheckedText, checkText } from "../../src/review/text/check-text.ts";
import { openLibrary } from "../../src/store/open-library.ts";
import { openRecord } from "../../src/store/record/record-store.ts";
import { deskFiles } from "../fixtures/desk.ts";
import { sampleApp } from "../fixtures/sample-app.ts";
import { LIBRARY_FOLDER, SIGNING_KEY } from "../real-library.ts";

const PEOPLE = {
  will: "author",
  cleo: "clinical-reviewer",
  max: "methods-reviewer",
  edith: "editor",
  otto: "safety-officer",
};

/** The small library with a second topic, `arm`; the article on the leg says `sentence` besides. */
export function twoTopics(sentence = ""): readonly LibraryFile[] {
  const files = deskFiles(sentence === "" ? "" : `\n${sentence} [@lee-2021]{#more}\n`);
  const arm = deskFiles().filter(({ path }) => path.startsWith("topics/leg/"));
  return [
    ...files,
    ...arm.map(({ path, text }) => ({
      path: path.replace("leg", "arm"),
      text: text.replace("Leg", "Arm").replace("Which scan?", "Which bandage?"),
    })),
  ];
}

/** A server over a folder and a record, with its own connection, as if it were the only one. */
export interface TriedServer {
  readonly app: Hono;
  readonly wellspring: Wellspring;
  /** What its operator was told. */
  readonly told: readonly Diagnostic[];
}

/** One record in a place, a board that works on it from a process of its own, and servers that read it. The clock is the test's. */
export class ServedBoard {
  now = new Date("2026-01-01T00:00:00Z");
  readonly #folder = mkdtempSync(join(tmpdir(), "wellspring-served-"));
  readonly #records: RecordPort[] = [];
  readonly #place: string;
  #board: RecordPort | undefined;
  #folders = 0;

  constructor(place: string) {
    this.#place = place;
  }

  async open(): Promise<this> {
    this.#board = await this.#connect();
    await this.act("ann", "admit-person", { person: "ann", name: "Ann", roles: ["administrator"] });
    for (const [person, role] of Object.entries(PEOPLE)) {
      await this.act("ann", "admit-person", { person, name: `${person} example`, roles: [role] });
      await this.act(person, "declare-interest", { topic: "all", words: "none", conflict: false });
    }
    return this;
  }

  async close(): Promise<void> {
    for (const record of this.#records) await record.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Starts a server over a folder with these files. */
  async serve(files: readonly LibraryFile[]): Promise<TriedServer> {
    const folder = join(this.#folder, String(++this.#folders));
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    for (const name of ["clinical-language.yaml", "identifiers.yaml"])
      cpSync(join(LIBRARY_FOLDER, name), join(folder, name));
    const record = await this.#connect();
    const told: Diagnostic[] = [];
    const opened = await openLibrary(folder, SIGNING_KEY, toReviews(record), record, {
      pause: () => Promise.resolve(),
      report: (diagnostics) => told.push(...diagnostics),
    });
    if (!opened.ok) throw new Error(opened.diagnostics.map(({ message }) => message).join("; "));
    const { wellspring } = opened.value;
    return { app: sampleApp(wellspring).app, wellspring, told };
  }

  async act(agent: string, activity: Activity, body: unknown): Promise<void> {
    const done = await this.#record.act({ agent, activity, body }, "command-line");
    if (!done.ok) throw new Error(`${agent} ${activity}: ${done.diagnostics.map(({ message }) => message).join("; ")}`);
  }

  /** Takes a text the whole way, up to its approval. */
  async approve(topic: string, files: readonly LibraryFile[]): Promise<CheckedText["described"]> {
    const { described } = await this.#keep(topic, files);
    const text = { topic, hash: described.hash };
    await this.act("will", "draft", described);
    await this.act("will", "submit", text);
    await this.act("edith", "begin-review", text);
    for (const [person, capacity] of [
      ["cleo", "clinical"],
      ["max", "methods"],
    ] as const) {
      for (const source of described.cites) await this.act(person, "open-citation", { ...text, source });
      await this.act(person, "sign", { ...text, capacity });
    }
    await this.act("edith", "approve", text);
    return described;
  }

  async publish(topic: string, files: readonly LibraryFile[]): Promise<string> {
    const { hash } = await this.approve(topic, files);
    await this.act("edith", "publish", { topic, hash });
    return hash;
  }

  async correct(topic: string, files: readonly LibraryFile[]): Promise<void> {
    const { described } = await this.#keep(topic, files);
    await this.act("otto", "correct", { ...described, reason: "a dose was wrong" });
  }

  wait(hours: number): void {
    this.now = new Date(this.now.getTime() + hours * 3_600_000);
  }

  get #record(): RecordPort {
    if (this.#board === undefined) throw new Error("the board is opened first");
    return this.#board;
  }

  async #keep(topic: string, files: readonly LibraryFile[]): Promise<CheckedText> {
    const checked = checkText(topic, files);
    if (!checked.ok) throw new Error(checked.diagnostics.map(({ message }) => message).join("; "));
    await this.#record.keepText(checked.value.kept);
    return checked.value;
  }

  async #connect(): Promise<RecordPort> {
    const opened = await openRecord(this.#place, () => this.now);
    if (!opened.ok) throw new Error(opened.diagnostics.map(({ message }) => message).join("; "));
    this.#records.push(opened.value);
    return opened.value;
  }
}
