import { randomBytes } from "node:crypto";
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { contentHash } from "../../kernel/content-hash.ts";
import type { Instant } from "../../review/model/review-record.ts";
import type { KeptQuestion } from "../../review/question-box.ts";
import { codeOfHash } from "../../review/reader/short-code.ts";

/** Readers' questions. Unlike the log they can be taken out again. */
export class QuestionTable {
  readonly #insert: StatementSync;
  readonly #find: StatementSync;
  readonly #all: StatementSync;
  readonly #since: StatementSync;
  readonly #forget: StatementSync;

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare("INSERT INTO question (code, recorded, words) VALUES (?, ?, ?)");
    this.#find = database.prepare("SELECT * FROM question WHERE code = ?");
    this.#all = database.prepare("SELECT * FROM question ORDER BY recorded, code");
    this.#since = database.prepare("SELECT count(*) AS many FROM question WHERE recorded > ?");
    this.#forget = database.prepare("UPDATE question SET words = NULL WHERE code = ?");
  }

  /** The code is drawn by chance: it tells nothing of the words, and nobody can guess another's. */
  put(words: string, recorded: Instant): KeptQuestion {
    const code = codeOfHash(contentHash([{ name: "question", text: randomBytes(32).toString("base64url") }]));
    this.#insert.run(code, recorded, words);
    return { code, recorded, words };
  }

  find(code: string): KeptQuestion | undefined {
    const row = this.#find.get(code);
    return row === undefined ? undefined : toQuestion(row);
  }

  all(): readonly KeptQuestion[] {
    return this.#all.all().map(toQuestion);
  }

  since(recorded: Instant): number {
    return Number(this.#since.get(recorded)?.many ?? 0);
  }

  forget(code: string): void {
    this.#forget.run(code);
  }
}

function toQuestion(row: Readonly<Record<string, unknown>>): KeptQuestion {
  return {
    code: String(row.code),
    recorded: String(row.recorded),
    words: row.words === null ? null : String(row.words),
  };
}
