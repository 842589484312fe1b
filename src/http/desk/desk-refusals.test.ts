import { beforeEach, describe, expect, test } from "vitest";
import { DESK_TOPIC, deskFiles, TestDesk } from "../../../test/fixtures/desk.ts";
import { failed } from "../../kernel/result.ts";
import { recordDiagnostics } from "../../store/record/record-diagnostics.ts";

const PAGE = `/desk/${DESK_TOPIC}`;
let desk: TestDesk;

beforeEach(async () => {
  desk = await TestDesk.open();
});

const entries = async () => (await desk.record.entries()).length;

describe("a form that comes from elsewhere", () => {
  test.each([
    ["another site, as the browser says", { "sec-fetch-site": "cross-site" }],
    ["another site on the same domain", { "sec-fetch-site": "same-site" }],
    ["another origin, from an older browser", { "sec-fetch-site": "", origin: "https://evil.example" }],
  ])("%s is refused and nothing is recorded", async (_name, headers) => {
    await desk.underReview();
    const before = await entries();
    const sent = { hash: await desk.hash, reason: "forged" };
    expect((await desk.post("edith", `${PAGE}/request-changes`, sent, headers)).status).toBe(403);
    expect(await entries()).toBe(before);
  });

  test("a sender that does not say where it comes from is refused too", async () => {
    const response = await desk.post("ann", "/desk/board/admit-person", { person: "x" }, { "sec-fetch-site": "" });
    expect(response.status).toBe(403);
  });
});

describe("a record that", () => {
  test.each([
    ["may only be read", recordDiagnostics.report("record-read-only", {}), "Nothing was recorded: "],
    ["another program holds", recordDiagnostics.report("record-busy", {}), "Nothing was recorded: "],
    [
      "was lost in the moment of writing",
      recordDiagnostics.report("record-outcome-unknown", { reason: "connection reset" }),
      "Whether this was recorded is not known: ",
    ],
  ])("%s is said to be that, with what was typed", async (_name, diagnostic, heading) => {
    await desk.underReview();
    desk.record.act = async () => failed(diagnostic);
    const sent = { hash: await desk.hash, reason: "keep my words" };
    const { status, html } = await desk.post("edith", `${PAGE}/request-changes`, sent);
    expect(status).toBe(503);
    expect(html).toContain(heading);
    expect(html).toContain("<blockquote>keep my words</blockquote>");
  });
});

describe("what the record refuses", () => {
  test("an agent named in the form is no agent: the session alone says who acts", async () => {
    await desk.underReview();
    const reply = await desk.post("will", `${PAGE}/approve`, { hash: await desk.hash, agent: "edith" });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain("agent cannot be recorded");
    expect((await desk.post("will", `${PAGE}/approve`, { hash: await desk.hash })).status).toBe(403);
  });

  test("a topic named in the form cannot be another than that of the page", async () => {
    await desk.underReview();
    const reply = await desk.post("edith", "/desk/elsewhere/approve", { hash: await desk.hash });
    expect(reply.status).toBe(404);
  });

  test("a role that was taken away between page and form no longer counts", async () => {
    await desk.underReview();
    expect((await desk.get("edith", PAGE)).html).toContain(`action="${PAGE}/request-changes"`);
    await desk.must("ann", "assign-roles", { person: "edith", roles: ["librarian"] });
    const reply = await desk.post("edith", `${PAGE}/request-changes`, {
      hash: await desk.hash,
      reason: "keep my words",
    });
    expect(reply.status).toBe(403);
    expect(reply.text).toContain("edith may not request changes");
    expect(reply.html).toContain("<blockquote>keep my words</blockquote>");
  });

  test("a declared conflict bars from signing, and the page says whose words say so", async () => {
    await desk.underReview();
    await desk.act("cleo", "declare-interest", {
      topic: DESK_TOPIC,
      words: "paid by the maker",
      conflict: "yes",
    });
    for (const source of ["lee-2021", "smith-2020"]) await desk.act("cleo", "open-citation", { source });
    const reply = await desk.post("cleo", `${PAGE}/sign`, { hash: await desk.hash, capacity: "clinical" });
    expect(reply.status).toBe(422);
    expect(reply.html).toContain("has declared a conflict of interest: paid by the maker");
  });

  test("whether an interest is a conflict is never guessed", async () => {
    const reply = await desk.post("cleo", `${PAGE}/declare-interest`, { topic: "all", words: "shares" });
    expect(reply.status).toBe(422);
    expect(reply.text).toContain("conflict cannot be recorded");
  });

  test("a text edited meanwhile: nothing is recorded, what changed is told, what was typed stays in the form", async () => {
    await desk.underReview();
    const stale = await desk.hash;
    desk.restart(deskFiles("\nThe other leg too. [@lee-2021]{#other}\n"));
    await desk.underReview();
    const before = await entries();
    const reply = await desk.post("cleo", `${PAGE}/comment`, { hash: stale, text: "See the second sentence." });
    expect(reply.status).toBe(409);
    expect(reply.text).toContain("is not the text of leg that is under review");
    expect(reply.html).toMatch(/What has changed since the text that you had before you.*<code>other<\/code>/s);
    expect(reply.html).toMatch(/<textarea[^>]*>See the second sentence\.<\/textarea>/);
    expect(reply.html).toContain(`name="hash" value="${await desk.hash}"`);
    expect(await entries()).toBe(before);
  });

  test("of two approvals at once one is recorded, and the other is told where the text stands", async () => {
    await (await (await desk.underReview()).signedBy("cleo", "clinical")).signedBy("max", "methods");
    const hash = await desk.hash;
    const replies = await Promise.all(
      ["edith", "emil"].map((editor) => desk.post(editor, `${PAGE}/approve`, { hash })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(replies.find(({ status }) => status === 409)?.text).toContain("leg stands at approved");
    expect((await desk.record.entries()).filter(({ activity }) => activity === "approve")).toHaveLength(1);
  });

  test("a form that is sent again records nothing again: a signature, an approval, a publication stand once", async () => {
    await (await desk.underReview()).signedBy("cleo", "clinical");
    const hash = await desk.hash;
    const again = async (person: string, act: string, more = {}) =>
      (await desk.post(person, `${PAGE}/${act}`, { hash, ...more })).status;
    expect(await again("cleo", "sign", { capacity: "clinical" })).toBe(409);
    await desk.signedBy("max", "methods");
    for (const act of ["approve", "publish"]) {
      expect(await again("edith", act)).toBe(303);
      expect(await again("edith", act)).toBe(409);
    }
    const done = (await desk.record.entries()).map(({ activity }) => activity);
    for (const [act, times] of [
      ["sign", 2],
      ["approve", 1],
      ["publish", 1],
    ] as const)
      expect(done.filter((one) => one === act)).toHaveLength(times);
  });

  test("a fault of one field stands at that field", async () => {
    const reply = await desk.post("ann", "/desk/board/admit-person", { person: "Not A Name", name: "N", roles: "" });
    expect(reply.status).toBe(422);
    expect(reply.html).toMatch(/<p class="entry-error" id="admit-person-person-error">.*lower-case letters/s);
    expect(reply.html).toMatch(/<input id="admit-person-person"[^>]*aria-invalid="true"[^>]*value="Not A Name"/);
  });

  test("a successful act of another is not shown as one's own", async () => {
    await desk.underReview();
    const last = (await desk.record.read()).last?.sequence;
    expect((await desk.get("will", `${PAGE}?done=${last}`)).html).not.toContain('class="desk-done"');
    expect((await desk.get("edith", `${PAGE}?done=${last}`)).html).toContain('class="desk-done"');
  });
});

describe("hostile input", () => {
  test("markup in comments, reasons, names and addresses is text", async () => {
    await desk.underReview();
    const evil = `<script>alert(1)</script><img src=x onerror=alert(1)>"'</textarea>`;
    await desk.act("cleo", "comment", { text: evil });
    await desk.act("edith", "flag", { reason: evil });
    await desk.post("ann", "/desk/board/admit-person", { person: "evil", name: evil, roles: "" });
    const pages = [
      PAGE,
      "/desk",
      "/desk/board/people",
      `${PAGE}?done=<script>`,
      `/desk/board/sources/${encodeURIComponent(evil)}`,
    ];
    for (const page of pages) expect((await desk.get("edith", page)).html).not.toMatch(/<script>|<img/);
    const refused = await desk.post("will", `${PAGE}/flag`, { hash: evil, reason: evil });
    expect(refused.html).not.toMatch(/<script>|<img/);
  });

  test("hostile Markdown in a text is shown harmless, line by line and among what has changed", async () => {
    await desk.published();
    const evil = [
      "Look. [here](javascript:alert(1)) [@smith-2020]{#evil}",
      "<script>alert(1)</script><img src=x onerror=alert(1)>",
      `${"[".repeat(5_000)}${"*".repeat(5_000)}${"> ".repeat(5_000)}`,
    ].join("\n\n");
    desk.restart(deskFiles(`\n${evil}\n`));
    await desk.underReview();
    const { html, status } = await desk.get("edith", PAGE);
    expect(status).toBe(200);
    expect(html).toContain("&lt;script>alert(1)");
    expect(html).not.toMatch(/<script>alert|<img src=x|href="javascript:/);
  });

  test("a form of ten megabytes is refused unread", async () => {
    const before = await entries();
    const reply = await desk.post("ann", `${PAGE}/comment`, { text: "x".repeat(10_000_000) });
    expect(reply.status).toBe(413);
    expect(reply.html).toContain("Nothing was recorded");
    expect(await entries()).toBe(before);
  });

  test.each(["__proto__", "constructor", "sign/approve", "assign-roles", "%00", "a".repeat(5000)])(
    "there is no act %s on a topic",
    async (activity) => {
      const reply = await desk.post("ann", `${PAGE}/${activity}`, {});
      expect([404, 400]).toContain(reply.status);
    },
  );

  test("signs that turn the direction of text are refused where they stand", async () => {
    await desk.underReview();
    const reply = await desk.post("cleo", `${PAGE}/comment`, { hash: await desk.hash, text: "safe \u202e text" });
    expect(reply.status).toBe(422);
    expect(reply.html).toContain("write one paragraph of plain text");
  });
});
