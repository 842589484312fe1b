import { parentPort, workerData } from "node:worker_threads";
import { checkText } from "../../review/text/check-text.ts";
import { compareAdvice } from "../../review/text/compare-advice.ts";
import { readKeptText } from "../../review/text/read-kept-text.ts";
import type { BenchJob } from "./open-text-bench.ts";

// A thread of its own for one job: it says what came of it, and ends.

// The one who starts this thread hands it a job, typed there.
const given = workerData as BenchJob;
parentPort?.postMessage(given.kind === "check" ? checkText(given.topic, given.files) : compare(given));

function compare(job: Extract<BenchJob, { readonly kind: "compare" }>) {
  const [left, right] = [readKeptText(job.before)?.topic.pathway, readKeptText(job.after)?.topic.pathway];
  if (left === undefined || right === undefined) throw new Error("two pathways are asked to be compared");
  return compareAdvice(left, right, job.profile);
}
