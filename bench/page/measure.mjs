// node bench/page/measure.mjs [runs]: how long a clinician waits on a phone with a slow line, and what a page weighs. See README.md beside it.
import { spawn } from "node:child_process";
import { chromium } from "playwright-core";
import { CHROMIUM_FLAGS, findChromium } from "../../scripts/find-chromium.mjs";
import { openSlowLine, SLOW_3G } from "./slow-line.mjs";

const RUNS = Number(process.argv[2] ?? 20);
const TOPIC = "/topics/suspected-leg-dvt";
const QUESTION = "calf lump, tender along the deep veins, calf 4 cm larger, no other cause. DVT?";
/** A quick thumb. */
const MS_PER_KEY = 60;
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true };
const SLOWER = 4;

const server = spawn(
  process.execPath,
  [new URL("../../bin/wellspring.mjs", import.meta.url).pathname, "serve", "--port", "0"],
  {
    stdio: ["ignore", "pipe", "inherit"],
  },
);
const url = await new Promise((resolve, reject) => {
  server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  server.stdout.on("data", (line) => {
    const found = /http:\/\/\S+/.exec(String(line));
    if (found !== null) resolve(new URL(found[0]));
  });
});
const line = await openSlowLine({ host: url.hostname, port: Number(url.port) }, SLOW_3G);
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
try {
  const rows = { "first visit": [], "later visit": [], offline: [] };
  for (let run = 0; run < RUNS; run += 1) await visit(rows);
  for (const [name, found] of Object.entries(rows)) {
    console.log(`\n${name}, ${found.length} runs: median / p95`);
    for (const key of Object.keys(found[0] ?? {}))
      console.log(`  ${key}: ${quantile(found, key, 0.5)} / ${quantile(found, key, 0.95)}`);
  }
  await weigh();
} finally {
  await browser.close();
  line.close();
  server.kill("SIGTERM");
}

/** One reader: a question at the first visit, another once everything is kept, and the topic without a network. */
async function visit(rows) {
  const context = await browser.newContext({ ...PHONE, baseURL: line.url, permissions: [] });
  await context.addInitScript(watch);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  rows["first visit"].push({ ...(await open(page, "/", "home")), ...(await ask(page)) });
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while ((await caches.match("/offline-as-of")) === undefined) await new Promise((later) => setTimeout(later, 200));
  });
  rows["later visit"].push({
    ...(await open(page, "/", "home")),
    ...(await ask(page)),
    ...(await open(page, TOPIC, "topic")),
  });
  await context.setOffline(true);
  rows.offline.push(await open(page, TOPIC, "topic"));
  await context.close();
}

/** Opens a page; milliseconds from the start of the navigation. */
async function open(page, path, name) {
  await page.goto(path, { waitUntil: "load" });
  await page.waitForTimeout(300);
  const { bottomLine, largest, shift, blocked } = await page.evaluate(() => globalThis.seen);
  return {
    [`${name}: largest paint, ms`]: largest,
    ...(bottomLine === undefined ? {} : { [`${name}: bottom line, ms`]: bottomLine }),
    [`${name}: layout shift`]: shift,
    [`${name}: blocked, ms`]: blocked,
  };
}

/** Types the question and asks; milliseconds from the first key, and from the press of Ask. */
async function ask(page) {
  await page.locator("[data-ask]").first().tap();
  await page.keyboard.type(QUESTION, { delay: MS_PER_KEY });
  await page.locator("main form.ask button[type=submit]").first().tap();
  await page.waitForURL("**/ask?**");
  await page.waitForLoadState("load");
  await page.waitForTimeout(300);
  const seen = await page.evaluate(() => ({
    ...globalThis.seen,
    origin: performance.timeOrigin,
    firstKey: Number(sessionStorage.getItem("first-key")),
    asked: Number(sessionStorage.getItem("asked")),
  }));
  return {
    "answer: next step after asking, ms": Math.round(seen.origin + seen.nextStep - seen.asked),
    "answer: bottom line after asking, ms": Math.round(seen.origin + seen.bottomLine - seen.asked),
    "answer: bottom line after the first key, ms": Math.round(seen.origin + seen.bottomLine - seen.firstKey),
    "answer: layout shift": seen.shift,
    "answer: blocked, ms": seen.blocked,
  };
}

/** Runs in the page before anything else: when the answer is on the screen, what shifts, what blocks. */
function watch() {
  const seen = { shift: 0, blocked: 0 };
  globalThis.seen = seen;
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe("largest-contentful-paint", (entry) => {
    seen.largest = Math.round(entry.startTime);
  });
  observe("layout-shift", (entry) => {
    if (!entry.hadRecentInput) seen.shift = Math.round((seen.shift + entry.value) * 10_000) / 10_000;
  });
  observe("longtask", (entry) => {
    seen.blocked = Math.round(seen.blocked + Math.max(0, entry.duration - 50));
  });
  // Painted, not merely parsed: the frame after the one in which the words have a box.
  const look = () => {
    const has = (selector) => (document.querySelector(selector)?.getBoundingClientRect().height ?? 0) > 0;
    const mark = (name, selector) =>
      seen[name] === undefined &&
      has(selector) &&
      requestAnimationFrame((at) => {
        seen[name] ??= Math.round(at);
      });
    mark("bottomLine", "#bottom-line ~ :is(p, ul)");
    mark("nextStep", ".next-step-title");
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  addEventListener(
    "keydown",
    () => sessionStorage.getItem("first-key") ?? sessionStorage.setItem("first-key", String(Date.now())),
    true,
  );
  addEventListener("submit", () => sessionStorage.setItem("asked", String(Date.now())), true);
  if (!location.pathname.startsWith("/ask")) {
    sessionStorage.removeItem("first-key");
    sessionStorage.removeItem("asked");
  }
}

/** Bytes on the wire for the first view of each reading page, without what the worker fetches afterwards. */
async function weigh() {
  console.log("\nfirst view, bytes on the wire: whole / document / script / style");
  for (const path of [
    "/",
    `/ask?q=${encodeURIComponent(QUESTION)}`,
    TOPIC,
    `${TOPIC}?reader=patient`,
    `${TOPIC}/chances`,
    `${TOPIC}/scan`,
    `${TOPIC}/pathway`,
  ]) {
    const context = await browser.newContext({ ...PHONE, baseURL: url.origin, serviceWorkers: "block" });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send("Network.enable");
    const kinds = new Map();
    const bytes = { Document: 0, Script: 0, Stylesheet: 0, whole: 0 };
    cdp.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
    cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      bytes.whole += encodedDataLength;
      const kind = kinds.get(requestId);
      if (kind in bytes) bytes[kind] += encodedDataLength;
    });
    await page.goto(path, { waitUntil: "networkidle" });
    console.log(`  ${path.split("=")[0]}: ${bytes.whole} / ${bytes.Document} / ${bytes.Script} / ${bytes.Stylesheet}`);
    await context.close();
  }
}

function quantile(rows, key, share) {
  const sorted = rows.map((row) => row[key]).sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}
