import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { PostingTable } from "../src/store/evidence/posting-table.ts";

/** Times an import is killed before it may end. */
const KILLS = Number(process.env.WELLSPRING_KILLS ?? 2);
/** Two batches for each, so that there is something left to interrupt. */
const ARTICLES = KILLS * 8_000 + 700;

const folder = mkdtempSync(join(tmpdir(), "wellspring-killed-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the import; killed at once when the given number of batches is stored. Returns what it said last. */
async function importInto(store: string, file: string, killAfter?: number): Promise<string> {
  const program = join(import.meta.dirname, "fixtures", "import-program.ts");
  const child = spawn(process.execPath, ["--no-warnings", program, store, file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let batches = 0;
  let last = "";
  for await (const line of createInterface({ input: child.stdout })) {
    last = line;
    if (++batches === killAfter) child.kill("SIGKILL");
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return last;
}

/** All that a store holds, whatever the numbers of its rows are. */
function contentsOf(store: string) {
  const database = new DatabaseSync(join(store, "evidence.sqlite"), { readOnly: true });
  const all = (sql: string) => database.prepare(sql).all();
  const contents = {
    documents: all("SELECT source, key, version, hash, current FROM document ORDER BY key, version"),
    passages: all("SELECT hash, ordinal, text FROM passage ORDER BY hash"),
    searched: all("SELECT hash, lines FROM searched ORDER BY hash"),
    stems: Array.from(
      new PostingTable(database).all("literature", () => true),
      ({ stem, by }) => [stem, by],
    ),
    totals: all("SELECT passages, title, subjects, body FROM totals"),
    checkpoints: all("SELECT records, finished FROM checkpoint"),
  };
  database.close();
  return contents;
}

test("an import that is killed again and again goes on each time, and ends with what an undisturbed one has", async () => {
  const article = (number: number): string =>
    `<PubmedArticle><MedlineCitation><PMID>${number}</PMID><Article><ArticleTitle>Legs ${number % 7}</ArticleTitle>
<Abstract><AbstractText>They swell ${number} times. Stockings of class ${number % 3} help.</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>`;
  const file = join(folder, "articles.xml");
  const articles = Array.from({ length: ARTICLES }, (_, at) => article(at + 1)).join("\n");
  writeFileSync(file, `<PubmedArticleSet>${articles}</PubmedArticleSet>`);
  const [killed, undisturbed] = [join(folder, "killed"), join(folder, "undisturbed")];
  for (let time = 1; time <= KILLS; time++)
    expect([time, Number(await importInto(killed, file, 1 + (time % 2)))]).toEqual([time, expect.any(Number)]);
  expect(JSON.parse(await importInto(killed, file))).toMatchObject({
    replaced: 0,
    unchanged: 0,
    refused: 0,
    failures: [],
  });
  expect(JSON.parse(await importInto(undisturbed, file))).toMatchObject({ added: ARTICLES, refused: 0 });
  const contents = contentsOf(killed);
  expect(contents.documents).toHaveLength(ARTICLES);
  expect(contents).toEqual(contentsOf(undisturbed));
});
