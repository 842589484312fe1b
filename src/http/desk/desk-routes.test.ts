import { beforeEach, describe, expect, test } from "vitest";
import { DESK_TOPIC, deskFiles, TestDesk } from "../../../test/fixtures/desk.ts";

const PAGE = `/desk/${DESK_TOPIC}`;
let desk: TestDesk;

beforeEach(async () => {
  desk = await TestDesk.open();
});

describe("who may come to the desk", () => {
  test.each(["/desk", PAGE, "/desk/board/people", `${PAGE}/sources/smith-2020`])(
    "nobody sees %s before they have signed in, and they come back to it",
    async (path) => {
      const reply = await desk.get(undefined, path);
      expect([reply.status, reply.location]).toEqual([303, `/account/sign-in?next=${encodeURIComponent(path)}`]);
      expect(reply.html).toBe("");
    },
  );

  test("whoever holds no role on the board is told so and sees nothing", async () => {
    for (const person of ["rita", "a-stranger"]) {
      const reply = await desk.get(person, PAGE);
      expect(reply.status).toBe(403);
      expect(reply.html).toContain("hold no role on the board");
      expect(reply.html).not.toContain("sha256-");
    }
  });

  test("every page of the desk has a way out", async () => {
    for (const path of [
      "/desk",
      PAGE,
      "/desk/board/questions",
      "/desk/board/sources",
      "/desk/board/evidence",
      "/desk/board/people",
    ])
      expect((await desk.get("will", path)).html).toContain('action="/account/sign-out"');
  });

  test("pages of the desk are kept nowhere and found by no search engine", async () => {
    const { headers, html } = await desk.get("will", "/desk");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-robots-tag")).toBe("noindex");
    expect(html).toContain('<meta name="robots" content="noindex"');
  });
});

describe("one text through review", () => {
  test("drafted, submitted, reviewed, signed by two, approved and published, each step from the form on the page", async () => {
    await desk.published();
    const record = await desk.record.read();
    expect(record.topics.get(DESK_TOPIC)?.editions).toMatchObject([{ number: 1, signatures: [{}, {}] }]);
    expect((await desk.record.entries()).filter(({ door }) => door === "desk").map(({ activity }) => activity)).toEqual(
      expect.arrayContaining(["draft", "submit", "begin-review", "open-citation", "sign", "approve", "publish"]),
    );
  });

  test("the draft's files are kept, so that the next one can be compared with it line by line", async () => {
    await desk.published();
    desk.restart(deskFiles("\nScan the calf <b>twice</b>. [@lee-2021]{#twice}\n"));
    await desk.underReview();
    const { html } = await desk.get("cleo", PAGE);
    expect(html).toContain("Compared with edition 1");
    expect(html).toMatch(/<strong>Added<\/strong> <code>twice<\/code>/);
    expect(html).toMatch(/<tr class="diff-added">.*<span class="visually-hidden">added: <\/span>/);
    expect(html).not.toContain("<b>twice</b>");
  });

  test("the text under work is read as its readers would meet it, what differs from the edition in force marked", async () => {
    await desk.published();
    desk.restart(deskFiles("\nThe calf too. [@lee-2021]{#calf}\n"));
    await desk.underReview();
    const { html, text } = await desk.get("cleo", `${PAGE}/read`);
    expect(text).toContain("A text under work, which is not in force");
    expect(
      html.match(/statement-changed"><span class="visually-hidden">changed: <\/span><span[^>]*>The calf too\./g),
    ).toHaveLength(1);
    expect((await desk.get("cleo", `${PAGE}/read?part=patient`)).status).toBe(200);
    for (const part of ["pathway", "student", "__proto__"])
      expect((await desk.get("cleo", `${PAGE}/read?part=${part}`)).status).toBe(404);
  });

  test("to open a citation is recorded, and shows the publication and what leans on it", async () => {
    await desk.underReview();
    const sent = { hash: await desk.hash, source: "smith-2020" };
    const { location } = await desk.post("cleo", `${PAGE}/open-citation`, sent);
    const { html } = await desk.get("cleo", location);
    expect(html).toContain("A study");
    expect(html).toContain("Scan the whole leg");
    expect(html).toContain("It stands in the log that you have opened this citation.");
    expect((await desk.get("cleo", PAGE)).html).toContain("You have opened 1 of 2");
  });

  test("what is theirs and not yet possible is shown with the reason, and its button cannot be pressed", async () => {
    await desk.underReview();
    const { html } = await desk.get("cleo", PAGE);
    expect(html).toMatch(/has not opened: lee-2021, smith-2020/);
    expect(html).toMatch(/<button type="button" class="button" disabled>Sign<\/button>/);
    expect(html).not.toContain(`action="${PAGE}/sign"`);
  });

  test("a signature shows exactly the text it is for, and asks in which capacity", async () => {
    await (await desk.underReview()).signedBy("max", "methods");
    await desk.act("cleo", "declare-interest", { topic: "all", words: "none", conflict: "no" });
    for (const source of ["lee-2021", "smith-2020"]) await desk.act("cleo", "open-citation", { source });
    const { html } = await desk.get("cleo", PAGE);
    const form = /<form[^>]*action="\/desk\/leg\/sign".*?<\/form>/s.exec(html)?.[0];
    expect(form).toContain(`For exactly this text: <code>${await desk.hash}</code>`);
    expect(form).toContain('name="capacity" value="clinical"');
  });

  test("whoever has not just shown who they are is asked to before they sign, on the page and at the door", async () => {
    await (await desk.underReview()).signedBy("max", "methods");
    await desk.act("cleo", "declare-interest", { topic: "all", words: "none", conflict: "no" });
    for (const source of ["lee-2021", "smith-2020"]) await desk.act("cleo", "open-citation", { source });
    const again = `/account/sign-in/again?next=${encodeURIComponent(PAGE)}`;
    expect((await desk.get("cleo", PAGE, false)).html).toContain(again);
    const reply = await desk.post(
      "cleo",
      `${PAGE}/sign`,
      { hash: await desk.hash, capacity: "clinical" },
      { "x-fresh": "no" },
    );
    expect([reply.status, reply.location]).toEqual([303, again]);
  });

  test("a reply stands below the comment it answers", async () => {
    await desk.underReview();
    await desk.act("cleo", "comment", { text: "Which veins\r\nare meant?" });
    const entry = String((await desk.record.read()).last?.sequence);
    await desk.act("will", "comment", { text: "All of them.", replyTo: entry });
    const { html } = await desk.get("max", PAGE);
    expect(html).toMatch(/Which veins are meant\?<\/p><ul><li id="comment-\d+">.*All of them\./s);
  });

  test("who is not signed in loses no page: a form brings them to sign in and back", async () => {
    const reply = await desk.post(undefined, `${PAGE}/comment`, { text: "x" });
    expect([reply.status, reply.location]).toEqual([303, `/account/sign-in?next=${encodeURIComponent(PAGE)}`]);
  });
});

describe("the queue", () => {
  test("shows what waits in which state, and what the person who looks could do", async () => {
    expect((await desk.get("will", "/desk")).html).toContain("In the library and not drafted");
    await desk.underReview();
    const editor = (await desk.get("edith", "/desk")).html;
    expect(editor).toMatch(/Under review.*lacks 1 clinical signature, 1 methods signature/s);
    expect(editor).toMatch(/You can: <a[^>]*>Request changes/);
    expect(editor).toMatch(/not yet possible: <a[^>]*>Approve/);
    expect((await desk.get("libby", "/desk")).html).not.toContain("You can:");
  });

  test("shows a correction with the hour until which it must be ratified", async () => {
    await desk.published();
    desk.restart(deskFiles("\nAnd the other leg. [@lee-2021]{#other}\n"));
    const hash = /name="hash" value="([^"]+)"/.exec((await desk.get("otto", PAGE)).html)?.[1] ?? "";
    await desk.act("otto", "correct", { hash, reason: "a dose was wrong" });
    const { html } = await desk.get("edith", "/desk");
    expect(html).toMatch(/Emergency corrections to be ratified.*4 January 2026, 00:00 UTC.*a dose was wrong/s);
  });

  test("shows what is due, then expired, once time has passed", async () => {
    await desk.published();
    desk.wait(366);
    expect((await desk.get("cleo", "/desk")).html).toContain("Due to be looked at again");
    desk.wait(100);
    expect((await desk.get("cleo", "/desk")).html).toContain("Expired: answers are not made from them");
  });
});

describe("people, sources, questions", () => {
  test("the administrator admits people and gives roles; nobody else is offered it", async () => {
    expect((await desk.get("edith", "/desk/board/people")).html).not.toContain("Admit a person");
    expect((await desk.get("ann", "/desk/board/people")).html).toContain("Admit a person");
    const sent = { person: "nora", name: "Nora", roles: "editor" };
    const reply = await desk.post("ann", "/desk/board/admit-person", sent);
    expect((await desk.get("ann", reply.location)).html).toContain("as entry");
    expect((await desk.record.read()).people.get("nora")?.roles).toEqual(["editor"]);
    await desk.post("ann", "/desk/board/assign-roles", { person: "nora", roles: "" });
    expect((await desk.record.read()).people.get("nora")?.roles).toEqual([]);
  });

  test("who may admit people makes a link for one of them, shown once and only after a fresh proof", async () => {
    const made = await desk.post("ann", "/desk/board/invite", { person: "cleo" });
    expect(made.html).toContain("/account/invitation/for-cleo");
    expect((await desk.get("ann", "/desk/board/people")).html).not.toContain("/account/invitation/");
    const stale = await desk.post("ann", "/desk/board/invite", { person: "cleo" }, { "x-fresh": "no" });
    expect(stale.location).toBe(`/account/sign-in/again?next=${encodeURIComponent("/desk/board/people")}`);
    const forged = await desk.post("edith", "/desk/board/invite", { person: "cleo" });
    expect([forged.status, forged.html.includes("/account/invitation/")]).toEqual([403, false]);
    expect((await desk.post("ann", "/desk/board/invite", { person: "nobody" })).status).toBe(404);
  });

  test("a retraction flags every text that cites the source, and its page lists what leans on it", async () => {
    await desk.published();
    await desk.post("libby", "/desk/board/retract-source", { source: "smith-2020", reason: "made up" });
    expect((await desk.get("cleo", "/desk")).html).toMatch(/Flagged.*smith-2020 was retracted: made up/s);
    const { html } = await desk.get("libby", "/desk/board/sources/smith-2020");
    expect(html).toMatch(/Retracted, recorded on 1 January 2026: made up.*Scan the whole leg/s);
  });

  test("a report of a reader waits in the queue, is taken up, and is answered with what was found", async () => {
    const hash = await desk.hash;
    const about = { topic: DESK_TOPIC, hash, part: "bottom-line", kind: "wrong" } as const;
    const kept = await desk.record.putQuestion("<script>alert(1)</script> Which leg?", about);
    const code = kept.ok ? kept.value.code : "";
    const queue = (await desk.get("will", "/desk")).html;
    expect(queue).toMatch(new RegExp(`href="/desk/board/questions#${code}">\\s*Something is wrong`));
    expect(queue).not.toContain("Which leg?");
    const { html } = await desk.get("will", "/desk/board/questions");
    expect(html).toContain("&lt;script>alert(1)&lt;/script> Which leg?");
    expect(html).toContain(`href="/topics/${DESK_TOPIC}#bottom-line"`);
    await desk.post("will", "/desk/board/adopt-question", { question: code, topic: DESK_TOPIC });
    expect((await desk.get("will", "/desk")).html).not.toContain("Something is wrong");
    const sent = { question: code, answer: "Both legs.\r\nEdition 2 says so." };
    expect((await desk.post("edith", "/desk/board/answer-report", sent)).status).toBe(303);
    expect(await desk.record.findQuestion(code)).toMatchObject({ words: null });
    expect((await desk.record.read()).questions.get(code)).toMatchObject({ answer: "Both legs. Edition 2 says so." });
    expect((await desk.post("edith", "/desk/board/answer-report", sent)).status).toBe(409);
  });

  test("a question is taken up or declined once, and the words of a declined one are gone", async () => {
    const kept = await desk.record.putQuestion("Which stocking?");
    const code = kept.ok ? kept.value.code : "";
    expect((await desk.get("edith", "/desk/board/questions")).html).toContain("Which stocking?");
    await desk.post("edith", "/desk/board/decline-question", { question: code, reason: "not for us" });
    expect((await desk.record.findQuestion(code))?.words).toBeNull();
    const late = await desk.post("will", "/desk/board/adopt-question", { question: code, topic: DESK_TOPIC });
    expect(late.status).toBe(409);
    expect(late.html).toContain("was declined already");
  });
});
