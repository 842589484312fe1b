import type { DatabaseSync, StatementSync } from "node:sqlite";
import { z } from "zod";
import { contentHash } from "../../kernel/content-hash.ts";
import type { KeptText } from "../../review/record-port.ts";

const filesShape = z.array(z.strictObject({ name: z.string(), content: z.string() }));

/** Exact texts under their hashes. Files that several texts share are kept once. */
export class TextTable {
  readonly #insertContent: StatementSync;
  readonly #insertText: StatementSync;
  readonly #hasContent: StatementSync;
  readonly #content: StatementSync;
  readonly #text: StatementSync;
  readonly #all: StatementSync;

  constructor(database: DatabaseSync) {
    this.#insertContent = database.prepare("INSERT INTO content (hash, text) VALUES (?, ?)");
    this.#insertText = database.prepare("INSERT INTO kept_text (hash, topic, files) VALUES (?, ?, ?)");
    this.#hasContent = database.prepare("SELECT 1 FROM content WHERE hash = ?");
    this.#content = database.prepare("SELECT text FROM content WHERE hash = ?");
    this.#text = database.prepare("SELECT topic, files FROM kept_text WHERE hash = ?");
    this.#all = database.prepare("SELECT hash FROM kept_text ORDER BY hash");
  }

  has(hash: string): boolean {
    return this.#text.get(hash) !== undefined;
  }

  /** Works inside the transaction of its caller. */
  put({ topic, hash, files }: KeptText): void {
    if (contentHash(files) !== hash) throw new Error(`the text of \`${topic}\` does not have the hash it is named by`);
    if (this.has(hash)) return;
    const listed = files.map(({ name, text }) => {
      const content = contentHash([{ name: "content", text }]);
      if (this.#hasContent.get(content) === undefined) this.#insertContent.run(content, text);
      return { name, content };
    });
    this.#insertText.run(hash, topic, JSON.stringify(listed));
  }

  find(hash: string): KeptText | undefined {
    const row = this.#text.get(hash);
    if (row === undefined) return undefined;
    const files = filesShape.parse(JSON.parse(String(row.files))).map(({ name, content }) => ({
      name,
      text: String(this.#content.get(content)?.text ?? ""),
    }));
    return { topic: String(row.topic), hash, files };
  }

  hashes(): readonly string[] {
    return this.#all.all().map(({ hash }) => String(hash));
  }
}
