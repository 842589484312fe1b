import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const text = readFileSync(`${root}docs/security.md`, "utf8");
const rows = [...text.matchAll(/^\| ([\d., –]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, requirement = "", , state = "", shown = ""]) => ({ requirement, state, shown }),
);

describe("docs/security.md", () => {
  test("has a row for each requirement that it speaks of, each with a state", () => {
    expect(rows.length).toBe(text.split("\n").filter((line) => /^\| \d/.test(line)).length);
    expect(rows.filter(({ state }) => !/^(met|partly|not met|not applicable)/.test(state))).toEqual([]);
  });

  test("names a test, or what stands above, for everything that it calls met", () => {
    const bare = rows.filter(({ state, shown }) => /^(met$|partly)/.test(state) && !/`|above/.test(shown));
    expect(bare).toEqual([]);
  });

  test.each(rows.filter(({ shown }) => shown.includes("`")))(
    "$requirement is shown by tests that are there",
    ({ shown }) => {
      for (const [, file = "", titles = ""] of shown.matchAll(/`([^`]+)`((?:,? "[^"]+")+)/g)) {
        expect(existsSync(`${root}${file}`), file).toBe(true);
        const source = readFileSync(`${root}${file}`, "utf8");
        for (const [, title = ""] of titles.matchAll(/"([^"]+)"/g))
          expect(source, `${file}: ${title}`).toContain(title);
      }
    },
  );
});
