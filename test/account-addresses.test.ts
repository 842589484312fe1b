import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ATTEMPTS_PER_ADDRESS } from "../src/accounts/rules/lock-out.ts";
import { PasswordHasher } from "../src/accounts/secrets/password-hasher.ts";
import { trustProxies } from "../src/http/accounts/trust-proxies.ts";
import { accountApp } from "./fixtures/sample-app.ts";
import { AccountBench, type Enrolled, PASSWORD, sendForm } from "./support/account-bench.ts";

const PROXY = "127.0.0.1";
/** A hospital behind one address, and somewhere else. */
const [HOSPITAL, HOME] = ["203.0.113.9", "198.51.100.7"];

let bench: AccountBench;
let people: Readonly<Record<string, Enrolled>>;
/** What the browser of each keeps after signing in there. */
const known = new Map<string, string>();

function signIn(person: string, from: string, change: { readonly cookie?: string; readonly forged?: string } = {}) {
  const { cookie = "", forged } = change;
  const forwarded = forged === undefined ? from : `${forged}, ${from}`;
  const enrolled = people[person];
  if (enrolled === undefined) throw new Error(`${person} has an account`);
  bench.wait(1);
  const fields = { name: person, password: PASSWORD, code: bench.code(enrolled) };
  return sendForm(bench.app, "/account/sign-in", fields, { cookie, "x-forwarded-for": forwarded }, PROXY);
}

/** One password under very many names, none more than once. No password is hashed for it here: what is counted is counted before. */
async function spray(from: string, attempts: number, forge = (_: number) => ""): Promise<readonly number[]> {
  const passwords = Object.assign(new PasswordHasher(randomBytes), { matches: async () => false });
  const app = accountApp({ ...bench.accounts, effects: { ...bench.effects, passwords } });
  const statuses: number[] = [];
  for (let at = 0; at < attempts; at++) {
    const headers = { "x-forwarded-for": `${forge(at)}${from}` };
    const fields = { name: `name-${at}`, password: "wrong wrong wrong", code: "000000" };
    statuses.push((await sendForm(app, "/account/sign-in", fields, headers, PROXY)).status);
  }
  return statuses;
}

beforeAll(async () => {
  bench = await (await AccountBench.open()).withPeople();
  const trusted = trustProxies(PROXY);
  if (!trusted.ok) throw new Error("the proxy can be read");
  bench.clientAddress = trusted.value;
  people = { cleo: await bench.enrol("cleo"), max: await bench.enrol("max") };
  for (const person of ["cleo", "max"]) {
    const signedIn = await signIn(person, HOSPITAL);
    expect(signedIn.status).toBe(303);
    const kept = signedIn.headers.getSetCookie().find((cookie) => cookie.startsWith("wellspring-known-browser="));
    expect(kept).toMatch(/^wellspring-known-browser=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    known.set(person, kept?.split(";")[0] ?? "");
  }
});

describe("one password tried under many names from one address", () => {
  test("is stopped, whatever the attacker writes into X-Forwarded-For, and the page says what helps", async () => {
    const statuses = await spray(HOSPITAL, ATTEMPTS_PER_ADDRESS, (at) => `10.0.0.${at}, `);
    // Two of the hundred were the sign-ins before.
    expect(statuses.filter((status) => status === 422)).toHaveLength(ATTEMPTS_PER_ADDRESS - 2);
    expect(statuses.slice(-2)).toEqual([429, 429]);
    const stranger = await signIn("cleo", HOSPITAL, { forged: "192.0.2.77" });
    expect([stranger.status, await stranger.text()]).toEqual([429, expect.stringContaining("from your network")]);
  });

  test("locks nobody out in a browser in which they have signed in, and nobody elsewhere", async () => {
    expect((await signIn("cleo", HOSPITAL, { cookie: known.get("cleo") ?? "" })).status).toBe(303);
    expect((await signIn("max", HOSPITAL, { cookie: known.get("max") ?? "" })).status).toBe(303);
    expect((await signIn("max", HOME)).status).toBe(303);
  });

  test("is not made possible by a browser of somebody else, or by a mark that was made up", async () => {
    for (const cookie of [
      known.get("max") ?? "",
      `wellspring-known-browser=${"A".repeat(43)}`,
      "wellspring-known-browser=",
    ])
      expect((await signIn("cleo", HOSPITAL, { cookie })).status).toBe(429);
  });

  test("is forgotten within an hour; the tables hold no address", async () => {
    expect(JSON.stringify(await bench.engine.run("SELECT * FROM sign_in_attempt"))).not.toContain(HOSPITAL);
    bench.wait(60);
    expect((await signIn("cleo", HOSPITAL)).status).toBe(303);
  });
});

test("while no proxy is named nothing is counted by address: it would be the proxy's", async () => {
  const trusted = trustProxies(undefined);
  bench.clientAddress = trusted.ok ? trusted.value : () => "unexpected";
  expect(new Set(await spray(HOSPITAL, ATTEMPTS_PER_ADDRESS + 5))).toEqual(new Set([422]));
});
