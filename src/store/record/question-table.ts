import { randomBytes } from "node:crypto";
import { z } from "zod";
import { contentHash } from "../../kernel/content-hash.ts";
import type { Instant } from "../../review/model/review-record.ts";
import { type KeptQuestion, REPORT_KINDS, type ReportAbout } from "../../review/question-box.ts";
import { codeOfHash } from "../../review/reader/short-code.ts";
import type { Sql, SqlRow } from "./engine.ts";

const aboutShape = z.strictObject({
  topic: z.string(),
  hash: z.string(),
  part: z.string().exactOptional(),
  kind: z.enum(REPORT_KINDS),
});

/** Keeps a reader's question or report. The code is drawn by chance: it tells nothing of the words, and nobody can guess another's. */
export async function putQuestion(
  sql: Sql,
  words: string,
  recorded: Instant,
  about?: ReportAbout,
): Promise<KeptQuestion> {
  const code = codeOfHash(contentHash([{ name: "question", text: randomBytes(32).toString("base64url") }]));
  await sql.run(
    "INSERT INTO question (code, recorded, words, about) VALUES (?, ?, ?, ?)",
    code,
    recorded,
    words,
    about === undefined ? null : JSON.stringify(about),
  );
  return { code, recorded, words, ...(about === undefined ? {} : { about }) };
}

export async function findQuestion(sql: Sql, code: string): Promise<KeptQuestion | undefined> {
  const [row] = await sql.run("SELECT * FROM question WHERE code = ?", code);
  return row === undefined ? undefined : toQuestion(row);
}

/** Every question, the first one first. */
export async function allQuestions(sql: Sql): Promise<readonly KeptQuestion[]> {
  const rows = await sql.run("SELECT * FROM question ORDER BY recorded, code");
  return rows.map(toQuestion);
}

/** Takes the words out; unlike the log, a question can be forgotten. */
export async function forgetQuestion(sql: Sql, code: string): Promise<void> {
  await sql.run("UPDATE question SET words = NULL WHERE code = ?", code);
}

function toQuestion(row: SqlRow): KeptQuestion {
  return {
    code: String(row.code),
    recorded: String(row.recorded),
    words: row.words === null ? null : String(row.words),
    ...(row.about === null ? {} : { about: aboutShape.parse(JSON.parse(String(row.about))) }),
  };
}
