import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inviteFirst } from "../src/accounts/steps/invite.ts";
import { lockAccount, unlockAccount } from "../src/accounts/steps/lock-account.ts";
import { ok } from "../src/kernel/result.ts";
import { accountApp } from "./fixtures/sample-app.ts";
import { AccountBench, cookieOf, type Enrolled, PASSWORD, sendForm } from "./support/account-bench.ts";

let bench: AccountBench;
let cleo: Enrolled;

beforeEach(async () => {
  bench = await (await AccountBench.open()).withPeople();
  cleo = await bench.enrol("cleo");
});

const signIn = (fields: Readonly<Record<string, string>> = {}, headers: Readonly<Record<string, string>> = {}) =>
  sendForm(
    bench.app,
    "/account/sign-in",
    { name: "cleo", password: PASSWORD, code: bench.code(cleo), ...fields },
    headers,
  );
const asked = (cookie: string) => new Request("http://127.0.0.1:8080/desk", { headers: { cookie } });
const findSignedIn = (cookie: string) => bench.accounts.findSignedIn(asked(cookie));
const open = (path: string, cookie = "") => bench.app.request(path, { headers: { cookie } });
const cookie = () => `wellspring=${cleo.token}`;

/** The key for the authenticator that a page offers. */
const keyOn = (page: string) => ({
  totpKey: /name="totpKey" value="(\w+)"/.exec(page)?.[1] ?? "",
  seal: /name="seal" value="([^"]+)"/.exec(page)?.[1] ?? "",
});

describe("an invitation", () => {
  test("makes an account with two factors, signs in, and cannot be used again", async () => {
    const token = await bench.invitationFor("max");
    const accepted = await bench.accept(token);
    expect(accepted).toMatchObject({ ok: true, value: { person: "max", recoveryCodes: { length: 8 } } });
    expect(await bench.accept(token)).toMatchObject({ ok: false, diagnostics: [{ code: "account-invitation-ended" }] });
    expect((await open(`/account/invitation/${token}`)).status).toBe(404);
    expect((await bench.events()).slice(-2)).toEqual([
      "invited max until 2026-03-05T08:01:00.000Z",
      "invitation-accepted max",
    ]);
  });

  test("that two accept at once is accepted by exactly one", async () => {
    const token = await bench.invitationFor("max");
    const accepted = await Promise.all([bench.accept(token), bench.accept(token), bench.accept(token)]);
    expect(accepted.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await bench.store.sessionsOf("max")).toHaveLength(1);
  });

  test("ends after three days, with a newer one, and with the last role of who was invited", async () => {
    const first = await bench.invitationFor("max");
    const second = await bench.invitationFor("max");
    expect((await open(`/account/invitation/${first}`)).status).toBe(404);
    expect((await open(`/account/invitation/${second}`)).status).toBe(200);
    await bench.record.act({ agent: "ann", activity: "assign-roles", body: { person: "max", roles: [] } }, "desk");
    expect((await open(`/account/invitation/${second}`)).status).toBe(404);
    await bench.record.act(
      { agent: "ann", activity: "assign-roles", body: { person: "max", roles: ["editor"] } },
      "desk",
    );
    bench.wait(72 * 60);
    expect((await open(`/account/invitation/${second}`)).status).toBe(404);
  });

  test("for somebody who has an account replaces both factors and ends every session", async () => {
    const token = await bench.invitationFor("cleo");
    expect(await findSignedIn(cookie())).toMatchObject({ person: "cleo" });
    expect((await bench.accept(token, { password: "another otter in a quilt" })).ok).toBe(true);
    expect(await findSignedIn(cookie())).toBeUndefined();
    bench.wait(1);
    expect((await signIn()).status).toBe(422);
  });

  test("does not open a locked account", async () => {
    await lockAccount("cleo", bench.effects);
    const accepted = await bench.accept(await bench.invitationFor("cleo"));
    expect(accepted.ok && (await findSignedIn(`wellspring=${accepted.value.token}`))).toBeUndefined();
  });

  test("is refused a breached password, and told so at the field", async () => {
    const breached = { has: async () => ok(true) };
    const app = accountApp({ ...bench.accounts, effects: { ...bench.effects, breached } });
    const path = `/account/invitation/${await bench.invitationFor("max")}`;
    const key = keyOn(await (await app.request(path)).text());
    const refused = await sendForm(app, path, {
      ...key,
      password: PASSWORD,
      repeated: PASSWORD,
      code: bench.code(key),
    });
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("that were breached")]);
    expect(
      (await sendForm(bench.app, path, { ...key, password: PASSWORD, repeated: PASSWORD, code: bench.code(key) }))
        .status,
    ).toBe(200);
  });

  test("is refused a password that is tried first, a wrong code, and a key that this page never showed", async () => {
    const token = await bench.invitationFor("max");
    const page = await (await open(`/account/invitation/${token}`)).text();
    const key = keyOn(page);
    const fields = { ...key, password: "Password12345!", repeated: "Password12345!", code: "000000" };
    const path = `/account/invitation/${token}`;
    const refused = await sendForm(bench.app, path, fields);
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain("among those that are tried first");
    expect(html).toContain("is not the one that the authenticator shows");
    // The key that was perhaps entered already is shown again; the password is not.
    expect(html).toContain(`value="${key.totpKey}"`);
    expect(html).not.toContain("Password12345!");
    const good = { ...fields, password: PASSWORD, repeated: PASSWORD, code: bench.code(key) };
    expect((await sendForm(bench.app, path, { ...good, repeated: "x" })).status).toBe(422);
    expect(await (await sendForm(bench.app, path, { ...good, totpKey: "A".repeat(32) })).text()).toContain(
      "made for another visit",
    );
    const accepted = await sendForm(bench.app, path, good);
    expect(accepted.status).toBe(200);
    expect(accepted.headers.get("set-cookie")).toMatch(/^wellspring=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });
});

describe("the first administrator", () => {
  test("is invited while the record knows nobody, and admits themselves", async () => {
    const empty = await AccountBench.open();
    const invited = await inviteFirst(empty.effects);
    const token = invited?.ok ? (invited.value.path.split("/").at(-1) ?? "") : "";
    expect(await (await empty.app.request(`/account/invitation/${token}`)).text()).toContain("The first administrator");
    const both = await Promise.all([empty.accept(token, { person: "ann" }), empty.accept(token, { person: "eve" })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const { people } = await empty.record.read();
    expect([...people.values()].map(({ roles }) => roles)).toEqual([["administrator"]]);
    expect(await inviteFirst(empty.effects)).toBeUndefined();
  });

  test("is nobody once somebody was admitted by another way", async () => {
    const empty = await AccountBench.open();
    const invited = await inviteFirst(empty.effects);
    await empty.admit("ann", "Ann", ["administrator"]);
    const path = invited?.ok ? invited.value.path : "";
    expect((await empty.app.request(path)).status).toBe(404);
    expect((await empty.accept(path.split("/").at(-1) ?? "", { person: "eve" })).ok).toBe(false);
  });

  test.each(["", "Ann Example", "../etc", "<script>", "a".repeat(61)])("is not called %j", async (person) => {
    const empty = await AccountBench.open();
    const invited = await inviteFirst(empty.effects);
    const token = invited?.ok ? (invited.value.path.split("/").at(-1) ?? "") : "";
    expect((await empty.accept(token, { person })).ok).toBe(false);
    expect((await empty.record.read()).people.size).toBe(0);
  });
});

describe("signing in", () => {
  test("takes both factors, goes where it was to go, and says so in the journal", async () => {
    const response = await signIn({ next: "/desk?topic=leg#top" });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/desk?topic=leg#top");
    expect(await findSignedIn(cookieOf(response))).toEqual({ person: "cleo", fresh: true });
    expect((await bench.events()).at(-1)).toBe("signed-in cleo one-time-code");
  });

  test("gives a new token and ends the one that the browser brought", async () => {
    const planted = "A".repeat(43);
    const fixed = await signIn({}, { cookie: `wellspring=${planted}` });
    expect(cookieOf(fixed)).not.toContain(planted);
    expect(await findSignedIn(`wellspring=${planted}`)).toBeUndefined();
    bench.wait(1);
    const next = await signIn({}, { cookie: cookieOf(fixed) });
    expect(await findSignedIn(cookieOf(fixed))).toBeUndefined();
    expect(await findSignedIn(cookieOf(next))).toMatchObject({ person: "cleo" });
  });

  test("takes a code once, also when it is sent twice at once", async () => {
    const both = await Promise.all([signIn(), signIn()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    expect((await signIn()).status).toBe(422);
    bench.wait(1);
    expect((await signIn()).status).toBe(303);
  });

  test("takes each recovery code once", async () => {
    const [code = ""] = cleo.recoveryCodes;
    expect((await signIn({ code: code.toLowerCase().replaceAll("-", " ") })).status).toBe(303);
    expect((await signIn({ code })).status).toBe(422);
    expect((await bench.store.findAccount("cleo"))?.proof?.recoveryCodes).toHaveLength(7);
    expect(await bench.events()).toContain("signed-in cleo recovery-code");
  });

  test("says the same of a wrong name, a wrong password and a wrong code", async () => {
    const pages = [];
    const wrong: readonly Readonly<Record<string, string>>[] = [
      { name: "nobody" },
      { password: "not the one it is" },
      { code: "000000" },
      { name: "ann" },
    ];
    for (const fields of wrong) pages.push(await signIn(fields));
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([422]));
    const texts = await Promise.all(pages.map(async (page) => (await page.text()).replaceAll(/value="\w+"/g, "")));
    expect(new Set(texts).size).toBe(1);
    expect((await bench.events()).slice(-4)).toEqual([
      "sign-in-refused  password",
      "sign-in-refused cleo password",
      "sign-in-refused cleo second factor",
      "sign-in-refused  password",
    ]);
  });

  test("is locked out after five failures, for known and unknown names alike, with the right password too", async () => {
    for (const name of ["cleo", "nobody"]) {
      const tried = await Promise.all(Array.from({ length: 8 }, () => signIn({ name, password: "wrong wrong wrong" })));
      expect(tried.map(({ status }) => status).toSorted()).toEqual([422, 422, 422, 422, 422, 429, 429, 429]);
    }
    expect((await signIn()).status).toBe(429);
    expect(await bench.events()).toContain("locked-out cleo 5 attempts failed");
    bench.wait(1);
    expect((await signIn()).status).toBe(303);
    // Success ends the count.
    expect((await signIn({ password: "wrong wrong wrong" })).status).toBe(422);
  });

  test("is possible again at once when the account is unlocked, and not while it is locked", async () => {
    for (let attempt = 0; attempt < 5; attempt++) await signIn({ password: "wrong wrong wrong" });
    await unlockAccount("cleo", bench.effects);
    expect((await signIn()).status).toBe(303);
    await lockAccount("cleo", bench.effects);
    bench.wait(1);
    const locked = await signIn();
    expect(locked.status).toBe(422);
    expect(await locked.text()).toContain("An administrator has locked this account");
    expect(await bench.store.sessionsOf("cleo")).toEqual([]);
  });

  test("works on a clock that was set back with a recovery code, for no code is taken twice", async () => {
    expect((await signIn()).status).toBe(303);
    bench.wait(-60 * 24);
    expect((await signIn()).status).toBe(422);
    expect((await signIn({ code: cleo.recoveryCodes[1] ?? "" })).status).toBe(303);
  });

  test.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "/..//evil.example",
    "/\t/evil.example",
    "account",
    " /desk",
  ])("leads nowhere but into this site: %j", async (next) => {
    expect(await (await open(`/account/sign-in?next=${encodeURIComponent(next)}`)).text()).toMatch(
      /name="next" value="\/[^/\\]/,
    );
  });

  test.each([
    ["a form from another site", { "sec-fetch-site": "cross-site" }, 403],
    ["a form from a neighbouring site", { "sec-fetch-site": "same-site" }, 403],
    ["a foreign origin", { "sec-fetch-site": "", origin: "https://evil.example" }, 403],
    ["JSON", { "content-type": "application/json" }, 415],
    ["a file", { "content-type": "multipart/form-data; boundary=x" }, 415],
    ["a name that is no machine's own", { host: "wellspring.example" }, 403],
  ])("is refused to %s", async (_title, headers, status) => {
    const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ""));
    const response = await bench.app.request("/account/sign-in", {
      method: "POST",
      body: new URLSearchParams({ name: "cleo", password: PASSWORD, code: bench.code(cleo) }).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded", ...given },
    });
    expect(response.status).toBe(status);
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  test.each([
    ["markup", '"><script>alert(1)</script>'],
    ["a path", "../../etc/passwd"],
    ["SQL", "cleo' OR 1=1 --"],
    ["control characters", "cleo\u0000\u202e\r\nset-cookie: x"],
    ["a name of ten thousand signs", "é".repeat(1_500)],
  ])("with %s for a name is refused as any other", async (_title, name) => {
    const response = await signIn({ name });
    expect(response.status).toBe(422);
    expect(await response.text()).not.toContain("<script>alert");
    expect((await bench.events()).at(-1)).toBe("sign-in-refused  password");
  });

  test("reads no form larger than the largest that it has", async () => {
    expect((await signIn({ password: "x".repeat(20_000) })).status).toBe(413);
  });
});

describe("a session", () => {
  test("is fresh for ten minutes, lasts half an hour unused and twelve hours at most", async () => {
    expect(await findSignedIn(cookie())).toEqual({ person: "cleo", fresh: true });
    bench.wait(9);
    expect(await findSignedIn(cookie())).toEqual({ person: "cleo", fresh: false });
    bench.wait(30);
    expect(await findSignedIn(cookie())).toBeUndefined();
    const begun = cookieOf(await signIn());
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      bench.wait(20);
      expect(await findSignedIn(begun)).toMatchObject({ person: "cleo" });
    }
    bench.wait(20);
    expect(await findSignedIn(begun)).toBeUndefined();
  });

  test("is over when the clock was set back before it began", async () => {
    bench.wait(-60);
    expect(await findSignedIn(cookie())).toBeUndefined();
  });

  test("is nobody's with a cookie that was changed, cut, doubled or made up", async () => {
    const { token } = cleo;
    const changed = `${token.startsWith("A") ? "B" : "A"}${token.slice(1)}`;
    for (const value of [
      "",
      token.slice(1),
      `${token}A`,
      changed,
      "null",
      "../../x",
      "A".repeat(100_000),
      `${token};`.repeat(2).slice(1),
    ])
      expect(await findSignedIn(`wellspring=${value}`)).toBeUndefined();
    expect(await findSignedIn(`__Host-wellspring=${token}`)).toBeUndefined();
    expect(await findSignedIn("")).toBeUndefined();
  });

  test("is kept as a digest: what stands in the file signs nobody in", async () => {
    const [session] = await bench.store.sessionsOf("cleo");
    expect(JSON.stringify(session)).not.toContain(cleo.token);
    expect(await findSignedIn(`wellspring=${session?.id}`)).toBeUndefined();
  });

  test("ends with the last role of its person, and its rights change with their roles", async () => {
    const assign = (roles: readonly string[]) =>
      bench.record.act({ agent: "ann", activity: "assign-roles", body: { person: "cleo", roles } }, "desk");
    await assign(["lay-reviewer"]);
    expect(await findSignedIn(cookie())).toMatchObject({ person: "cleo" });
    const confirm = { agent: "cleo", activity: "lift-flag" as const, body: { topic: "leg", flag: 1, reason: "x" } };
    expect(await bench.record.act(confirm, "desk")).toMatchObject({ diagnostics: [{ code: "review-role-missing" }] });
    await assign([]);
    expect(await findSignedIn(cookie())).toBeUndefined();
    expect((await signIn()).status).toBe(422);
    expect((await bench.events()).at(-1)).toBe("sign-in-refused cleo no role in the record");
  });

  test("is listed, and ended by its person alone", async () => {
    const other = cookieOf(await signIn({}, { "user-agent": "Firefox on <Linux>" }));
    const page = await (await open("/account", cookie())).text();
    expect(page).toContain("Firefox on &lt;Linux>");
    const id = /name="session" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const max = await bench.enrol("max");
    await sendForm(bench.app, "/account/sessions", { session: id }, { cookie: `wellspring=${max.token}` });
    expect(await findSignedIn(other)).toMatchObject({ person: "cleo" });
    await sendForm(bench.app, "/account/sessions", { session: id }, { cookie: cookie() });
    expect(await findSignedIn(other)).toBeUndefined();
    expect(await findSignedIn(cookie())).toMatchObject({ person: "cleo" });
    bench.wait(8);
    const late = await sendForm(bench.app, "/account/sessions", {}, { cookie: cookie() });
    expect(late.headers.get("location")).toBe("/account/sign-in/again?next=%2Faccount");
    const third = cookieOf(await signIn());
    await sendForm(bench.app, "/account/sessions", {}, { cookie: third });
    expect(await findSignedIn(cookie())).toBeUndefined();
    expect(await findSignedIn(third)).toMatchObject({ person: "cleo" });
  });

  test("ends on the server when its person signs out", async () => {
    const response = await sendForm(bench.app, "/account/sign-out", {}, { cookie: cookie() });
    expect(response.headers.get("set-cookie")).toMatch(/^wellspring=; Max-Age=0/);
    expect(await findSignedIn(cookie())).toBeUndefined();
    expect((await bench.events()).at(-1)).toBe("signed-out cleo");
  });
});

describe("pages about an account", () => {
  test.each(["/account", "/account/password", "/account/authenticator", "/account/recovery-codes"])(
    "has a way out: %s",
    async (path) => {
      const page = await (await open(path, cookie())).text();
      expect(page).toContain('<form method="post" action="/account/sign-out">');
    },
  );

  test.each([
    "/account",
    "/account/password",
    "/account/authenticator",
    "/account/recovery-codes",
    "/account/sign-in/again",
  ])("%s asks to sign in, and nothing is changed without", async (path) => {
    expect((await open(path)).headers.get("location")).toMatch(/^\/account\/sign-in\?next=/);
    const sent = await sendForm(bench.app, path === "/account" ? "/account/sessions" : path, {});
    expect(sent.headers.get("location")).toMatch(/^\/account\/sign-in\?next=/);
  });

  test.each(["/account/password", "/account/authenticator", "/account/recovery-codes"])(
    "%s asks for a fresh proof, and goes on after it",
    async (path) => {
      bench.wait(11);
      for (const answer of [await open(path, cookie()), await sendForm(bench.app, path, {}, { cookie: cookie() })])
        expect(answer.headers.get("location")).toBe(`/account/sign-in/again?next=${encodeURIComponent(path)}`);
      const fields = { password: PASSWORD, code: bench.code(cleo), next: path, name: "max" };
      const again = await sendForm(bench.app, "/account/sign-in/again", fields, { cookie: cookie() });
      expect(again.headers.get("location")).toBe(path);
      expect(await findSignedIn(cookieOf(again))).toEqual({ person: "cleo", fresh: true });
      expect(await findSignedIn(cookie())).toBeUndefined();
      expect((await open(path, cookieOf(again))).status).toBe(200);
      expect((await bench.events()).at(-1)).toBe("proved-again cleo one-time-code");
    },
  );

  test("are kept nowhere, found by no search engine, and load nothing from elsewhere", async () => {
    for (const path of ["/account", "/account/sign-in", `/account/invitation/${await bench.invitationFor("max")}`]) {
      const response = await open(path, cookie());
      expect(response.status).toBe(200);
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("x-robots-tag")).toBe("noindex");
      expect(response.headers.get("referrer-policy")).toBe("no-referrer");
      expect(response.headers.get("content-security-policy")).toContain("form-action 'self'");
    }
  });
});

describe("changing how one signs in", () => {
  test("a new password takes the old one, ends all sessions and rotates this one", async () => {
    const other = cookieOf(await signIn());
    const next = "a quilt made of otters";
    const change = (fields: Readonly<Record<string, string>>) =>
      sendForm(
        bench.app,
        "/account/password",
        { current: PASSWORD, password: next, repeated: next, ...fields },
        { cookie: cookie() },
      );
    expect((await change({ current: "not the one it is" })).status).toBe(422);
    expect((await change({ repeated: "something else" })).status).toBe(422);
    expect((await change({ password: "short", repeated: "short" })).status).toBe(422);
    const changed = await change({});
    expect(changed.status).toBe(303);
    expect(await findSignedIn(cookie())).toBeUndefined();
    expect(await findSignedIn(other)).toBeUndefined();
    expect(await findSignedIn(cookieOf(changed))).toMatchObject({ person: "cleo" });
    bench.wait(1);
    expect((await signIn()).status).toBe(422);
    expect((await signIn({ password: next })).status).toBe(303);
    expect(await bench.events()).toContain("password-changed cleo");
  });

  test("guesses at the old password count as attempts to sign in", async () => {
    const change = () =>
      sendForm(
        bench.app,
        "/account/password",
        { current: "wrong wrong wrong", password: "a quilt made of otters", repeated: "a quilt made of otters" },
        { cookie: cookie() },
      );
    const tried = await Promise.all(Array.from({ length: 6 }, change));
    expect(tried.map(({ status }) => status).toSorted()).toEqual([422, 422, 422, 422, 422, 429]);
  });

  test("another authenticator makes the codes of the first worthless", async () => {
    const page = await (await open("/account/authenticator", cookie())).text();
    const totpKey = /name="totpKey" value="(\w+)"/.exec(page)?.[1] ?? "";
    const seal = /name="seal" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const send = (fields: Readonly<Record<string, string>>) =>
      sendForm(
        bench.app,
        "/account/authenticator",
        { totpKey, seal, code: bench.code({ totpKey }), ...fields },
        { cookie: cookie() },
      );
    expect((await send({ totpKey: cleo.totpKey })).status).toBe(422);
    expect((await send({ code: bench.code(cleo) })).status).toBe(422);
    expect((await send({})).status).toBe(303);
    bench.wait(1);
    expect((await signIn()).status).toBe(422);
    expect((await signIn({ code: bench.code({ totpKey }) })).status).toBe(303);
  });

  test("new recovery codes are shown once and take the place of the old ones", async () => {
    const shown = await sendForm(bench.app, "/account/recovery-codes", {}, { cookie: cookie() });
    const [code = ""] = [...(await shown.text()).matchAll(/<code class="secret">([0-9A-Z-]{27})<\/code>/g)].map(
      (found) => found[1],
    );
    expect((await signIn({ code: cleo.recoveryCodes[0] ?? "" })).status).toBe(422);
    expect((await signIn({ code })).status).toBe(303);
  });
});

describe("under https", () => {
  let safe: AccountBench;
  let max: Enrolled;
  beforeAll(async () => {
    safe = await (await AccountBench.open("https://wellspring.example")).withPeople();
    max = await safe.enrol("max");
  });

  const send = (host: string) =>
    sendForm(safe.app, "/account/sign-in", { name: "max", password: PASSWORD, code: safe.code(max) }, { host });

  test("the cookie is bound to the host, to https and to requests", async () => {
    const cookie = (await send("wellspring.example")).headers.getSetCookie()[0];
    expect(cookie).toMatch(/^__Host-wellspring=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  test.each(["127.0.0.1:8080", "wellspring.example.evil.example", "10.0.0.7"])(
    "no password is asked for at %s",
    async (host) => {
      const page = await safe.app.request("/account/sign-in", { headers: { host } });
      expect(page.status).toBe(403);
      expect(await page.text()).toContain("https://wellspring.example");
      expect((await send(host)).status).toBe(403);
    },
  );
});

test("the journal holds no password, code, token or name that was typed, and nothing in it can be changed", async () => {
  await signIn({ name: "hunter2 my password" });
  await signIn();
  await bench.invitationFor("max");
  const journal = JSON.stringify(await bench.store.journal());
  for (const secret of [PASSWORD, "hunter2", cleo.token, cleo.totpKey, ...cleo.recoveryCodes])
    expect(journal).not.toContain(secret);
  for (const sql of [
    "UPDATE account_event SET detail = ''",
    "DELETE FROM account_event",
    "INSERT OR REPLACE INTO account_event SELECT 1, recorded, event, person, came_by, '', hash FROM account_event WHERE sequence = 2",
  ])
    await expect(bench.engine.run(sql)).rejects.toThrow(/never|continues/);
});

test("a hand that drops the triggers and rewrites the journal is found out, and the record is not opened on it", async () => {
  await signIn();
  expect(await bench.record.verify([])).toEqual([]);
  await bench.engine.run("DROP TRIGGER account_event_no_update");
  await bench.engine.run("UPDATE account_event SET event = 'nothing' WHERE sequence = 1");
  expect(await bench.record.verify([])).toEqual([expect.stringMatching(/^the account journal was changed/)]);
});
