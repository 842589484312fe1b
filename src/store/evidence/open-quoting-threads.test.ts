import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { LIBRARY_FOLDER } from "../../../test/real-library.ts";
import { quotesFinder } from "../../answer/quotes/find-quotes.ts";
import { KNOWN_LICENCES } from "../../evidence/licences.ts";
import { prepareDocument } from "../../search/cut-passages.ts";
import { openEvidence } from "./open-evidence.ts";
import { openQuoting } from "./open-quoting.ts";
import { openQuotingThreads } from "./open-quoting-threads.ts";

const ENTRY = join(import.meta.dirname, "quoting-worker.ts");
const folder = mkdtempSync(join(tmpdir(), "wellspring-threads-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a thread finds what is found here and sees what is seen here, also of what is imported while it runs", async () => {
  const opened = await openEvidence(LIBRARY_FOLDER, folder);
  if (!opened.ok) throw new Error("the store cannot be opened");
  const { store } = opened.value;
  const kind = { title: "S", kind: "markdown", profile: "literature", imported: "2026-01-02", released: true } as const;
  store.openSource({ id: "s", ...kind, licence: KNOWN_LICENCES["CC0-1.0"] });
  const put = (key: string, text: string) => {
    const record = { type: "study", language: "en", identifiers: {}, status: "current", subjects: [] } as const;
    const document = { ...record, key, title: "Zimtol in croup", sections: [{ headings: [], text }] };
    store.storeBatch("s", [{ kind: "document", ...prepareDocument("s", document) }]);
  };
  put("one", "Zimtol helps children in croup within two hours of being given.");
  const quoting = await openQuoting(LIBRARY_FOLDER, opened.value);
  if (!quoting.ok) throw new Error("there is nothing to quote with");
  const here = quotesFinder(quoting.value);
  const { findQuotes: there, look } = openQuotingThreads(ENTRY, { libraryFolder: LIBRARY_FOLDER, place: folder }, 1);
  const question = "Does zimtol help in croup?";
  expect(await there(question)).toEqual(await here(question));
  put("two", "Zimtol did not help children in croup at night when it was given late.");
  const after = await there(question);
  expect(after).toEqual(await here(question));
  expect(after.chosen?.quotes.map(({ found }) => found.passage.document).sort()).toEqual(["one", "two"]);
  expect(await look()).toEqual(store.look());
  store.setState("s", "quarantined");
  expect((await look()).sources).toMatchObject([{ state: "quarantined", documents: 2 }]);
  store.close();
});

test("where a thread cannot read, what it was asked fails with the reason, and nothing waits for ever", async () => {
  const there = openQuotingThreads(ENTRY, { libraryFolder: LIBRARY_FOLDER, place: join(folder, "nowhere") }, 1);
  const asked = await Promise.allSettled([there.findQuotes("one"), there.findQuotes("two"), there.look()]);
  for (const one of asked) {
    expect(one.status).toBe("rejected");
    expect(one.status === "rejected" && String(one.reason)).toContain("cannot be opened");
  }
});
