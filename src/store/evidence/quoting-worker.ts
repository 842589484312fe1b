import { parentPort, workerData } from "node:worker_threads";
import { quotesFinder } from "../../answer/quotes/find-quotes.ts";
import { isPostgres } from "../record/open-postgres.ts";
import { openEvidenceCopy } from "./on-postgres/open-evidence-copy.ts";
import { readEvidence } from "./open-evidence.ts";
import { openQuoting } from "./open-quoting.ts";
import type { AskedOfThread, EvidencePlace, FoundByThread } from "./open-quoting-threads.ts";

// A thread that finds quotes for as long as the server runs. It reads the store and writes nothing.

// The one who starts this thread hands it the place, typed there.
const { libraryFolder, place } = workerData as EvidencePlace;
const opened = await (isPostgres(place) ? openEvidenceCopy(libraryFolder, place) : readEvidence(libraryFolder, place));
const quoting = opened.ok ? await openQuoting(libraryFolder, opened.value) : opened;
if (!quoting.ok) throw new Error(quoting.diagnostics.map(({ message }) => message).join("; "));
const findQuotes = quotesFinder(quoting.value);

parentPort?.on("message", async ({ number, question }: AskedOfThread) => {
  parentPort?.postMessage({ number, found: await findQuotes(question) } satisfies FoundByThread);
});
