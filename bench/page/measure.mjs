// node bench/page/measure.mjs [runs]: how long a clinician waits on a phone with a slow line, and what a page weighs. See README.md beside it.
import { spawn } from "node:child_process";
import { loadavg } from "node:os";
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
  console.log(`load of the machine at the start: ${loadavg().map((one) => one.toFixed(1))}`);
  const rows = { "first visit": [], "later visit": [], offline: [] };
  for (let run = 0; run < RUNS; run += 1) await visit(rows);
  for (const [name, found] of Object.entries(rows)) {
    console.log(`\n${name}, ${found.length} runs: quickest / median / p95`);
    for (const key of Object.keys(found[0] ?? {}))
      console.log(`  ${key}: ${[0.001, 0.5, 0.95].map((share) => quantile(found, key, share)).join(" / ")}`);
  }
  await weigh();
} finally {
  await browser.close();
  line.close();
  server.kill("SIGTERM");
}

/**
 * One reader. First visit: a browser that was never here, with nothing kept; the question is asked from the front page. Later visit: the
 * same browser once copies are kept, front page and question again. Offline: the topic, and a question, without a network.
 */
async function visit(rows) {
  const context = await browser.newContext({ ...PHONE, baseURL: line.url, permissions: [] });
  await context.addInitScript(watch);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  rows["first visit"].push({ ...(await open(page, "/", "home")), ...(await ask(page, cdp)) });
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while ((await caches.match("/offline-as-of")) === undefined) await new Promise((later) => setTimeout(later, 200));
  });
  rows["later visit"].push({
    ...(await open(page, "/", "home")),
    ...(await ask(page, cdp)),
    ...(await open(page, TOPIC, "topic")),
  });
  await page.goto("/", { waitUntil: "load" });
  await context.setOffline(true);
  rows.offline.push({ ...(await refused(page, cdp)), ...(await open(page, TOPIC, "topic")) });
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
async function ask(page, cdp) {
  await typeAndAsk(page, cdp);
  const seen = await page.evaluate(() => {
    const { requestStart, responseEnd } = performance.getEntriesByType("navigation")[0];
    const top = (selector) =>
      Math.round((document.querySelector(selector)?.getBoundingClientRect().top ?? 0) + scrollY);
    return {
      ...globalThis.seen,
      origin: performance.timeOrigin,
      requestStart,
      responseEnd,
      bottomLineTop: top("#bottom-line"),
      nextStepTop: top(".next-step-title"),
      firstKey: Number(sessionStorage.getItem("first-key")),
      asked: Number(sessionStorage.getItem("asked")),
    };
  });
  const sinceAsked = (at) => Math.round(seen.origin + at - seen.asked);
  return {
    "answer: request on its way after asking, ms": sinceAsked(seen.requestStart),
    "answer: next step after asking, ms": sinceAsked(seen.nextStep),
    "answer: bottom line after asking, ms": sinceAsked(seen.bottomLine),
    "answer: largest paint after asking, ms": sinceAsked(seen.largest),
    "answer: last byte after asking, ms": sinceAsked(seen.responseEnd),
    "answer: typing, ms": Math.round(seen.asked - seen.firstKey),
    "answer: bottom line after the first key, ms": Math.round(seen.origin + seen.bottomLine - seen.firstKey),
    "answer: next step stands at, px": seen.nextStepTop,
    "answer: bottom line stands at, px": seen.bottomLineTop,
    "answer: layout shift": seen.shift,
    "answer: blocked, ms": seen.blocked,
  };
}

/** Asks without a network; milliseconds until the page says that nothing is answered. */
async function refused(page, cdp) {
  await typeAndAsk(page, cdp);
  return page.evaluate(() => ({
    "asked offline: told so after asking, ms": Math.round(
      performance.timeOrigin + globalThis.seen.largest - Number(sessionStorage.getItem("asked")),
    ),
    "asked offline: layout shift": globalThis.seen.shift,
  }));
}

/** Keys come when the thumb presses them, whether or not the page has dealt with the one before. */
async function typeAndAsk(page, cdp) {
  await page.locator("[data-ask]").first().tap();
  const start = performance.now();
  const sent = [];
  for (const [index, text] of [...QUESTION].entries()) {
    await new Promise((later) => setTimeout(later, start + index * MS_PER_KEY - performance.now()));
    const key = { text, key: text, unmodifiedText: text };
    sent.push(cdp.send("Input.dispatchKeyEvent", { type: "keyDown", ...key }));
    sent.push(cdp.send("Input.dispatchKeyEvent", { type: "keyUp", key: text }));
  }
  await Promise.all(sent);
  await page.locator("main form.ask button[type=submit]").first().tap();
  await page.waitForURL("**/ask?**");
  await page.waitForLoadState("load");
  await page.waitForTimeout(300);
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
