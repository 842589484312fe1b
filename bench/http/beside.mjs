// node bench/http/beside.mjs <origin> <questions.jsonl.gz> [askers] [seconds]: opens the front page every 20 ms while nobody else asks, and again
// while some readers ask one question after the other; prints what the front page took. Questions are lines of JSON with a `question`.
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { gunzipSync } from "node:zlib";

const [origin, file, askers = "4", seconds = "25"] = process.argv.slice(2);
if (file === undefined) throw new Error("give the address of a server, and a file of questions");
const lines = gunzipSync(readFileSync(file)).toString().trim().split("\n");
const questions = lines.map((line) => JSON.parse(line).question);
const EVERY = 20;

const open = async (path) => (await fetch(`${origin}${path}`)).text();

async function tell(readers) {
  let isOver = false;
  let answers = 0;
  const asking = Array.from({ length: readers }, async (_, reader) => {
    for (let at = reader; !isOver; at += readers) {
      await open(`/ask?q=${encodeURIComponent(questions[at % questions.length])}`);
      answers++;
    }
  });
  const took = [];
  const end = performance.now() + Number(seconds) * 1_000;
  while (performance.now() < end) {
    const begun = performance.now();
    await open("/");
    took.push(performance.now() - begun);
    await wait(EVERY);
  }
  isOver = true;
  await Promise.all(asking);
  took.sort((a, b) => a - b);
  const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))].toFixed(1);
  console.log(
    `${readers} ask, ${answers} answers: front page ${took.length} times, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`,
  );
}

await open(`/ask?q=${encodeURIComponent(questions[0])}`);
await tell(0);
await tell(Number(askers));
