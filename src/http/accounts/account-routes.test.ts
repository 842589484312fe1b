import { expect, test } from "vitest";
import { accountApp } from "../../../test/fixtures/sample-app.ts";
import type { SignedIn } from "../../accounts/signed-in.ts";

const open = async (signedIn?: SignedIn) => accountApp({ findSignedIn: async () => signedIn }).request("/account");

test("the account page says who is signed in, and that nobody is", async () => {
  expect(await (await open()).text()).toContain("You are not signed in");
  expect(await (await open({ person: "ann", fresh: false })).text()).toContain("You are signed in as ann");
});

test("the account page is kept nowhere and found by no search engine", async () => {
  const { headers } = await open();
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("x-robots-tag")).toBe("noindex");
});
