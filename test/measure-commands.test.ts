import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { callCommand } from "./support/call-command.ts";

const folder = mkdtempSync(join(tmpdir(), "wellspring-measure-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A set of documents, questions and judgements as a folder. Its words are made up. */
function writeSet(name: string, files: Readonly<Record<string, readonly object[]>>): string {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, lines] of Object.entries(files))
    writeFileSync(join(path, file), gzipSync(lines.map((line) => JSON.stringify(line)).join("\n")));
  return path;
}

const things = ["zimtol", "arnikol", "bexin", "corvan", "dulmar", "erbesol", "fenlox", "gastrin", "hulvex", "ibrunal"];
const claims = writeSet("claims", {
  "corpus.jsonl.gz": things.map((thing, at) => ({
    id: `${at}`,
    title: `A trial of ${thing}`,
    sentences: [
      `We aimed to test ${thing} for croup in town ${at}.`,
      `Treatment with ${thing} significantly reduced croup (p = 0.0${at}).`,
    ],
  })),
  "claims.jsonl.gz": things.map((thing, at) => ({
    id: `c${at}`,
    claim: `Treatment with ${thing} reduces croup.`,
    relevant: [`${at}`],
    evidence: [{ doc: `${at}`, label: "SUPPORT", sentences: [1] }],
  })),
});
const reports = writeSet("reports", {
  "articles.jsonl.gz": things.map((thing, at) => ({
    pmcid: `PMC${at}`,
    title: `Walking with ${thing}`,
    text: `TITLE:\nWalking\n\nBODY.METHODS:\nWalkers were randomly assigned to ${thing} or bread.\n\nBODY.RESULTS:\nWalking speed was significantly higher with ${thing} than with bread.\n`,
    prompts: [
      {
        outcome: "walking speed",
        intervention: thing,
        comparator: "bread",
        evidence: [{ text: `Walking speed was significantly higher with ${thing} than with bread.` }],
      },
    ],
  })),
});

test("the judged sentence is found over all documents, and inside the one that is asked about", async () => {
  for (const path of [claims, reports]) {
    const { status, out } = await callCommand(["eval", "evidence", path, "--json"]);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ questions: things.length, hits: [{ depth: 1, share: 1 }, {}, {}] });
  }
});

test("every quote stands word for word in the file, and quotes are held against the judged texts", async () => {
  const { status, out } = await callCommand(["eval", "quotes", claims]);
  expect(status).toBe(0);
  expect(out).toMatch(/word for word in the document as its file has it: (\d+) of \1\n/);
  expect(out).toContain("questions with a quote inside a judged text: 1.000");
});

test("questions that are answered are told from the same with the answer taken away, and from other sets' questions", async () => {
  const { status, out } = await callCommand(["eval", "abstain", claims, reports, "--json"]);
  expect(status).toBe(0);
  const { answerable, rows } = JSON.parse(out);
  expect(rows).toHaveLength(4);
  for (const { answered, unanswered } of rows) expect([answered, unanswered]).toEqual([10, 10]);
  expect(answerable.calibration).toHaveLength(10);
  const text = (await callCommand(["eval", "abstain", claims, reports])).out;
  expect(text).toContain("foreign: refused 100.0 % (100.0 % to 100.0 %) of 10");
});

test("a call that is not understood says how it is meant; a folder that is no set is told", async () => {
  expect((await callCommand(["eval", "abstain", claims])).status).toBe(2);
  expect((await callCommand(["eval", "evidence"])).status).toBe(2);
  expect((await callCommand(["eval", "quotes", claims, "more"])).status).toBe(2);
  expect((await callCommand(["eval", "quotes", join(folder, "none")])).err).toContain("no set of documents");
});
