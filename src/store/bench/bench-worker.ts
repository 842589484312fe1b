import { parentPort, workerData } from "node:worker_threads";
import { ok } from "../../kernel/result.ts";
import { checkText } from "../../review/text/check-text.ts";
import { compareAdvice } from "../../review/text/compare-advice.ts";
import { readKeptText } from "../../review/text/read-kept-text.ts";
import type { BenchJob } from "./open-text-bench.ts";

// A thread of its own for one job: it says what came of it, and ends.

// The one who starts this thread hands it a job, typed there.
const job = workerData as BenchJob;
parentPort?.postMessage(job.kind === "check" ? checkText(job.topic, job.files) : compare(job));

function compare({ before, after }: Extract<BenchJob, { readonly kind: "compare" }>) {
  const [left, right] = [readKeptText(before)?.topic.pathway, readKeptText(after)?.topic.pathway];
  return left === undefined || right === undefined ? ok([]) : compareAdvice(left, right);
}
