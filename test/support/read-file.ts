import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EvidenceDocument } from "../../src/evidence/corpus.ts";
import type { TextOrBytes } from "../../src/evidence/evidence-port.ts";
import { getImportKind } from "../../src/ingest/import-kinds.ts";
import type { ReadItem } from "../../src/ingest/read-items.ts";
import type { ReadRecord } from "../../src/ingest/read-record.ts";
import { parseTrustRules, type TrustRules } from "../../src/ingest/trust/trust-rules.ts";
import { linesAt } from "../../src/search/line-writer.ts";

/** The rules that ship. */
export function shippedTrustRules(): TrustRules {
  const file = join(import.meta.dirname, "..", "..", "library", "trust-rules.yaml");
  const parsed = parseTrustRules(file, readFileSync(file, "utf8"));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.value.value;
}

/** The records that a kind of import reads of a file's content. */
export async function readAs(
  kind: string,
  content: string | Uint8Array,
  name = "file",
): Promise<readonly ReadRecord[]> {
  return gather(getImportKind(kind).read({ name, bytes: inOnePiece(content) }));
}

/** The document that a kind of import reads of a file with one record. Throws with the reason when it is refused. */
export async function readOne(kind: string, content: string | Uint8Array, name?: string): Promise<EvidenceDocument> {
  const [record, ...more] = await readAs(kind, content, name);
  if (record?.kind === "refused") throw new Error(record.reason);
  if (record?.kind !== "document" || more.length > 0) throw new Error("it holds more than one document, or none");
  return record.document;
}

/** All that comes, in order. */
export async function gather<T>(values: AsyncIterable<T>): Promise<readonly T[]> {
  const gathered: T[] = [];
  for await (const value of values) gathered.push(value);
  return gathered;
}

/** An item of a file with all that it holds. */
interface OpenItem {
  readonly kind: string;
  readonly key?: string;
  readonly reason?: string;
}

/** All items of a file, in order, taken apart, with the terms of passages as text. */
export async function gatherItems(items: AsyncIterable<ReadItem>): Promise<readonly OpenItem[]> {
  return (await gather(items)).map((item) => {
    if (item.kind !== "document") return item;
    const { prepared, ...told } = item;
    const { terms, record, passages, ...rest } = prepared();
    return {
      ...told,
      ...rest,
      document: JSON.parse(toText(record)),
      passages: passages.map(({ headings, text, ...passage }, ordinal) => ({
        ...passage,
        ordinal,
        headings: JSON.parse(headings),
        text: toText(text),
      })),
      lines: terms?.ends.map((_, at) => Buffer.from(linesAt(terms, at)).toString()),
      by: terms?.analyser,
    };
  });
}

const toText = (text: TextOrBytes): string => (typeof text === "string" ? text : Buffer.from(text).toString());

async function* inOnePiece(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof content === "string" ? Buffer.from(content) : content;
}
