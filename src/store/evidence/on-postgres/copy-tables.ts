import type { PoolClient } from "pg";

/** A table of a copy. `key` and `index` are columns. */
interface CopyTable {
  readonly columns: Readonly<Record<string, "bigint" | "integer" | "text" | "bytea">>;
  readonly key: string;
  readonly index?: string;
}

/**
 * What answering reads, and nothing else. `found` is what is shown of a passage, as JSON: of text, for JSON of the server's own takes no `\u0000`.
 */
const TABLES = {
  evidence_passage: {
    columns: { slot: "bigint", hash: "text", source: "text", lines: "text", found: "text" },
    key: "slot",
    index: "hash",
  },
  evidence_posting: {
    columns: { profile: "text", stem: "text", passages: "integer", bytes: "bytea" },
    key: "profile, stem",
  },
  evidence_subject: { columns: { number: "integer", names: "text" }, key: "number" },
  evidence_meaning: { columns: { profile: "text", stems: "text", vectors: "bytea" }, key: "profile" },
  evidence_copy: {
    columns: { id: "text", form: "text", totals: "text", sources: "text" },
    key: "id",
  },
} as const satisfies Readonly<Record<string, CopyTable>>;

export type CopyTableName = keyof typeof TABLES;

const COPY_TABLES = Object.keys(TABLES) as readonly CopyTableName[];

/** Rows and characters that one statement carries. */
const MOST_ROWS = 1_000;
const MOST_TEXT = 4_000_000;

type Value = string | number | Buffer;

/** One copy at a time is made, for as long as the connection lasts. */
export async function takeTurn(client: PoolClient): Promise<void> {
  await client.query("SELECT pg_advisory_lock(hashtextextended('wellspring evidence ' || current_schema(), 0))");
}

/** Makes the tables beside those that are read. */
export async function beginTables(client: PoolClient): Promise<void> {
  for (const table of COPY_TABLES) {
    const columns = Object.entries(TABLES[table].columns).map(([name, type]) => `${name} ${type} NOT NULL`);
    await client.query(`CREATE TABLE next_${table} (${columns.join(", ")})`);
  }
}

/** Fills one of the tables, many rows with each statement, and gives their number. */
export async function fillTable(
  client: PoolClient,
  table: CopyTableName,
  rows: Iterable<readonly Value[]>,
): Promise<number> {
  const types = Object.values(TABLES[table].columns);
  const insert = `INSERT INTO next_${table} SELECT * FROM unnest(${types.map((type, at) => `$${at + 1}::${type}[]`).join(", ")})`;
  let columns: Value[][] = types.map(() => []);
  let [text, filled] = [0, 0];
  const write = async () => {
    if (columns[0]?.length === 0) return;
    await client.query(insert, columns);
    columns = types.map(() => []);
    text = 0;
  };
  for (const row of rows) {
    for (const [at, value] of row.entries()) {
      columns[at]?.push(value);
      if (typeof value !== "number") text += value.length;
    }
    filled++;
    if ((columns[0]?.length ?? 0) >= MOST_ROWS || text >= MOST_TEXT) await write();
  }
  await write();
  return filled;
}

/** Puts the filled tables in the place of those that are read; whoever reads waits for no more than this. */
export async function swapTables(client: PoolClient): Promise<void> {
  for (const table of COPY_TABLES) {
    const { key, index }: CopyTable = TABLES[table];
    await client.query(`ALTER TABLE next_${table} ADD PRIMARY KEY (${key})`);
    if (index !== undefined) await client.query(`CREATE INDEX ON next_${table} (${index})`);
    await client.query(`ANALYZE next_${table}`);
  }
  for (const table of COPY_TABLES) {
    await client.query(`DROP TABLE IF EXISTS ${table}`);
    await client.query(`ALTER TABLE next_${table} RENAME TO ${table}`);
  }
}
