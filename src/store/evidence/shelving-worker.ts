import { parentPort, workerData } from "node:worker_threads";
import { openEvidence } from "./open-evidence.ts";
import type { EvidencePlace } from "./open-quoting-threads.ts";
import type { ShelfJob } from "./open-shelf.ts";

// A thread that carries out decisions on sources, one after the other. Opening the store takes up what an earlier one left half done.

// The one who starts this thread hands it the place and then jobs, typed there.
const { libraryFolder, place } = workerData as EvidencePlace;
const opened = await openEvidence(libraryFolder, place);
if (!opened.ok) throw new Error(opened.diagnostics.map(({ message }) => message).join("; "));
const { store } = opened.value;

parentPort?.on("message", (job: ShelfJob) => parentPort?.postMessage(done(job)));

function done({ method, given }: ShelfJob): unknown {
  switch (method) {
    case "digestOf":
      return store.digestOf(...given);
    case "setState":
      return store.setState(...given);
    case "removeSource":
      return store.removeSource(...given);
    case "intents":
      return store.intents();
    case "intend":
      return store.intend(...given);
    case "forgetIntent":
      return store.forgetIntent(...given);
  }
}
