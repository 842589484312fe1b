import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { Pool, PoolClient } from "pg";
import type { RankingProfile, SourceOverview } from "../../../evidence/corpus.ts";
import type { CopiedCounts } from "../../../evidence/evidence-port.ts";
import { failed, ok, type Result } from "../../../kernel/result.ts";
import { isPostgres, nameOfPlace, poolOf } from "../../record/open-postgres.ts";
import { reasonOf } from "../../record/open-record-file.ts";
import { subjectGroups } from "../evidence-reader.ts";
import { MarkTable } from "../mark-table.ts";
import { openToRead } from "../open-database.ts";
import { evidenceDiagnostics, hasEvidence, openEvidence } from "../open-evidence.ts";
import { PostingTable } from "../posting-table.ts";
import { toFoundPassage } from "../rows.ts";
import { copyForm } from "./copy-form.ts";
import { beginTables, fillTable, swapTables, takeTurn } from "./copy-tables.ts";

/** Every passage that is searched, with what is shown beside it. */
const SEARCHED = `SELECT searched.slot, searched.lines, passage.*, document.source, document.key, document.version, document.record
  FROM searched JOIN passage ON passage.number = searched.passage JOIN document ON document.number = passage.document
  JOIN source ON source.id = document.source WHERE document.current = 1 AND source.state = 'released' ORDER BY searched.slot`;

/** A table of a million rows is given its index in one statement. */
const NO_LIMIT = 0;

/**
 * Copies what answering reads of the store in a folder to a PostgreSQL server, in the place of the copy that was there: whole or not at all.
 * Passages of sources that are no longer released leave the server before anything else is done.
 */
export async function copyEvidence(
  libraryFolder: string,
  folder: string,
  place: string,
): Promise<Result<CopiedCounts>> {
  if (isPostgres(folder))
    return failed(evidenceDiagnostics.report("evidence-on-server", { place: nameOfPlace(folder) }));
  if (!hasEvidence(folder)) return failed(evidenceDiagnostics.report("evidence-missing", { folder }));
  const named = nameOfPlace(place);
  if (!URL.canParse(place))
    return failed(
      evidenceDiagnostics.report("evidence-not-copied", { place: named, reason: "this is no address of a database" }),
    );
  // Opening a store brings it up to date: what was broken off is taken up, and search is made anew where the analyser is another.
  const opened = await openEvidence(libraryFolder, folder);
  if (!opened.ok) return opened;
  const { store } = opened.value;
  const sources = store.overviews();
  store.close();
  const database = openToRead(folder);
  const pool = poolOf(place, NO_LIMIT);
  try {
    await withhold(pool, sources);
    // One look at the store: an import may go on beside it.
    database.exec("BEGIN");
    return ok(await copyTo(pool, database, { form: copyForm(store.analyser), sources }));
  } catch (error) {
    return failed(evidenceDiagnostics.report("evidence-not-copied", { place: named, reason: reasonOf(error) }));
  } finally {
    database.close();
    await pool.end();
  }
}

/** Takes passages off the server that may not be shown any more. Copying the rest may take minutes. */
async function withhold(on: Pool | PoolClient, sources: readonly SourceOverview[]): Promise<void> {
  const { rows } = await on.query("SELECT to_regclass('evidence_passage') IS NOT NULL AS known");
  if (rows[0]?.known !== true) return;
  const released = sources.filter(({ state }) => state === "released").map(({ id }) => id);
  await on.query("DELETE FROM evidence_passage WHERE source <> ALL($1)", [released]);
}

interface Heading {
  readonly form: string;
  readonly sources: readonly SourceOverview[];
}

async function copyTo(pool: Pool, database: DatabaseSync, heading: Heading): Promise<CopiedCounts> {
  const client = await pool.connect();
  try {
    await takeTurn(client);
    // The one who had the turn before may have known less.
    await withhold(client, heading.sources);
    await client.query("BEGIN");
    await beginTables(client);
    const live = new Set<number>();
    const passages = await fillTable(client, "evidence_passage", passageRows(database, live));
    const stems = await fillTable(
      client,
      "evidence_posting",
      postingRows(database, (slot) => live.has(slot)),
    );
    await fillTable(client, "evidence_subject", subjectRows(database));
    await fillTable(client, "evidence_meaning", meaningRows(database));
    await fillTable(client, "evidence_copy", [headingRow(database, heading)]);
    await swapTables(client);
    await client.query("COMMIT");
    return { passages, stems };
  } finally {
    // Whatever state its transaction is in ends with the connection.
    client.release(true);
  }
}

/** Notes which slots have a passage. */
function* passageRows(database: DatabaseSync, live: Set<number>): Generator<readonly (string | number)[]> {
  const marks = new MarkTable(database);
  for (const row of database.prepare(SEARCHED).iterate()) {
    const found = toFoundPassage(row, (record) => marks.withStanding(record));
    live.add(Number(row.slot));
    yield [Number(row.slot), found.passage.hash, found.passage.source, String(row.lines), JSON.stringify(found)];
  }
}

function* postingRows(
  database: DatabaseSync,
  isLive: (slot: number) => boolean,
): Generator<readonly (string | number | Buffer)[]> {
  const postings = new PostingTable(database);
  for (const row of database.prepare("SELECT profile FROM totals").all()) {
    // The column holds a profile: it was written from one.
    const profile = String(row.profile) as RankingProfile;
    for (const { stem, by, bytes } of postings.all(profile, isLive)) yield [profile, stem, by, Buffer.from(bytes)];
  }
}

/** In the order in which the store itself gives them. */
function* subjectRows(database: DatabaseSync): Generator<readonly (string | number)[]> {
  let number = 0;
  for (const names of subjectGroups(database)) yield [number++, JSON.stringify(names)];
}

function* meaningRows(database: DatabaseSync): Generator<readonly (string | Buffer)[]> {
  // The column holds bytes: it was written from them.
  for (const { profile, stems, vectors } of database.prepare("SELECT profile, stems, vectors FROM meaning").all())
    yield [String(profile), String(stems), Buffer.from(vectors as Uint8Array)];
}

/** `totals` as the store keeps them, so that means are reckoned alike. */
function headingRow(database: DatabaseSync, { form, sources }: Heading): readonly string[] {
  const totals = database.prepare("SELECT profile, passages, title, subjects, body FROM totals").all();
  return [randomUUID(), form, JSON.stringify(totals), JSON.stringify(sources)];
}
