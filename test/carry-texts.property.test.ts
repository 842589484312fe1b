import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { contentHash } from "../src/kernel/content-hash.ts";
import { parseLibrary } from "../src/library/parse-library.ts";
import type { KeptText } from "../src/review/record-port.ts";
import { gatherExport } from "../src/review/text/gather-export.ts";
import { readLibraryFolder } from "../src/store/library-folder.ts";
import { openRecord } from "../src/store/record/record-store.ts";
import { writeLibraryFolder } from "../src/store/write-library-folder.ts";
import { DESK_TOPIC, deskFiles } from "./fixtures/desk.ts";
import { callCommand } from "./support/call-command.ts";

const folder = mkdtempSync(join(tmpdir(), "wellspring-carry-"));
let made = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function newFolder(files: Readonly<Record<string, string>> = {}): string {
  const place = join(folder, `${++made}`);
  mkdirSync(place);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(place, path, ".."), { recursive: true });
    writeFileSync(join(place, path), text);
  }
  return place;
}

/** The text of the sample's topic, with words added to its article and to the shared sources. */
function textWith(article: string, sources = ""): KeptText {
  const files = deskFiles().map(({ path, text }) => {
    if (path.endsWith("article.md")) return { path, text: `${text}\n${article}` };
    return { path, text: path === "sources.yaml" ? `${text}\n# ${sources}\n` : text };
  });
  const topic = parseLibrary(files).library.topics.get(DESK_TOPIC);
  if (topic === undefined) throw new Error("the sample has its topic");
  return { topic: DESK_TOPIC, hash: topic.hash, files: topic.texts };
}

async function hashIn(place: string): Promise<string | undefined> {
  const read = await readLibraryFolder(place);
  return read.ok ? parseLibrary(read.value).library.topics.get(DESK_TOPIC)?.hash : undefined;
}

function exported(text: KeptText) {
  const gathered = gatherExport([text]);
  if (!gathered.ok) throw new Error(JSON.stringify(gathered.diagnostics));
  return gathered.value;
}

/** What a file of a library may hold: any text without control characters, with either line break. */
const written = fc
  .string({ unit: "grapheme", maxLength: 60 })
  .map((text) => text.replace(/[^\P{Cc}\n\r\t]/gu, "").replaceAll("\uFEFF", ""));

test("a text that is written out and read again has the hash that was signed, whatever its files say", async () => {
  await fc.assert(
    fc.asyncProperty(written, written, async (article, sources) => {
      const text = textWith(article, sources.replace(/[\n\r]/g, " "));
      const place = newFolder();
      expect((await writeLibraryFolder(place, exported(text), false)).ok).toBe(true);
      expect(await hashIn(place)).toBe(text.hash);
      // Once more changes nothing.
      expect(await writeLibraryFolder(place, exported(text), false)).toEqual({ ok: true, value: [] });
    }),
    { numRuns: 40 },
  );
});

describe("a folder in which somebody has worked", () => {
  test("is left alone, unless the record's text is to take its place; then other files of the topic go too", async () => {
    const text = textWith("One.");
    const mine = { "topics/leg/article.md": "mine\n", "topics/leg/tools.yaml": "tools: []\n", "notes.md": "kept" };
    const place = newFolder(mine);
    const refused = await writeLibraryFolder(place, exported(text), false);
    expect(refused).toMatchObject({ diagnostics: [{ code: "export-in-the-way" }] });
    expect(JSON.stringify(refused)).toContain("topics/leg/article.md, topics/leg/tools.yaml");
    expect(readFileSync(join(place, "topics/leg/article.md"), "utf8")).toBe("mine\n");
    expect((await writeLibraryFolder(place, exported(text), true)).ok).toBe(true);
    expect(await hashIn(place)).toBe(text.hash);
    expect(readFileSync(join(place, "notes.md"), "utf8")).toBe("kept");
  });

  test.each(["../../../../etc/passwd", "/etc/passwd", ".git/config", "a\\b", "x/../../y"])(
    "is never left: %s is refused",
    async (name) => {
      const files = [{ name, text: "x" }];
      const { value } = { value: exported({ topic: DESK_TOPIC, hash: contentHash(files), files }) };
      const done = await writeLibraryFolder(newFolder(), value, true);
      expect(done).toMatchObject({ diagnostics: [{ code: "output-unwritable" }] });
    },
  );

  test("takes no two topics that were approved on different sources", () => {
    const other = { ...textWith("", "newer"), topic: "arm" };
    expect(gatherExport([textWith(""), other])).toMatchObject({ diagnostics: [{ code: "export-shared-differs" }] });
  });
});

describe("wellspring review export and import", () => {
  const record = { file: join(folder, "record.sqlite"), clock: () => new Date("2026-03-01T12:00:00Z") };
  const review = (...args: readonly string[]) => callCommand(["review", ...args], {}, undefined, record);

  test("carry a text from a folder into the record and, once it is published, out of it unchanged", async () => {
    const from = newFolder(Object.fromEntries(deskFiles().map(({ path, text }) => [path, text])));
    const opened = await openRecord(record.file, record.clock);
    if (!opened.ok) throw new Error("the record opens");
    const act = async (agent: string, activity: Parameters<typeof opened.value.act>[0]["activity"], body: unknown) =>
      expect(await opened.value.act({ agent, activity, body }, "desk")).toMatchObject({ ok: true });
    await act("ann", "admit-person", { person: "ann", name: "Ann", roles: ["administrator"] });
    const roles = { will: "author", cleo: "clinical-reviewer", max: "methods-reviewer", edith: "editor" };
    for (const [person, role] of Object.entries(roles)) {
      await act("ann", "admit-person", { person, name: person, roles: [role] });
      await act(person, "declare-interest", { topic: "all", words: "none", conflict: false });
    }
    expect((await review("export", "leg", "--to", newFolder())).err).toContain("export-nothing-approved");
    expect((await review("import", "leg", "--from", from, "--as", "cleo")).err).toContain("review-role-missing");
    expect((await review("import", "arm", "--from", from, "--as", "will")).err).toContain("review-text-unreadable");
    const imported = await review("import", "all", "--from", from, "--as", "will");
    expect(imported).toMatchObject({ status: 0, out: expect.stringMatching(/^leg: drafted as entry 10: sha256-/) });
    expect((await review("import", "leg", "--from", from, "--as", "will")).out).toContain("the record has this text");
    const hash = (await opened.value.read()).topics.get(DESK_TOPIC)?.open?.hash ?? "";
    const named = { topic: DESK_TOPIC, hash };
    await act("will", "submit", named);
    await act("edith", "begin-review", named);
    for (const [person, capacity] of [
      ["cleo", "clinical"],
      ["max", "methods"],
    ] as const) {
      for (const source of ["lee-2021", "smith-2020"]) await act(person, "open-citation", { ...named, source });
      await act(person, "sign", { ...named, capacity });
    }
    await act("edith", "approve", named);
    await act("edith", "publish", named);
    await opened.value.close();
    const to = newFolder();
    const out = await review("export", "all", "--to", to);
    expect(out).toMatchObject({ status: 0, err: "" });
    expect(out.out).toContain(`leg lies there exactly: ${hash}`);
    expect(await hashIn(to)).toBe(hash);
    for (const { path, text } of deskFiles().filter((file) => file.path !== "subjects.yaml"))
      expect(readFileSync(join(to, path), "utf8")).toBe(text);
  });

  test.each([
    [["export", "leg"], "name a topic, or all, and a folder"],
    [["export", "--to", "x"], "name a topic, or all, and a folder"],
    [["import", "leg", "--from", "x"], "say who acts"],
  ])("%j is refused in words", async (args, said) => {
    expect(await review(...args)).toMatchObject({ status: 2, err: expect.stringContaining(said) });
  });
});
