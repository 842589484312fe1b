import { beforeEach, describe, expect, test } from "vitest";
import { DESK_TOPIC, type Reply, TestDesk } from "../../../test/fixtures/desk.ts";

const EDIT = `/desk/${DESK_TOPIC}/edit`;
let desk: TestDesk;

beforeEach(async () => {
  desk = await TestDesk.open();
  await desk.underReview();
});

const entries = async () => (await desk.record.entries()).length;
/** What a browser sends of an entry: each line break as two signs, as HTML asks. */
const sent = (text: string) => text.replaceAll("\n", "\r\n");

async function fileNow(name: string): Promise<string> {
  const kept = await desk.record.findText(await desk.hash);
  return kept?.files.find((file) => file.name === name)?.text ?? "";
}

async function edit(person: string, file: string, written: string, then: string, hash?: string): Promise<Reply> {
  return desk.post(person, EDIT, { hash: hash ?? (await desk.hash), file, written: sent(written), then });
}

describe("a file of a text at the desk", () => {
  test("stands in its entry exactly as it is kept, and is saved to a folder so too", async () => {
    for (const name of ["article.md", "../../sources.yaml"]) {
      const { html } = await desk.get("will", `${EDIT}?file=${encodeURIComponent(name)}`);
      const entry = /<textarea[^>]*>\n([^<]*)<\/textarea>/.exec(html)?.[1] ?? "";
      const read = entry.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");
      expect(read).toBe(await fileNow(name));
      const address = `/desk/${DESK_TOPIC}/file?hash=${await desk.hash}&file=${encodeURIComponent(name)}`;
      const saved = await desk.get("cleo", address);
      expect(saved.html).toBe(await fileNow(name));
      expect(saved.headers.get("content-disposition")).toContain(`filename="${name.replace("../../", "")}"`);
    }
  });

  test("sent back unchanged is the same text: nothing is drafted", async () => {
    const reply = await edit("will", "article.md", await fileNow("article.md"), "save");
    expect(reply.status).toBe(422);
    expect(reply.text).toContain("This is the text of leg that is already in force or drafted");
  });

  test("is checked in the whole of its text, each fault with its line, and nothing is recorded", async () => {
    const before = await entries();
    const reply = await edit(
      "will",
      "article.md",
      `${await fileNow("article.md")}\nNobody knows. [@no-such-source]\n`,
      "check",
    );
    expect(reply.status).toBe(200);
    expect(reply.text).toMatch(/error, line 5 .*no-such-source/);
    expect(reply.html).toContain("Nobody knows. [@no-such-source]");
    expect(await entries()).toBe(before);
  });

  test("saved makes a draft of its author, without the signatures of the text before", async () => {
    const stale = await desk.hash;
    const reply = await edit(
      "will",
      "article.md",
      `${await fileNow("article.md")}\nThe calf too. [@lee-2021]{#calf}\n`,
      "save",
    );
    expect(reply.status).toBe(303);
    expect(await desk.hash).not.toBe(stale);
    expect((await desk.record.read()).topics.get(DESK_TOPIC)?.open).toMatchObject({
      stage: "draft",
      authors: ["will"],
    });
    expect(await fileNow("article.md")).toContain("The calf too. [@lee-2021]{#calf}\n");
  });

  test("that another has drafted meanwhile is not written over, and what was typed stays", async () => {
    const stale = await desk.hash;
    const article = await fileNow("article.md");
    await edit("will", "article.md", `${article}\nFirst. [@lee-2021]{#first}\n`, "save");
    const reply = await edit("will", "article.md", `${article}\nSecond. [@lee-2021]{#second}\n`, "save", stale);
    expect(reply.status).toBe(409);
    expect(reply.html).toContain("Second. [@lee-2021]{#second}");
    expect(await fileNow("article.md")).toContain("First.");
  });
});

describe("refused", () => {
  test("who does not write may not check or save either", async () => {
    for (const then of ["check", "save"]) {
      const reply = await edit("cleo", "article.md", "## Mine {#bottom-line}\n", then);
      expect([reply.status, reply.text.includes("cleo may not draft a text")]).toEqual([403, true]);
    }
  });

  test("a file that the text does not have, by whatever name", async () => {
    for (const name of ["../../../etc/passwd", "new.yaml", "", "__proto__"]) {
      expect((await desk.get("will", `${EDIT}?file=${encodeURIComponent(name)}`)).status).toBe(404);
      expect((await edit("will", name, "x", "save")).status).toBe(404);
      const address = `/desk/${DESK_TOPIC}/file?hash=${await desk.hash}&file=${encodeURIComponent(name)}`;
      expect((await desk.get("will", address)).status).toBe(404);
    }
  });

  test("a paste of ten megabytes, unread", async () => {
    expect((await edit("will", "article.md", "x".repeat(10_000_000), "save")).status).toBe(413);
  });

  test("a topic file that multiplies itself is a fault at its place, and drafts nothing", async () => {
    const names = "abcdefghij".split("");
    const lines = names.map(
      (name, at) =>
        `${name}: &${name} [${Array(9)
          .fill(at === 0 ? "x" : `*${names[at - 1]}`)
          .join(",")}]`,
    );
    const before = await entries();
    const reply = await edit("will", "topic.yaml", `${lines.join("\n")}\n`, "save");
    expect(reply.status).toBe(422);
    expect(reply.text).toMatch(/error, line \d+/);
    expect(await entries()).toBe(before);
  });

  test("markup that was typed is text in the entry", async () => {
    const reply = await edit("will", "article.md", "</textarea><script>alert(1)</script>", "check");
    expect(reply.html).not.toContain("<script>alert");
  });
});
