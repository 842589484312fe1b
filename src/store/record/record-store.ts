import { findJournalFault } from "../../accounts/journal-chain.ts";
import { contentHash } from "../../kernel/content-hash.ts";
import { failed, ok, type Result } from "../../kernel/result.ts";
import { type ActRequest, decide } from "../../review/decide.ts";
import type { Anchor } from "../../review/log/anchor.ts";
import { type Door, LOG_START, type LogEntry, sealEntry } from "../../review/log/log-entry.ts";
import { replayEntry } from "../../review/log/replay.ts";
import { faultWords, verifyLog } from "../../review/log/verify-log.ts";
import { addHours } from "../../review/model/calendar.ts";
import { EMPTY_RECORD, type Instant, type ReviewRecord } from "../../review/model/review-record.ts";
import type { KeptQuestion, ReportAbout } from "../../review/question-box.ts";
import type { KeptText, RecordPort } from "../../review/record-port.ts";
import { journalOn } from "../accounts/event-table.ts";
import type { Engine, Sql } from "./engine.ts";
import { appendEntry, entriesFrom } from "./entry-table.ts";
import { openEngine } from "./open-engine.ts";
import { nameOfPlace } from "./open-postgres.ts";
import { allQuestions, findQuestion, forgetQuestion, putQuestion } from "./question-table.ts";
import { recordDiagnostics } from "./record-diagnostics.ts";
import { findText, hasText, putText, textHashes } from "./text-table.ts";

/** Anybody may ask: a flood, or more than a board can read, is refused rather than kept. */
const MOST_QUESTIONS_AN_HOUR = 60;
const MOST_QUESTIONS_WAITING = 1_000;

/** A record, and the tables that it lies on. */
interface OpenedTables {
  readonly record: RecordPort;
  readonly engine: Engine;
}

/**
 * Opens the record in a file, at an address `postgres://…`, or an empty one in memory. `clock` gives the time of each entry. A record
 * that is not sound is refused, for nothing that it says can be relied on; `unsound` opens it to be looked into.
 */
export async function openRecord(
  place: string | undefined,
  clock: () => Date,
  options: { readonly unsound?: boolean } = {},
): Promise<Result<RecordPort>> {
  const opened = await openTables(place, clock, options);
  return opened.ok ? ok(opened.value.record) : opened;
}

/** The same for whoever keeps something beside the record. Two connections to one file would wait for each other. */
export async function openTables(
  place: string | undefined,
  clock: () => Date,
  options: { readonly unsound?: boolean } = {},
): Promise<Result<OpenedTables>> {
  const opened = await openEngine(place);
  if (!opened.ok) return opened;
  const engine = opened.value;
  const record = recordOn(engine, clock);
  const faults = options.unsound === true ? [] : await record.verify([]);
  if (faults.length === 0) return ok({ record, engine });
  await record.close();
  return failed(recordDiagnostics.report("record-unsound", { file: nameOfPlace(place), faults: faultWords(faults) }));
}

/** The record on tables that are open. */
export function recordOn(engine: Engine, clock: () => Date): RecordPort {
  return new RecordStore(engine, clock);
}

/** The record on any engine: one log, folded into what holds now. Any number of processes may read; they write one at a time. */
class RecordStore implements RecordPort {
  readonly #engine: Engine;
  readonly #clock: () => Date;
  #record: ReviewRecord = EMPTY_RECORD;

  constructor(engine: Engine, clock: () => Date) {
    this.#engine = engine;
    this.#clock = clock;
  }

  get writable(): boolean {
    return this.#engine.writable;
  }

  read(): Promise<ReviewRecord> {
    return this.#readOn(this.#engine);
  }

  now(): Instant {
    return this.#clock().toISOString();
  }

  act(request: ActRequest, door: Door): Promise<Result<LogEntry>> {
    return this.#engine.alone(async (sql) => {
      const record = await this.#readOn(sql);
      const decided = decide(record, request, this.now());
      if (!decided.ok) return decided;
      const { activity, act } = decided.value;
      const entry = sealEntry({
        sequence: act.entry,
        recorded: act.recorded,
        agent: act.agent,
        activity,
        door,
        body: JSON.stringify(act.body),
        previous: record.last?.hash ?? LOG_START,
      });
      await appendEntry(sql, entry);
      return ok(entry);
    });
  }

  async keepText(text: KeptText): Promise<Result<null>> {
    // Most often it is here already, and then there is nothing to lock.
    if (await hasText(this.#engine, text.hash)) return ok(null);
    return this.#engine.alone(async (sql) => {
      await putText(sql, text);
      return ok(null);
    });
  }

  putQuestion(words: string, about?: ReportAbout): Promise<Result<KeptQuestion>> {
    return this.#engine.alone(async (sql) => {
      const decided = (await this.#readOn(sql)).questions;
      // A flood of one kind does not shut the other out.
      const questions = (await allQuestions(sql)).filter((one) => (one.about === undefined) === (about === undefined));
      const anHourAgo = addHours(this.now(), -1);
      const recent = questions.filter(({ recorded }) => recorded > anHourAgo).length;
      const waiting = questions.filter(({ code }) => !decided.has(code)).length;
      if (recent >= MOST_QUESTIONS_AN_HOUR || waiting >= MOST_QUESTIONS_WAITING)
        return failed(recordDiagnostics.report("questions-full", {}));
      return ok(await putQuestion(sql, words, this.now(), about));
    });
  }

  findQuestion(code: string): Promise<KeptQuestion | undefined> {
    return findQuestion(this.#engine, code);
  }

  questions(): Promise<readonly KeptQuestion[]> {
    return allQuestions(this.#engine);
  }

  forgetQuestion(code: string): Promise<void> {
    return forgetQuestion(this.#engine, code);
  }

  findText(hash: string): Promise<KeptText | undefined> {
    return findText(this.#engine, hash);
  }

  keptHashes(): Promise<readonly string[]> {
    return textHashes(this.#engine);
  }

  entries(): Promise<readonly LogEntry[]> {
    return entriesFrom(this.#engine, 1);
  }

  async verify(anchors: readonly Anchor[]) {
    const damages = await this.#engine.damages();
    const texts: string[] = [];
    for (const hash of await this.keptHashes())
      if (contentHash((await this.findText(hash))?.files ?? []) !== hash) texts.push(hash);
    const journal = findJournalFault(await journalOn(this.#engine));
    return [
      ...(journal === undefined ? [] : [journal]),
      ...damages.map((line) => `the file is damaged: ${line}`),
      ...texts.map((hash) => `the text kept as ${hash} is another one`),
      ...verifyLog(await this.entries(), anchors),
    ];
  }

  async backup(path: string): Promise<Result<number>> {
    const written = await this.#engine.backup(path);
    return written.ok ? ok((await this.entries()).length) : written;
  }

  close(): Promise<void> {
    return this.#engine.close();
  }

  /**
   * The record with everything that was committed since it was last looked at. INVARIANT: what is known continues what stands
   * there. Where it does not, other tables were put in their place (a backup, a standby that lagged), and all is read anew.
   */
  async #readOn(sql: Sql): Promise<ReviewRecord> {
    const known = this.#record;
    const last = known.last;
    const entries = await entriesFrom(sql, last?.sequence ?? 1);
    const continues = last === undefined || entries[0]?.hash === last.hash;
    const record = continues
      ? entries.slice(last === undefined ? 0 : 1).reduce(replayEntry, known)
      : (await entriesFrom(sql, 1)).reduce(replayEntry, EMPTY_RECORD);
    // Two looks at once: the one that saw less does not take the place of the other.
    if (this.#record === known || !continues) this.#record = record;
    return record;
  }
}
