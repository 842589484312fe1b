import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ServedBoard, type TriedServer, twoTopics } from "./served-board.ts";
import { claimsOf } from "./status-claims.ts";

const LEG = "/topics/leg";

/** What readers see of the text itself, and of its review. */
async function read({ app }: TriedServer, path = LEG) {
  const response = await app.request(path);
  const html = await response.text();
  const { words, signers } = claimsOf(html);
  const said = ["calf", "thigh", "groin"].filter((word) => html.includes(`The ${word} is scanned`));
  return { status: response.status, html, word: words[0], signers: signers.toSorted(), said };
}

const BOTH = ["cleo example", "max example"];

/** Several servers over one record, wherever it lies: each serves what the board stands behind, whatever its folder holds. One test goes on where the last one ended. */
export function servedEditionsContract(name: string, newPlace: () => string | Promise<string>): void {
  describe(`servers over one record on ${name}`, () => {
    let board: ServedBoard;
    let servers: readonly TriedServer[];
    const everywhere = () => Promise.all(servers.map((server) => read(server)));

    beforeAll(async () => {
      board = await new ServedBoard(await newPlace()).open();
      // The second one's folder does not have the topic.
      const other = twoTopics().filter(({ path }) => !path.startsWith("topics/leg/"));
      servers = [await board.serve(twoTopics("The calf is scanned.")), await board.serve(other)];
    }, 180_000);
    afterAll(() => board.close());

    test("serve their folders as Submitted while no board stands behind a text", async () => {
      const [first, second] = await everywhere();
      expect(first).toMatchObject({ status: 200, word: "Submitted", signers: [], said: ["calf"] });
      expect(second?.status).toBe(404);
    });

    test("serve an edition that another process publishes at the next request, and the reply under way keeps its own to its end", async () => {
      const [server] = servers;
      if (server === undefined) throw new Error("there are two servers");
      const begun = await server.wellspring.catchUp();
      const hash = await board.publish("leg", twoTopics("The thigh is scanned."));
      const shown = await everywhere();
      for (const page of shown) expect(page).toMatchObject({ word: "Approved", signers: BOTH, said: ["thigh"] });
      const [topic] = [...begun.library.topics.values()].filter(({ slug }) => slug === "leg");
      if (topic === undefined) throw new Error("the folder has the topic");
      expect([topic.hash === hash, begun.reviewOf(topic).status, await begun.editionsOf("leg")]).toEqual([
        false,
        "Submitted",
        [],
      ]);
      for (const { app } of servers) {
        expect(await (await app.request("/api/topics/leg")).json()).toMatchObject({
          review: { status: "Approved", hash },
        });
        const contents = await (await app.request("/offline-contents.json")).json();
        expect(contents.addresses).toContain(LEG);
      }
    });

    test("give the same page for the same request, whatever their folders hold", async () => {
      const [first, second] = await everywhere();
      expect(first?.html).toBe(second?.html);
    });

    test("put a library together only when other texts come into force", async () => {
      const [server] = servers;
      const before = await server?.wellspring.catchUp();
      await board.act("cleo", "comment", { topic: "leg", hash: before?.library.topics.get("leg")?.hash, text: "read" });
      expect((await server?.wellspring.catchUp())?.library).toBe(before?.library);
    });

    test("show a correction at once, and by themselves the edition before it when nobody ratifies it", async () => {
      await board.correct("leg", twoTopics("The groin is scanned."));
      for (const page of await everywhere())
        expect(page).toMatchObject({ word: "Under review", signers: [], said: ["groin"] });
      board.wait(73);
      for (const page of await everywhere())
        expect(page).toMatchObject({ word: "Approved", signers: BOTH, said: ["thigh"] });
    });

    test("keep two topics that stand on different registers each by its own", async () => {
      const retitled = twoTopics("The groin is scanned.").map((file) =>
        file.path === "sources.yaml"
          ? { ...file, text: file.text.replaceAll("title: A study", "title: The study read again") }
          : file,
      );
      await board.publish("leg", retitled);
      for (const server of servers) {
        const [leg, arm] = [await read(server), await read(server, "/topics/arm")];
        expect([leg.html.includes("The study read again"), leg.html.includes("A study")]).toEqual([true, false]);
        expect([arm.html.includes("The study read again"), arm.html.includes("A study")]).toEqual([false, true]);
      }
    });

    test("keep the tombstone of what was withdrawn, and nothing of its text", async () => {
      await board.act("otto", "withdraw", { topic: "leg", reason: "harm" });
      for (const page of await everywhere()) expect(page).toMatchObject({ status: 410, word: "Withdrawn", said: [] });
    });
  });
}
