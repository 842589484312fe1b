import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { readRetractionWatch } from "./read-retraction-watch.ts";

const folder = mkdtempSync(join(tmpdir(), "wellspring-retractions-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEAD = "Record ID,Title,RetractionDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason";
let files = 0;
async function read(content: string | Uint8Array) {
  const path = join(folder, `${files++}.csv`);
  writeFileSync(path, content);
  const list = await readRetractionWatch(path);
  return list.ok ? list.value : list.diagnostics.map(({ code, help }) => `${code}: ${help}`);
}
const rows = (...lines: readonly string[]) => `${[HEAD, ...lines].join("\n")}\n`;

test("a retraction marks PMID and DOI, with its day and reasons; quoted fields may hold commas and lines", async () => {
  const list = await read(
    rows('1,"A title, with\na line",2/8/2019 0:00,https://doi.org/10.1000/ABC,123,Retraction,+Error in Data;+Notice;'),
  );
  const reason = "Retraction Watch: retraction, 2019-02-08, Error in Data; Notice";
  const mark = { status: "retracted", date: "2019-02-08", reason };
  expect(list).toEqual({
    records: 1,
    unidentified: 0,
    marks: [
      { by: "pmid", value: "123", ...mark },
      { by: "doi", value: "10.1000/abc", ...mark },
    ],
  });
});

test("the worst of several records counts, in whatever order they stand, until a later one reinstates", async () => {
  const statusAfter = async (...lines: readonly string[]) => {
    const list = await read(rows(...lines));
    return "marks" in list ? list.marks.map(({ status }) => status) : list;
  };
  const record = (date: string, nature: string) => `1,T,${date} 0:00,unavailable,7,${nature},`;
  const [concern, retraction] = [record("1/1/2015", "Expression of concern"), record("1/1/2016", "Retraction")];
  const correction = record("1/1/2018", "Correction");
  expect(await statusAfter(concern, retraction, correction)).toEqual(["retracted"]);
  expect(await statusAfter(correction, retraction, concern)).toEqual(["retracted"]);
  expect(await statusAfter(record("1/1/2017", "Reinstatement"), retraction, concern)).toEqual(["current"]);
  expect(await statusAfter(record("1/1/2014", "Reinstatement"), retraction)).toEqual(["retracted"]);
});

test("a record without an identifier is counted and marks nothing", async () => {
  expect(await read(rows("1,T,1/1/2015 0:00,unavailable,0,Retraction,", "2,T,,,,Retraction,"))).toEqual({
    records: 2,
    unidentified: 2,
    marks: [],
  });
});

test("gzip is read as well, and a byte order mark does not hide the first column", async () => {
  const text = `\uFEFF${rows("1,T,1/1/2015 0:00,,9,Retraction,")}`;
  expect(await read(gzipSync(text))).toMatchObject({ records: 1, marks: [{ value: "9" }] });
});

test.each([
  ["nothing", ""],
  ["a head alone", rows()],
  ["another table", "a,b\n1,2\n"],
  ["an unknown nature", rows("1,T,1/1/2015 0:00,,9,Vanished,")],
  ["a row that is too short", rows("1,T")],
  ["a quotation mark that never closes", rows('1,"T,1/1/2015 0:00,,9,Retraction,')],
  ["bytes that are no text", new Uint8Array([0xff, 0xfe, 0, 1])],
])("%s is no list: nothing of it is taken", async (_what, content) => {
  expect(await read(content)).toEqual([expect.stringContaining("retraction-list-unreadable")]);
});

test("a file that is not there is told, not thrown", async () => {
  expect((await readRetractionWatch(join(folder, "missing.csv"))).ok).toBe(false);
});

test("whatever text a file holds, it is a list or it is refused", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: fc.constantFrom(",", '"', "\n", "a", "\r", "1", "\u0000") }), async (text) => {
      expect(await read(rows(text))).toBeDefined();
    }),
    { numRuns: 30 },
  );
});
