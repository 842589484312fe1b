import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { DIAGNOSTIC_TABLES } from "./diagnostic-tables.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const codes = Object.values(DIAGNOSTIC_TABLES).flatMap(({ table }) => Object.keys(table));

test("every table of diagnostics is in the list", () => {
  const exported = readdirSync(`${root}src`, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .flatMap((path) => [
      ...readFileSync(`${root}src/${path}`, "utf8").matchAll(/^(?:export )?const (\w+) = defineDiagnostics\(/gm),
    ])
    .map((found) => found[1]);
  expect(exported.toSorted()).toEqual(Object.keys(DIAGNOSTIC_TABLES).toSorted());
});

test("no code is used by two tables", () => {
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

test.each(codes)("%s has a page that says what to avoid, what to prefer, and why", (code) => {
  const page = `${root}docs/diagnostics/${code}.md`;
  expect(existsSync(page), `docs/diagnostics/${code}.md is missing`).toBe(true);
  const text = readFileSync(page, "utf8");
  for (const part of [`# ${code}`, "**Avoid**", "**Prefer**", "**Why**"]) expect(text).toContain(part);
});

test("every page is of a code that exists", () => {
  const pages = readdirSync(`${root}docs/diagnostics`).map((name) => name.replace(/\.md$/, ""));
  expect(pages.filter((page) => !codes.includes(page))).toEqual([]);
});
