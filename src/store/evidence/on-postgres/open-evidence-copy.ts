import type { Pool } from "pg";
import type { SourceOverview } from "../../../evidence/corpus.ts";
import { EvidenceUnreachable } from "../../../evidence/evidence-unreachable.ts";
import { failed, ok, type Result } from "../../../kernel/result.ts";
import { Analyser } from "../../../search/analyser.ts";
import { searchPassages } from "../../../search/search-passages.ts";
import type { SearchWords } from "../../../search/search-words.ts";
import { nameOfPlace, poolOf } from "../../record/open-postgres.ts";
import { reasonOf } from "../../record/open-record-file.ts";
import { evidenceDiagnostics, readWords, type SearchableEvidence } from "../open-evidence.ts";
import { copyForm } from "./copy-form.ts";
import { CurrentCopy } from "./current-copy.ts";
import { type Ask, passagesOf } from "./evidence-copy.ts";

/** A copy with the search over it. Each question is answered from one copy, the one that lies there when it has been answered. */
export interface SearchableCopy extends SearchableEvidence {
  /** As they were when they were copied. */
  sources(): Promise<readonly SourceOverview[]>;
  close(): Promise<void>;
}

/** Opens the copy of a store at an address `postgres://…`, with the words of a library. */
export async function openEvidenceCopy(libraryFolder: string, place: string): Promise<Result<SearchableCopy>> {
  const words = await readWords(libraryFolder);
  if (!words.ok) return words;
  const named = nameOfPlace(place);
  const refuse = (reason: string) =>
    failed(evidenceDiagnostics.report("evidence-unreadable", { folder: named, reason }));
  if (!URL.canParse(place)) return refuse("this is no address of a database");
  const pool = poolOf(place);
  try {
    const analyser = new Analyser(words.value);
    const ask = askOn(pool);
    const form = await formOf(ask);
    if (form === copyForm(analyser)) {
      const current = new CurrentCopy(ask, analyser);
      await current.look();
      return ok(searchable(current, { ask, analyser, words: words.value, close: () => pool.end() }));
    }
    await pool.end();
    const code = form === undefined ? "evidence-copy-missing" : "evidence-copy-outdated";
    return failed(evidenceDiagnostics.report(code, { place: named }));
  } catch (error) {
    await pool.end();
    return refuse(reasonOf(error));
  }
}

async function formOf(ask: Ask): Promise<unknown> {
  const [table] = await ask("SELECT to_regclass('evidence_copy') IS NOT NULL AS known");
  const [copy] = table?.known === true ? await ask("SELECT form FROM evidence_copy") : [];
  return copy?.form;
}

interface CopyParts {
  readonly ask: Ask;
  readonly analyser: Analyser;
  readonly words: SearchWords;
  close(): Promise<void>;
}

function searchable(current: CurrentCopy, { ask, analyser, words, close }: CopyParts): SearchableCopy {
  return {
    store: {
      analyser,
      findSource: (id) => current.sources.find((source) => source.id === id),
      index: {
        async getPassages(hashes) {
          await current.look();
          return passagesOf(hashes, ask);
        },
      },
    },
    search: (question, profile, limit) =>
      current.whole((index) =>
        searchPassages({ question, profile, limit }, { index, analyser, words, subjects: index.subjects }),
      ),
    sources: async () => (await current.look()).sources,
    close,
  };
}

/** Whatever goes wrong on the way is told as evidence that cannot be reached, never as evidence that says nothing. */
function askOn(pool: Pool): Ask {
  return async (statement, ...values) => {
    try {
      return (await pool.query<Record<string, unknown>>(statement, [...values])).rows;
    } catch (error) {
      throw new EvidenceUnreachable(error);
    }
  };
}
