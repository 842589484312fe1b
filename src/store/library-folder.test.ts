import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readLibraryFolder } from "./library-folder.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "library-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(join(root, path, ".."), { recursive: true });
  await writeFile(join(root, path), content);
}

async function codes(path = root): Promise<readonly string[]> {
  const read = await readLibraryFolder(path);
  return read.ok ? [] : read.diagnostics.map((problem) => `${problem.code} ${problem.span?.file ?? ""}`.trim());
}

describe("a folder of text files", () => {
  test("is read in the order of paths, with forward slashes, hidden files left out", async () => {
    await write("topics/b/topic.yaml", "two");
    await write("topics/a/article.md", "one µ");
    await write("sources.yaml", "three");
    await write(".git/HEAD", "\0");
    await write("topics/.DS_Store", "\0");
    const read = await readLibraryFolder(root);
    expect(read).toEqual({
      ok: true,
      value: [
        { path: "sources.yaml", text: "three" },
        { path: "topics/a/article.md", text: "one µ" },
        { path: "topics/b/topic.yaml", text: "two" },
      ],
    });
  });

  test("is followed through a link that stays inside", async () => {
    await write("a.md", "text");
    await symlink(join(root, "a.md"), join(root, "b.md"));
    expect(await codes()).toEqual([]);
  });
});

describe("what is refused, by name", () => {
  test("a folder that is not there", async () => {
    expect(await codes(join(root, "nowhere"))).toEqual(["library-folder-missing"]);
  });

  test("a path that is a file", async () => {
    await write("a.md", "text");
    expect(await codes(join(root, "a.md"))).toEqual(["library-folder-missing"]);
  });

  test("bytes that are not UTF-8, and control characters, each with its place", async () => {
    await write("bytes.md", new Uint8Array([0x61, 0xff, 0xfe]));
    await write("nul.md", "line\nwith \0 inside");
    const read = await readLibraryFolder(root);
    expect(read.ok ? [] : read.diagnostics.map(({ code, span }) => [code, span?.file, span?.line])).toEqual([
      ["file-not-text", "bytes.md", 1],
      ["file-not-text", "nul.md", 2],
    ]);
  });

  test("a file that is too large", async () => {
    await write("large.md", "x".repeat(2_000_001));
    expect(await codes()).toEqual(["file-too-large large.md"]);
  });

  test("a link out of the folder, a link to nothing and a link to a folder", async () => {
    await write("topics/a/topic.yaml", "text");
    await symlink("/etc/passwd", join(root, "out.md"));
    await symlink(join(root, "gone.md"), join(root, "broken.md"));
    await symlink(join(root, "topics"), join(root, "loop"));
    expect(await codes()).toEqual(["file-unreadable broken.md", "file-unreadable loop", "link-leaves-folder out.md"]);
  });

  test("more files than a library has", async () => {
    await Promise.all(Array.from({ length: 2_001 }, (_, n) => write(`f/${n}.md`, "x")));
    expect(await codes()).toEqual(["too-many-files"]);
  });
});
