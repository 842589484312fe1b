import { beforeEach, describe, expect, test } from "vitest";
import { DESK_TOPIC, deskFiles, type Reply, TestDesk } from "../../../test/fixtures/desk.ts";
import { pathwayText, withWords } from "../../pathway/testing/small-pathway.ts";

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

interface Besides {
  readonly hash?: string;
  readonly patient?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function edit(
  person: string | undefined,
  file: string,
  written: string,
  then: string,
  { hash, headers, ...besides }: Besides = {},
): Promise<Reply> {
  const fields = { hash: hash ?? (await desk.hash), file, written: sent(written), then, ...besides };
  return desk.post(person, EDIT, fields, headers);
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
});

describe("what comes of an edit", () => {
  test("is given alone to the editor of the page, and records nothing", async () => {
    const before = await entries();
    const written = `${await fileNow("article.md")}\nNobody knows. [@no-such-source]\n`;
    const headers = { "wellspring-part": "results" };
    const { status, html } = await edit("will", "article.md", written, "check", { headers });
    expect([status, html.includes("<form")]).toEqual([200, false]);
    const [, at, length] = /data-severity="error" data-at="(\d+)" data-length="(\d+)"/.exec(html) ?? [];
    expect(written.slice(Number(at), Number(at) + Number(length))).toContain("no-such-source");
    expect(await entries()).toBe(before);
  });

  test("leads from each problem to its page, and from there to no file of the server", async () => {
    const reply = await edit("will", "article.md", "Nobody knows.\n", "check");
    const page = /href="(\/desk\/board\/diagnostics\/[a-z-]+)"/.exec(reply.html)?.[1] ?? "";
    const { status, text } = await desk.get("will", page);
    expect([status, text.includes("Avoid"), text.includes("Why")]).toEqual([200, true, true]);
    for (const name of ["no-such-code", "..%2F..%2FREADME", "%2e%2e", "__proto__"])
      expect((await desk.get("will", `/desk/board/diagnostics/${name}`)).status).toBe(404);
  });

  test("is shown as a reader would see it: an unapproved draft, what it says otherwise marked, and saved nowhere", async () => {
    const [before, hash] = [await entries(), await desk.hash];
    const written = `${await fileNow("article.md")}\nThe calf too. [@lee-2021]{#calf}\n`;
    const reply = await edit("will", "article.md", written, "preview");
    expect(reply.text).toContain("An unapproved draft, not saved.");
    expect(reply.html).toMatch(
      /statement-changed"><span class="visually-hidden">changed: <\/span><span[^>]*>The calf too\./,
    );
    expect(reply.html.match(/statement-changed/g)).toHaveLength(1);
    expect(reply.headers.get("x-robots-tag")).toBe("noindex");
    expect([await entries(), await desk.hash]).toEqual([before, hash]);
    expect((await desk.get("will", `/topics/${DESK_TOPIC}`)).text).not.toContain("The calf too.");
  });

  test("markup and orders to a browser in a previewed file are words", async () => {
    const topic = (await fileNow("topic.yaml")).replace(/^title: .*/m, "title: <script>alert(1)</script>");
    const reply = await edit("will", "topic.yaml", topic, "preview");
    expect([reply.html.includes("<script>alert"), reply.html.includes("&lt;script>alert")]).toEqual([false, true]);
  });

  test("that another was faster than is both texts side by side, and what was written stays in the entry", async () => {
    const [stale, article] = [await desk.hash, await fileNow("article.md")];
    await edit("will", "article.md", `${article}\nTheirs. [@lee-2021]{#theirs}\n`, "save");
    const reply = await edit("will", "article.md", `${article}\nMine. [@lee-2021]{#mine}\n`, "save", { hash: stale });
    expect(reply.status).toBe(409);
    expect(reply.html).toMatch(/id="written"[^>]*>[^<]*Mine\. /);
    expect(reply.html).toMatch(/id="theirs"[^>]*>[^<]*Theirs\. /);
    expect(reply.html).toContain('class="diff-removed"');
    expect(reply.html).toContain(`name="hash" value="${await desk.hash}"`);
    expect(await fileNow("article.md")).toContain("Theirs.");
  });

  test("sent after the session has ended comes back to its sender, and signing in leads to the same file", async () => {
    const reply = await edit(undefined, "article.md", "Not <lost>.", "save");
    expect([reply.status, reply.html.includes("Not &lt;lost>.")]).toEqual([401, true]);
    const next = encodeURIComponent(`${EDIT}?file=article.md`);
    expect(reply.html).toContain(`/account/sign-in?next=${next}`);
    expect((await desk.get(undefined, `${EDIT}?file=article.md`)).location).toBe(`/account/sign-in?next=${next}`);
  });
});

test("a patient whom a changed pathway gives no advice is drawn in the draft, and opened in the pathway that readers have", async () => {
  const pathway = { path: `topics/${DESK_TOPIC}/pathway.yaml`, text: pathwayText() };
  desk = await TestDesk.open([...deskFiles(), pathway]);
  const shown = await desk.get("will", `${EDIT}?file=pathway.yaml`);
  const hash = /name="hash" value="([^"]+)"/.exec(shown.html)?.[1] ?? "";
  const written = withWords("stages", "when: points.level = 'high'", "when: points.level = 'high' and swollen");
  const checked = await edit("will", "pathway.yaml", written, "check", { hash });
  const patient =
    /decision-gap<\/code> means<\/a><button[^>]*name="patient" value="(\d+)"/.exec(checked.html)?.[1] ?? "";
  const inForce = /href="(\/topics\/leg\/pathway\?[^"]*)"/.exec(checked.html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect(inForce).toContain("swollen=no&tender=yes&explained=no");
  const drawn = await edit("will", "pathway.yaml", written, "", { hash, patient });
  expect(drawn.text).toContain("The way of a patient: No rule can hold for this patient");
  expect(drawn.text).toContain("All stages, with this patient’s way");
  expect(drawn.text).toContain("Compared with the text as it was before this edit.");
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
