import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { invite } from "../../src/accounts/steps/invite.ts";
import type { Wellspring } from "../../src/answer/wellspring.ts";
import { ok } from "../../src/kernel/result.ts";
import type { LibraryFile } from "../../src/library/model/library.ts";
import { toReviews } from "../../src/review/reader/reviews.ts";
import { checkText } from "../../src/review/text/check-text.ts";
import { readDiagnosticPage } from "../../src/store/diagnostic-page.ts";
import { type OpenLibrary, openLibrary } from "../../src/store/open-library.ts";
import { DIAGNOSTIC_PAGES, deskFiles } from "../fixtures/desk.ts";
import { LIBRARY_FOLDER, SIGNING_KEY } from "../real-library.ts";
import { AccountBench, PASSWORD } from "../support/account-bench.ts";
import { type Bench, expectAccessible, expectNoSidewaysScroll, startBench } from "./browser.ts";

const TEXT = "/desk/leg";
const folder = mkdtempSync(join(tmpdir(), "wellspring-desk-"));

let accounts: AccountBench;
let library: OpenLibrary;
let bench: Bench;
const pages = new Map<string, Page>();
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  accounts = await (await AccountBench.open()).withPeople();
  await accounts.admit("carl", "Carl Example", ["clinical-reviewer"]);
  await accounts.admit("edith", "Edith Example", ["editor"]);
  await accounts.admit("libby", "Libby Example", ["librarian"]);
  library = await write(deskFiles());
  const atStart = library.files;
  const wellspring: Wellspring = {
    ...library.wellspring,
    // As if the server had been started again over other files.
    catchUp: () => library.wellspring.catchUp(),
  };
  const inFolder = {
    ...library.wellspring.library,
    get topics() {
      return library.wellspring.library.topics;
    },
  };
  bench = await startBench(wellspring, accounts.accounts, {
    record: accounts.record,
    folder: inFolder,
    files: library.files,
    findSignedIn: accounts.accounts.findSignedIn,
    explainDiagnostic: (code) => readDiagnosticPage(DIAGNOSTIC_PAGES, code),
    invite: (person) => invite(person, accounts.effects, "web"),
    bench: {
      check: async (topic, files) => checkText(topic, files === atStart ? library.files : files),
      compare: async () => ok({ changes: [], apart: [] }),
    },
  });
});
afterAll(async () => {
  for (const close of closing) await close();
  await bench.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The small library with what free text is read by, in a folder, and opened from there. */
async function write(files: readonly LibraryFile[]): Promise<OpenLibrary> {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const name of ["clinical-language.yaml", "identifiers.yaml"])
    cpSync(join(LIBRARY_FOLDER, name), join(folder, name));
  const opened = await openLibrary(folder, SIGNING_KEY, toReviews(accounts.record), accounts.record);
  if (!opened.ok) throw new Error(opened.diagnostics.map(({ message }) => message).join("; "));
  return opened.value;
}

/** The window of one person, who has signed in; each keeps their own. */
async function as(person: string): Promise<Page> {
  const found = pages.get(person);
  if (found !== undefined) return found;
  const { token } = await accounts.enrol(person);
  const visit = await bench.open({ viewport: { width: 1024, height: 900 } });
  await visit.page.context().addCookies([{ name: "wellspring", value: token, url: bench.url }]);
  pages.set(person, visit.page);
  closing.push(visit.close);
  return visit.page;
}

/** Goes on by Tab until the thing with that name has the focus, as a person without a mouse does. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 250; presses++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const { activeElement: element } = document;
      const labels =
        element !== null && "labels" in element ? (element.labels as NodeListOf<HTMLElement> | null) : null;
      return (labels?.[0] ?? element)?.textContent?.trim() ?? "";
    });
    if (typeof name === "string" ? focused === name : name.test(focused)) return;
  }
  throw new Error(`nothing called ${name} is reached by Tab on ${page.url()}`);
}

async function pressOn(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await Promise.all([page.waitForEvent("domcontentloaded"), page.keyboard.press("Enter")]);
}

/** Opens what is folded under a name, types into one entry, and sends the form. */
async function send(page: Page, folded: string | RegExp, label: RegExp, typed: string, button: string): Promise<void> {
  await tabTo(page, folded);
  await page.keyboard.press("Enter");
  await tabTo(page, label);
  await page.keyboard.type(typed);
  await pressOn(page, button);
}

async function declare(page: Page, words: string, isConflict: boolean): Promise<void> {
  await page.goto(TEXT);
  await tabTo(page, "Declare an interest");
  await page.keyboard.press("Enter");
  await tabTo(page, "What you have at stake");
  await page.keyboard.type(words);
  await tabTo(page, "No");
  await page.keyboard.press("Space");
  if (isConflict) await page.keyboard.press("ArrowDown");
  await pressOn(page, "Declare");
}

async function sign(person: string): Promise<void> {
  const page = await as(person);
  await declare(page, "nothing to declare", false);
  await page.goto(TEXT);
  await pressOn(page, "Open the next citation");
  await pressOn(page, "Open the next citation");
  expect(await page.getByText("You have opened every citation.").count()).toBe(1);
  await page.goto(TEXT);
  await pressOn(page, "Sign");
  expect(await page.getByRole("status").textContent()).toContain("sign.");
}

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const shots = process.env.DESK_SCREENSHOTS;
  if (shots === undefined) return;
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [360, 1440]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${shots}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
}

/** The editor without a mouse: in by Tab, corrected while typing, what was typed survives a reload, out by Escape and Tab. */
async function writeByKeyboard(page: Page): Promise<void> {
  const content = page.locator(".cm-content");
  await tabTo(page, "topic.yaml");
  while (!(await page.evaluate(() => document.activeElement?.className === "code-editor")))
    await page.keyboard.press("Tab");
  await page.keyboard.press("Control+End");
  // Letters that are shortcuts elsewhere are letters here.
  await page.keyboard.type("A zero\u200bwidth finding of 5 days. [@nobody]");
  const problem = (words: string) => page.locator(".problem[data-at]").filter({ hasText: words });
  await problem("nobody is not in sources.yaml").waitFor();
  await problem("U+200B").waitFor();
  await page.keyboard.press("F8");
  expect(await content.locator(".cm-lintRange").count()).toBeGreaterThan(0);
  expect(await page.locator(".cm-tooltip .cm-diagnostic").first().textContent()).toContain("What");
  await page.reload();
  expect(await page.locator(".edit-notice").textContent()).toContain("was put back");
  expect(await content.textContent()).toContain("finding of 5 days. [@nobody]");
  await problem("U+200B").waitFor();
  await pressInPlace(page, "Preview as reader");
  await page.getByText("An unapproved draft, not saved.").waitFor();
  await look(page, "edit");
  await page.reload();
  await tabTo(page, "Take the saved text instead");
  await page.keyboard.press("Enter");
  expect(await content.textContent()).not.toContain("nobody");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Check");
  await page.evaluate(() => localStorage.clear());
}

async function pressInPlace(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

test("the whole life of a text by keyboard alone, from the invitation of its author to its withdrawal", async () => {
  // Invite.
  const ann = await as("ann");
  await ann.goto("/desk/board/people");
  await tabTo(ann, "Short name");
  await ann.keyboard.type("will");
  await tabTo(ann, /^Full name/);
  await ann.keyboard.type("Will Example");
  await tabTo(ann, "author");
  await ann.keyboard.press("Space");
  await pressOn(ann, "Admit");
  await pressOn(ann, "Make a link for Will Example to sign in");
  await look(ann, "people");
  const link = await ann.getByRole("link", { name: "/account/invitation/" }).getAttribute("href");
  const visit = await bench.open({ viewport: { width: 1024, height: 900 } });
  const will = visit.page;
  closing.push(visit.close);
  await will.goto(link ?? "");
  const totpKey = await will.locator('input[name="totpKey"]').inputValue();
  for (const [label, typed] of [
    ["New password", PASSWORD],
    ["New password again", PASSWORD],
    ["Code", accounts.code({ totpKey })],
  ] as const) {
    await tabTo(will, label);
    await will.keyboard.type(typed);
  }
  await pressOn(will, "Accept the invitation");

  // Draft and submit.
  await will.goto("/desk");
  await pressOn(will, "Leg");
  await pressOn(will, "Draft this text");
  await pressOn(will, "Submit");
  await pressOn(will, "Edit article.md");
  await writeByKeyboard(will);

  // A reviewer with a conflict of interest is refused, and told why.
  const edith = await as("edith");
  await edith.goto("/desk");
  await look(edith, "queue");
  await pressOn(edith, "Leg");
  await pressOn(edith, "Begin the review");
  const carl = await as("carl");
  await declare(carl, "I am paid by the maker of the test", true);
  const barred = carl.locator(".step-barred").filter({ hasText: "Sign: the text under work" });
  expect(await barred.textContent()).toContain(
    "has declared a conflict of interest: I am paid by the maker of the test",
  );
  expect(await barred.getByRole("button", { name: "Sign" }).isDisabled()).toBe(true);
  await look(carl, "conflict");

  // Changes are requested; the author makes them.
  await edith.goto(TEXT);
  await send(edith, /^Request changes/, /^What must change/, "Say which veins are meant.", "Request changes");
  expect(await edith.locator(".standing").textContent()).toContain("changes requested");
  library = await write(deskFiles("\nThe veins of the calf are scanned too. [@lee-2021]{#calf}\n"));
  await will.goto(TEXT);
  await pressOn(will, "Draft this text");
  await pressOn(will, "Submit");
  await edith.goto(TEXT);
  await pressOn(edith, "Begin the review");

  // Two sign; it is approved and published.
  await sign("cleo");
  await look(await as("cleo"), "text");
  await edith.goto(TEXT);
  expect(await edith.locator(".standing").textContent()).toContain("Lacks 1 methods signature");
  await sign("max");
  await edith.goto(TEXT);
  await pressOn(edith, "Approve");
  await pressOn(edith, "Publish");
  await edith.goto("/topics/leg");
  expect(await edith.locator(".status-word").textContent()).toContain("Approved");
  const code = (await edith.locator(".status-facts a[href^='/code/']").textContent()) ?? "";

  // A source is retracted: readers are told on every page that leans on it.
  const libby = await as("libby");
  await libby.goto("/desk/board/sources");
  await tabTo(libby, "Source");
  await libby.keyboard.type("smith-2020");
  await tabTo(libby, /^Who retracted it/);
  await libby.keyboard.type("the data were made up");
  await pressOn(libby, "Record the retraction");
  await look(libby, "sources");
  await edith.goto("/desk");
  expect(await edith.locator(".queue-flagged").textContent()).toContain(
    "smith-2020 was retracted: the data were made up",
  );
  await look(edith, "flagged");
  for (const path of ["/topics/leg", `/code/${code}`, "/topics/leg/editions", "/feed.atom", "/api/topics/leg"])
    expect(await (await edith.request.get(path)).text(), path).toContain(
      "smith-2020 was retracted: the data were made up",
    );

  // Withdrawn, with the reason at its address.
  await edith.goto(TEXT);
  await send(edith, "Withdraw the topic", /^Why it is withdrawn/, "Its first source is gone.", "Withdraw the topic");
  await look(edith, "withdrawn");
  const gone = await edith.request.get("/topics/leg");
  expect([gone.status(), (await gone.text()).includes("Its first source is gone.")]).toEqual([410, true]);
  expect((await accounts.record.verify([])).length).toBe(0);
});
