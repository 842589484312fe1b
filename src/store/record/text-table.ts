import { z } from "zod";
import { contentHash } from "../../kernel/content-hash.ts";
import type { KeptText } from "../../review/record-port.ts";
import type { Sql } from "./engine.ts";

const filesShape = z.array(z.strictObject({ name: z.string(), content: z.string() }));

/** Whether a text is kept under this hash. */
export async function hasText(sql: Sql, hash: string): Promise<boolean> {
  return (await sql.run("SELECT 1 FROM kept_text WHERE hash = ?", hash)).length > 0;
}

/** Keeps an exact text under its hash; files that several texts share are kept once. Works inside the transaction of its caller. */
export async function putText(sql: Sql, { topic, hash, files }: KeptText): Promise<void> {
  if (contentHash(files) !== hash) throw new Error(`the text of \`${topic}\` does not have the hash it is named by`);
  if (await hasText(sql, hash)) return;
  const listed: z.infer<typeof filesShape> = [];
  for (const { name, text } of files) {
    const content = contentHash([{ name: "content", text }]);
    const known = await sql.run("SELECT 1 FROM content WHERE hash = ?", content);
    if (known.length === 0) await sql.run("INSERT INTO content (hash, text) VALUES (?, ?)", content, text);
    listed.push({ name, content });
  }
  await sql.run("INSERT INTO kept_text (hash, topic, files) VALUES (?, ?, ?)", hash, topic, JSON.stringify(listed));
}

/** A text as it was kept. */
export async function findText(sql: Sql, hash: string): Promise<KeptText | undefined> {
  const [row] = await sql.run("SELECT topic, files FROM kept_text WHERE hash = ?", hash);
  if (row === undefined) return undefined;
  const files: KeptText["files"][number][] = [];
  for (const { name, content } of filesShape.parse(JSON.parse(String(row.files)))) {
    const [kept] = await sql.run("SELECT text FROM content WHERE hash = ?", content);
    files.push({ name, text: String(kept?.text ?? "") });
  }
  return { topic: String(row.topic), hash, files };
}

/** Hashes of all texts. */
export async function textHashes(sql: Sql): Promise<readonly string[]> {
  const rows = await sql.run("SELECT hash FROM kept_text ORDER BY hash");
  return rows.map(({ hash }) => String(hash));
}
