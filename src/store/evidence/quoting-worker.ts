import { parentPort, workerData } from "node:worker_threads";
import { quotesFinder } from "../../answer/quotes/find-quotes.ts";
import type { EvidenceLook } from "../../evidence/evidence-port.ts";
import { isPostgres } from "../record/open-postgres.ts";
import { openEvidenceCopy } from "./on-postgres/open-evidence-copy.ts";
import { readEvidence } from "./open-evidence.ts";
import { openQuoting } from "./open-quoting.ts";
import type { AskedOfThread, EvidencePlace, FoundByThread } from "./open-quoting-threads.ts";

// A thread that finds quotes, and looks at the store, for as long as the server runs. It reads the store and writes nothing.

// The one who starts this thread hands it the place, typed there.
const { libraryFolder, place } = workerData as EvidencePlace;
const own = isPostgres(place) ? undefined : await readEvidence(libraryFolder, place);
const opened = own ?? (await openEvidenceCopy(libraryFolder, place));
const quoting = opened.ok ? await openQuoting(libraryFolder, opened.value) : opened;
if (!quoting.ok) throw new Error(quoting.diagnostics.map(({ message }) => message).join("; "));
const findQuotes = quotesFinder(quoting.value);

parentPort?.on("message", async (asked: AskedOfThread) => {
  const found = asked.kind === "quotes" ? await findQuotes(asked.question) : look();
  parentPort?.postMessage({ number: asked.number, found } satisfies FoundByThread);
});

function look(): EvidenceLook {
  if (own?.ok !== true) throw new Error("a copy is looked at through its server");
  return own.value.store.look();
}
