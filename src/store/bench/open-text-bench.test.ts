import { join } from "node:path";
import { expect, test } from "vitest";
import { deskFiles } from "../../../test/fixtures/desk.ts";
import { checkText } from "../../review/text/check-text.ts";
import { openTextBench } from "./open-text-bench.ts";

const ENTRY = join(import.meta.dirname, "bench-worker.ts");
const files = deskFiles();

test("a text checked beside the server is found exactly what it is found here", async () => {
  const beside = await openTextBench(ENTRY).check("leg", files);
  expect(beside).toEqual(checkText("leg", files));
});

test("what one job has read is known to the next, and a thread that was ended is begun anew", async () => {
  const bench = openTextBench(ENTRY, { idle: 1 });
  const edited = files.map((file) =>
    file.path.endsWith("article.md") ? { ...file, text: `${file.text}\nMore.\n` } : file,
  );
  for (const given of [files, edited, files]) expect(await bench.check("leg", given)).toEqual(checkText("leg", given));
});

test("a topic that cannot be read is refused with what is wrong with its files", async () => {
  const broken = files.filter(({ path }) => path !== "topics/leg/topic.yaml");
  const checked = await openTextBench(ENTRY).check("leg", broken);
  expect(checked.ok ? [] : checked.diagnostics.map(({ code }) => code)).toEqual([
    "review-text-unreadable",
    "file-missing",
  ]);
});

test("what takes longer than it may is given up, says so, and the next job is done all the same", async () => {
  const hasty = openTextBench(ENTRY, { time: 1 });
  const given = await hasty.check("leg", files);
  expect(given.ok ? [] : given.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    "review-bench-gave-up the text was not checked to its end: it took more than 0.001 seconds",
  ]);
});

test("more jobs than may wait are refused at once, and never held back in silence", async () => {
  const busy = openTextBench(ENTRY, { waiting: 1 });
  const done = await Promise.all([1, 2, 3].map(() => busy.check("leg", files)));
  expect(done.map(({ ok }) => ok)).toEqual([true, true, false]);
});

test("a check that nobody waits for any more is given up, whether it has begun or not", async () => {
  const bench = openTextBench(ENTRY);
  const [first, second] = [new AbortController(), new AbortController()];
  const checks = [bench.check("leg", files, first.signal), bench.check("leg", files, second.signal)];
  second.abort();
  first.abort();
  for (const check of await Promise.all(checks))
    expect(check.ok ? "" : check.diagnostics[0]?.message).toContain("nobody waits for it any more");
});

test("a text that needs more memory than it may have is given up, and the server lives on", async () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 12 }, (_, at) => `${"bcdefghijklm"[at]}: &${"bcdefghijklm"[at]} [${Array(9).fill(`*${"abcdefghijkl"[at]}`).join(",")}]`).join("\n")}\n`;
  const bombed = files.map((file) => (file.path === "topics/leg/facts.yaml" ? { ...file, text: bomb } : file));
  const checked = await openTextBench(ENTRY, { memory: 200 }).check("leg", bombed);
  const found = checked.ok ? checked.value.diagnostics : checked.diagnostics;
  expect(found.some(({ severity }) => severity === "error")).toBe(true);
});
