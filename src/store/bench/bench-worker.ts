import { parentPort } from "node:worker_threads";
import { createTextChecker } from "../../review/text/check-text.ts";
import { compareAdvice } from "../../review/text/compare-advice.ts";
import { readKeptText } from "../../review/text/read-kept-text.ts";
import type { BenchJob } from "./open-text-bench.ts";

// A thread that is handed one job after the other and says what came of each. It keeps what it has read and proven, so that the next check of nearly the same text is short.

const check = createTextChecker();

// The one who started this thread hands it jobs, typed there.
parentPort?.on("message", (job: BenchJob) =>
  parentPort?.postMessage(job.kind === "check" ? check(job.topic, job.files) : compare(job)),
);

function compare(job: Extract<BenchJob, { readonly kind: "compare" }>) {
  const [left, right] = [readKeptText(job.before)?.topic.pathway, readKeptText(job.after)?.topic.pathway];
  if (left === undefined || right === undefined) throw new Error("two pathways are asked to be compared");
  return compareAdvice(left, right, job.profile);
}
