import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { parseSingleSignOn, type SingleSignOnRules } from "../src/accounts/single-sign-on/rules.ts";
import { lockAccount } from "../src/accounts/steps/lock-account.ts";
import { createOpenIdProvider } from "../src/identity/open-id-provider.ts";
import { AccountBench, cookieOf, PASSWORD, sendForm } from "./support/account-bench.ts";
import {
  HospitalProvider,
  signedByStranger,
  type Tampering,
  unsigned,
  withClaims,
} from "./support/hospital-provider.ts";

const ADDRESS = "http://127.0.0.1:8080";
const START = "/account/single-sign-on?next=/desk";
let hospital: HospitalProvider;
let bench: AccountBench;

beforeAll(async () => {
  // The package says on start that its defaults are for development.
  vi.spyOn(console, "info").mockImplementation(() => undefined);
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  hospital = await HospitalProvider.start(`${ADDRESS}/account/single-sign-on/callback`);
});
afterAll(() => hospital.stop());

beforeEach(async () => {
  Object.assign(hospital, { subject: "u-17", claims: { groups: ["board"] }, tamper: undefined });
  bench = await openWith({});
});

/** A bench whose clock is that of the provider. */
async function openWith(change: Partial<SingleSignOnRules>, secret = hospital.secret): Promise<AccountBench> {
  const { issuer, clientId } = hospital;
  const people = [
    { subject: "u-17", person: "cleo" },
    { subject: "u-18", person: "max" },
    { subject: "u-19", person: "gone" },
  ];
  const rules = { issuer, clientId, people, requires: [{ claim: "groups", value: "board" }], roles: {}, ...change };
  const opened = await (await AccountBench.open(ADDRESS, undefined, createOpenIdProvider(rules, secret))).withPeople();
  opened.now = new Date();
  return opened;
}

const open = (path: string, cookie = "", headers: Readonly<Record<string, string>> = {}) =>
  bench.app.request(path, { headers: { cookie, ...headers } });
/** What a browser then has: a cookie that was ended is gone. */
const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0] ?? "")
    .filter((pair) => !pair.endsWith("="))
    .join("; ");
const findSignedIn = (cookie: string) => bench.accounts.findSignedIn(new Request(ADDRESS, { headers: { cookie } }));

/** There and back, in one browser. */
async function signIn(path = START, cookie = ""): Promise<Response> {
  const begun = await open(path, cookie);
  const back = await hospital.visit(begun.headers.get("location") ?? "");
  return open(`${back.pathname}${back.search}`, [cookie, cookiesOf(begun)].filter(Boolean).join("; "));
}

describe("single sign-on", () => {
  test("signs in whom the list names, and goes where they were going", async () => {
    const done = await signIn();
    expect(done.status).toBe(303);
    expect(done.headers.get("location")).toBe("/desk");
    expect(await findSignedIn(cookiesOf(done))).toEqual({ person: "cleo", fresh: false });
    expect((await bench.events()).at(-1)).toBe("signed-in cleo single-sign-on");
    expect(await (await open("/account", cookiesOf(done))).text()).toContain("by single sign-on");
  });

  test("asks for PKCE, state and nonce, and for no more than who it is", async () => {
    const url = new URL((await open(START)).headers.get("location") ?? "");
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      scope: "openid",
      code_challenge_method: "S256",
      response_type: "code",
    });
    for (const name of ["state", "nonce", "code_challenge"])
      expect(url.searchParams.get(name)?.length).toBeGreaterThan(40);
  });

  test("is fresh when the person has just proven it to the provider again", async () => {
    const session = cookiesOf(await signIn());
    const again = await signIn("/account/single-sign-on?again=1&next=/desk", session);
    expect(await findSignedIn(cookiesOf(again))).toEqual({ person: "cleo", fresh: true });
    expect(await findSignedIn(session)).toBeUndefined();
    expect((await bench.events()).at(-1)).toBe("proved-again cleo single-sign-on");
  });

  test("does not let another person prove it again", async () => {
    const session = cookiesOf(await signIn());
    hospital.subject = "u-18";
    const again = await signIn("/account/single-sign-on?again=1&next=/desk", session);
    expect(await again.text()).toContain("vouches for nobody");
    expect(await findSignedIn(session)).toMatchObject({ person: "cleo" });
  });

  test.each([
    [
      "a subject that no line names, though the address of mail is a member's",
      { subject: "u-99", claims: { groups: ["board"], email: "cleo@example.org", preferred_username: "cleo" } },
    ],
    ["a subject of somebody whom the record does not know", { subject: "u-19" }],
    ["somebody without the claim that is asked of all", { claims: {} }],
    ["another value of it", { claims: { groups: ["boards", "car pool"] } }],
    ["its value inside other words", { claims: { groups: "board and others" } }],
  ])("vouches in vain for %s", async (_title, change) => {
    Object.assign(hospital, change);
    const done = await signIn();
    expect(done.status).toBe(422);
    expect(await done.text()).toContain("vouches for nobody who may sign in here");
    expect(await findSignedIn(cookiesOf(done))).toBeUndefined();
  });

  test("asks for the claim of each role that the person holds, and gives no role", async () => {
    bench = await openWith({ roles: { "clinical-reviewer": { claim: "groups", value: "physicians" } } });
    expect((await signIn()).status).toBe(422);
    hospital.claims = { groups: ["board", "physicians", "administrator"] };
    expect((await signIn()).status).toBe(303);
    expect((await bench.record.read()).people.get("cleo")?.roles).toEqual(["clinical-reviewer"]);
    hospital.subject = "u-18";
    hospital.claims = { groups: ["board"] };
    expect((await signIn()).status).toBe(303);
  });

  test("does not open a locked account, nor one whose person has lost the last role", async () => {
    const session = cookiesOf(await signIn());
    await lockAccount("cleo", bench.effects);
    expect(await findSignedIn(session)).toBeUndefined();
    expect((await signIn()).status).toBe(422);
    hospital.subject = "u-18";
    await bench.record.act({ agent: "ann", activity: "assign-roles", body: { person: "max", roles: [] } }, "desk");
    expect((await signIn()).status).toBe(422);
  });

  test.each<[string, Tampering]>([
    ["signed by somebody else", signedByStranger],
    ["not signed", unsigned],
    ["with another subject than was signed", (token) => withClaims(token, { sub: "u-18" })],
    ["for another client", (token) => withClaims(token, { aud: "other" })],
    ["of another provider", (token) => withClaims(token, { iss: "https://evil.example" })],
    ["with another nonce", (token) => withClaims(token, { nonce: "x" })],
    ["that has expired", (token) => withClaims(token, { exp: 1 })],
    ["that is none", () => "x.y.z"],
  ])("takes no token %s", async (_title, tamper) => {
    hospital.tamper = tamper;
    const done = await signIn();
    expect(done.status).toBe(422);
    expect(await done.text()).toContain("Single sign-on did not work");
    expect(await findSignedIn(cookiesOf(done))).toBeUndefined();
  });

  test("takes an answer once, in the browser that asked, within ten minutes, with the state that was sent", async () => {
    const ask = async () => {
      const begun = await open(START);
      const back = await hospital.visit(begun.headers.get("location") ?? "");
      return { back: `${back.pathname}${back.search}`, cookie: cookiesOf(begun) };
    };
    const first = await ask();
    const other = await ask();
    expect((await open(first.back)).status).toBe(422);
    expect((await open(first.back, other.cookie)).status).toBe(422);
    expect((await open(first.back, first.cookie)).status).toBe(303);
    expect((await open(first.back, first.cookie)).status).toBe(422);
    const late = await ask();
    bench.wait(11);
    expect((await open(late.back, late.cookie)).status).toBe(422);
    const changed = await ask();
    expect((await open(changed.back.replace(/state=[^&]+/, "state=x"), changed.cookie)).status).toBe(422);
  });

  test("is begun on a page of this site alone, and leads to no other", async () => {
    const foreign = await open(START, "", { "sec-fetch-site": "cross-site" });
    expect(foreign.headers.get("location")).toBe("/account/sign-in?next=%2Fdesk");
    expect((await signIn("/account/single-sign-on?next=//evil.example")).headers.get("location")).toBe("/account");
  });

  test("that is down leaves the way by password open, and works when it is back", async () => {
    const down = await HospitalProvider.start("http://127.0.0.1/x");
    const { issuer } = down;
    await down.stop();
    bench = await openWith({ issuer });
    expect(await (await open(START)).text()).toContain("Single sign-on did not work");
    expect(await (await open("/account/sign-in")).text()).toContain("Sign in through your hospital");
    const other = await bench.enrol("cleo");
    const fields = { name: "cleo", password: PASSWORD, code: bench.code(other) };
    expect(cookieOf(await sendForm(bench.app, "/account/sign-in", fields))).toMatch(/^wellspring=/);
  });

  test("with a wrong secret of the client is refused by the provider", async () => {
    bench = await openWith({}, "not the secret");
    expect((await signIn()).status).toBe(422);
  });
});

describe("the file of single sign-on", () => {
  const bare = "issuer: https://login.example\nclientId: wellspring\npeople:\n  - { subject: u-17, person: cleo }\n";
  const good = `requires:\n  - { claim: amr, value: mfa }\n${bare}`;
  const codes = (text: string) => {
    const read = parseSingleSignOn("single-sign-on.yaml", text);
    return read.ok ? [] : read.diagnostics.map(({ message }) => message);
  };

  test("names an issuer, a client and people", () => {
    expect(codes(good)).toEqual([]);
    expect(codes(`${good}roles:\n  editor: { claim: groups, value: editors }\n`)).toEqual([]);
  });

  test.each([
    ["an issuer without TLS", good.replace("https", "http"), "begins with https"],
    ["one subject for two people", `${good}  - { subject: u-17, person: max }\n`, "a subject is one person"],
    ["people found by an address of mail", good.replace("subject: u-17", "email: cleo@example.org"), "email"],
    ["nothing by which the provider says that two factors were proven", bare, "requires"],
    ["an empty list of that", `requires: []\n${bare}`, "two factors"],
    ["a role that there is not", `${good}roles:\n  chief: { claim: a, value: b }\n`, "chief"],
    ["no YAML", "issuer: [", "not well-formed"],
  ])("may not have %s", (_title, text, said) => {
    expect(codes(text).join("; ")).toContain(said);
  });
});
