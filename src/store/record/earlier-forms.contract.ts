import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createAccountStore } from "../accounts/account-store.ts";
import { openTables } from "./record-store.ts";

const FIXTURES = join(import.meta.dirname, "..", "..", "..", "test", "fixtures", "record-forms");

/** After everything that the fixtures hold. */
const LATER = "2026-01-02T08:00:00Z";

/** A record as an earlier form of the file was written, by the program of that time: as SQL, tables and all. */
export function earlierForm(form: number): string {
  return readFileSync(join(FIXTURES, `form-${form}.sql`), "utf8");
}

/** The rows alone of such a record, as statements that every engine takes. */
export function rowsOf(sql: string): string {
  return (sql.match(/^INSERT INTO \w+ VALUES \((?:'(?:[^']|'')*'|[^'])*?\);$/gm) ?? []).join("\n");
}

/** What every engine must do with a record of each earlier form. `makePlace` puts the record of a file's form there as that engine had it. */
export function earlierFormsContract(
  name: string,
  forms: readonly number[],
  makePlace: (form: number) => Promise<string>,
): void {
  describe(`a record of an earlier form on ${name}`, () => {
    test.each(forms)("of form %i is taken forward with all that it holds", async (form) => {
      const place = await makePlace(form);
      const opened = await openTables(place, () => new Date(LATER));
      if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics));
      const { record, engine } = opened.value;
      expect((await record.entries()).map(({ activity }) => activity)).toEqual([
        ...Array(3).fill("admit-person"),
        "draft",
        "submit",
        "declare-interest",
      ]);
      expect(await record.verify([])).toEqual([]);
      const [kept = ""] = await record.keptHashes();
      expect(await record.findText(kept)).toMatchObject({
        topic: "leg",
        files: [{ text: "# Leg\n\nA swollen leg; ä, 🦵.\n" }, { name: "topic.yaml" }],
      });
      expect((await record.questions()).map(({ words }) => words)).toEqual(
        form < 2 ? [] : ["which scan for a lump in the calf?"],
      );
      const accounts = createAccountStore(engine);
      expect((await accounts.accounts()).map(({ person }) => person)).toEqual(form < 3 ? [] : ["cleo"]);
      expect((await accounts.journal()).length).toBe(form < 3 ? 0 : 2);
      expect(await engine.run("SELECT count FROM gap")).toEqual(form < 4 ? [] : [{ count: 3 }]);
      // Work goes on where it stood.
      const comment = { topic: "leg", hash: kept, text: "after the update" };
      const last = await record.act({ agent: "eve", activity: "comment", body: comment }, "desk");
      expect(last).toMatchObject({ ok: true, value: { sequence: 7 } });
      expect(await record.verify([])).toEqual([]);
      await record.close();
    });
  });
}
