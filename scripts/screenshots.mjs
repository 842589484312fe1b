// npm run screenshots -- <folder>: pictures of every kind of page, phone, tablet and desktop, light and dark, and one print.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { CHROMIUM_FLAGS, findChromium } from "./find-chromium.mjs";

const folder = process.argv[2];
if (folder === undefined) {
  console.error("Usage: npm run screenshots -- <folder>");
  process.exit(1);
}
const executablePath = findChromium();
if (executablePath === undefined) {
  console.error("No Chromium found. Install one or set CHROMIUM_PATH.");
  process.exit(1);
}

const VIGNETTE =
  "58-year-old man with a tender lump in his calf for three days, no cancer. The calf is 4 cm larger than the other, " +
  "tenderness along the deep veins. D-dimer or scan first, and may he take his flight on Friday?";
const TOPIC = "/topics/suspected-leg-dvt";
const PAGES = {
  home: "/",
  answer: `/ask?q=${encodeURIComponent(VIGNETTE)}`,
  "answer-needs": `/ask?q=${encodeURIComponent("Best imaging for a calf mass with suspected isolated DVT?")}`,
  refusal: `/ask?q=${encodeURIComponent("How is a snake bite treated?")}`,
  topic: TOPIC,
  "topic-patient": `${TOPIC}?deepVeinTenderness=yes&calfSwelling=yes&alternativeDiagnosis=no&calfMass=yes`,
  "topic-errors": `${TOPIC}?age=sixty&dDimer=480&deepVeinTenderness=yes`,
  pathway: `${TOPIC}/pathway?deepVeinTenderness=yes&calfMass=yes`,
  "pathway-table": `${TOPIC}/pathway?view=table`,
  questions: `${TOPIC}/questions?calfMass=yes`,
  score: `${TOPIC}/score?deepVeinTenderness=yes`,
  "cut-off": `${TOPIC}/cut-off?age=66&dDimer=655&dDimer.unit=ug/L{FEU}`,
  chances: `${TOPIC}/chances?prevalence=17`,
  scan: `${TOPIC}/scan?c.femoral-vein=not&t.femoral-vein=acute`,
  "follow-up": `${TOPIC}/follow-up?scan=incomplete`,
  patient: `${TOPIC}?reader=patient`,
  leaflet: `${TOPIC}/leaflet`,
  editions: `${TOPIC}/editions`,
  identifiers: `/ask?q=${encodeURIComponent("Mrs Ada Lovelace, calf lump. DVT?")}`,
  code: "/code",
  policy: "/editorial-policy",
  sources: "/sources",
  keyboard: "/keyboard",
  offline: "/offline",
  "not-found": "/topics/nothing",
  german: `${TOPIC}?lang=de`,
};
const SIZES = {
  phone: { width: 360, height: 780 },
  tablet: { width: 768, height: 1024 },
  desktop: { width: 1440, height: 900 },
};

const { server, url } = await startServer();
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
mkdirSync(folder, { recursive: true });
try {
  for (const [size, viewport] of Object.entries(SIZES))
    for (const colorScheme of ["light", "dark"]) await photograph(size, viewport, colorScheme);
  await printTopic();
} finally {
  await browser.close();
  server.kill("SIGTERM");
}

async function photograph(size, viewport, colorScheme) {
  const context = await browser.newContext({ viewport, colorScheme });
  const page = await context.newPage();
  for (const [name, path] of Object.entries(PAGES)) {
    await page.goto(url + path);
    await page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`), fullPage: true });
  }
  await page.goto(`${url}${TOPIC}?lang=en`);
  await page.locator("button.cite").nth(1).click();
  await page.screenshot({ path: join(folder, `citation-${size}-${colorScheme}.png`) });
  await context.close();
}

async function printTopic() {
  const page = await browser.newPage();
  await page.goto(url + PAGES["topic-patient"]);
  await page.pdf({
    path: join(folder, "topic.pdf"),
    format: "A4",
    margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" },
  });
  await page.setViewportSize({ width: 794, height: 2246 });
  await page.emulateMedia({ media: "print" });
  await page.screenshot({ path: join(folder, "topic-print.png") });
  await page.close();
}

/** Starts the built server on a free port and waits for the line that names its address. */
function startServer() {
  const command = new URL("../bin/wellspring.mjs", import.meta.url).pathname;
  const server = spawn(process.execPath, [command, "serve", "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
    server.stdout.on("data", (line) => {
      const found = /http:\/\/\S+/.exec(String(line));
      if (found !== null) resolve({ server, url: found[0] });
    });
  });
}
