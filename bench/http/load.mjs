// node bench/http/load.mjs <url> [connections] [seconds]: keeps so many requests under way for so long; prints rate and latency.
import { Agent, get } from "node:http";

const [url, connections = "16", seconds = "5"] = process.argv.slice(2);
if (url === undefined) throw new Error("give the address of a page");
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const latencies = [];
let bytes = 0;
const end = performance.now() + Number(seconds) * 1000;

await Promise.all(Array.from({ length: Number(connections) }, keepAsking));
latencies.sort((left, right) => left - right);
const at = (share) => latencies[Math.floor(latencies.length * share)]?.toFixed(1);
console.log(
  `${url}\n${Math.round(latencies.length / Number(seconds))} pages/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ` +
    `${Math.round(bytes / latencies.length / 102.4) / 10} KB each on the wire`,
);
agent.destroy();

async function keepAsking() {
  while (performance.now() < end) {
    const begun = performance.now();
    await ask();
    latencies.push(performance.now() - begun);
  }
}

function ask() {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { "accept-encoding": "br" } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`status ${response.statusCode}`));
      response.on("data", (part) => {
        bytes += part.length;
      });
      response.on("end", resolve);
    }).on("error", reject);
  });
}
