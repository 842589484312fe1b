import type { Analyser } from "../../../search/analyser.ts";
import { indexForm } from "../search-tables.ts";

/** Raised with every change of the tables of a copy. */
const TABLES = "copy-2";

/** What a copy was made with: of another, what it holds is not read. */
export function copyForm(analyser: Analyser): string {
  return `${TABLES} ${indexForm(analyser)}`;
}
