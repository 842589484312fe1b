import type { z } from "zod";
import type { EvidenceDocument } from "../evidence/corpus.ts";
import type { ReadRecord, RecordReader } from "./read-record.ts";

/** Characters of one line; a longer one is no record. */
const LONGEST_LINE = 32_000_000;

/** A reader of JSON lines of one shape. */
export function jsonLinesReader<Shape extends z.ZodType>(
  shape: Shape,
  toDocument: (record: z.output<Shape>) => EvidenceDocument,
): RecordReader {
  const read = (line: string, number: number): ReadRecord => {
    const refused = (reason: string): ReadRecord => ({ kind: "refused", place: `line ${number}`, reason });
    const value = parseJson(line);
    if (value === undefined) return refused("it is not JSON");
    const parsed = shape.safeParse(value);
    if (parsed.success) return { kind: "document", document: toDocument(parsed.data) };
    const issue = parsed.error.issues[0];
    return refused(`\`${issue?.path.join(".") ?? ""}\`: ${issue?.message ?? "not of the shape"}`);
  };
  return async function* (chunks) {
    let number = 0;
    for await (const line of linesOf(chunks)) {
      number++;
      if (line.trim() !== "") yield read(line, number);
    }
  };
}

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  /** The open line in the pieces in which it came: none is searched or copied twice. */
  let open: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const [first = "", ...more] = chunk.split("\n");
    open.push(first);
    length += first.length;
    if (length > LONGEST_LINE) throw new Error(`a line is longer than ${LONGEST_LINE} characters`);
    const last = more.pop();
    if (last === undefined) continue;
    yield open.join("");
    yield* more;
    open = [last];
    length = last.length;
  }
  yield open.join("");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
