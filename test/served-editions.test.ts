import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ServedBoard, type TriedServer, twoTopics } from "./support/served-board.ts";
import { servedEditionsContract } from "./support/served-editions.contract.ts";

const folder = mkdtempSync(join(tmpdir(), "wellspring-served-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

servedEditionsContract("SQLite", () => join(folder, "board.sqlite"));

describe("an edition in force whose files in the record are not the ones that were signed", () => {
  const file = join(folder, "altered.sqlite");
  let board: ServedBoard;
  let server: TriedServer;

  beforeAll(async () => {
    board = await new ServedBoard(file).open();
    server = await board.serve(twoTopics("The calf is scanned."));
    // A record that was altered before is not opened at all.
    await board.publish("leg", twoTopics("The thigh is scanned."));
    const raw = new DatabaseSync(file);
    for (const { name } of raw.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all())
      raw.exec(`DROP TRIGGER ${name}`);
    raw.exec("UPDATE content SET text = replace(text, 'The thigh is', 'The thigh need not be')");
    raw.close();
  }, 180_000);
  afterAll(() => board.close());

  const get = async (path: string) => {
    const response = await server.app.request(path);
    return { status: response.status, text: await response.text() };
  };

  test.each(["", "?reader=patient", "/editions"])(
    "shows neither them nor the folder's text at its address%s, and says so",
    async (part) => {
      const { status, text } = await get(`/topics/leg${part}`);
      expect([status, text.includes("stands behind edition 1")]).toEqual([503, true]);
      expect(text).not.toMatch(/need not be|The calf is|Approved/);
    },
  );

  test("is told to programs as a problem, and is in no list, feed entry or bundle as a text", async () => {
    const reply = await get("/api/topics/leg");
    expect([reply.status, JSON.parse(reply.text)]).toMatchObject([
      503,
      { type: "urn:wellspring:problem:topic-withheld" },
    ]);
    expect(JSON.parse((await get("/api/topics")).text).topics.map(({ slug }: { slug: string }) => slug)).toEqual([
      "arm",
    ]);
    expect((await get("/offline-contents.json")).text).not.toContain("/topics/leg");
    expect((await get("/feed.atom")).text).not.toContain("need not be");
  });

  test("is not answered from: the question is refused as one about a topic that does not hold here", async () => {
    const now = await server.wellspring.catchUp();
    const answer = now.ask({ question: "Which scan?" });
    expect(answer.ok && answer.value.refusal?.reason).toBe("not-in-force");
  });

  test("is told to whoever runs the server, once", async () => {
    await server.wellspring.catchUp();
    expect(server.told.map(({ code }) => code)).toEqual(["review-text-withheld"]);
    expect(server.told[0]?.message).toContain("its files are not the ones that its hash was taken of");
  });
});
