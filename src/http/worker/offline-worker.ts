import type { ScriptWords } from "../messages/script-words.ts";
import type { OfflineContents } from "../offline-contents.ts";
import { AS_OF } from "../offline-moment.ts";
import { KEYBOARD_PAGE } from "../shortcuts.ts";
import { TOPIC_NAMES } from "../topic-names.ts";
import { cutFrame, framedText, streamOf } from "./framed-page.ts";

/**
 * Keeps the texts for the time without a network. The network goes first, always; a copy is shown only when it cannot be reached, and says
 * as of when it is. What was withdrawn is thrown away before anything else is looked at. Pages about a patient, and questions, are never kept.
 */

/** The parts of a worker's surroundings that are used; the types of a page, which the rest of this folder has, lack them. */
interface WorkerScope {
  addEventListener(type: "install" | "activate", listener: (event: LifecycleEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchLike) => void): void;
  addEventListener(type: "message", listener: (event: LifecycleEvent & { readonly data: unknown }) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly registration: { readonly navigationPreload?: { enable(): Promise<void> } };
  readonly location: { readonly origin: string };
}

interface LifecycleEvent {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchLike extends LifecycleEvent {
  readonly request: Request;
  /** What the browser has begun to fetch while the worker was starting. */
  readonly preloadResponse?: Promise<Response | undefined>;
  respondWith(reply: Promise<Response>): void;
}

// A worker's `self` has these members, which the types of a page do not know.
const worker = self as unknown as WorkerScope;

const PREFIX = "wellspring-";
const CONTENTS = "/offline-contents.json";
const OFFLINE_PAGE = "/offline";

/** One after the other: of two bundles that are fetched at once (the language was changed twice), the wrong one might throw the other away. */
let refreshed: Promise<void> = Promise.resolve();

worker.addEventListener("install", (event) => event.waitUntil(keepFrame().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("message", (event) => {
  if (event.data !== "refresh") return;
  refreshed = refreshed.catch(() => undefined).then(refresh);
  event.waitUntil(refreshed);
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin) return;
  if (request.mode === "navigate") event.respondWith(openPage(event, url));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(openFile(request));
  else if (url.pathname === TOPIC_NAMES || url.pathname === KEYBOARD_PAGE) event.respondWith(openPart(request));
});

/** A page is asked for while the worker starts, not after: a slow phone starts one slowly (Navigation Preload). */
async function takeOver(): Promise<void> {
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
}

/** The one page whose frame the first question needs, before the whole bundle, which then takes its place. */
async function keepFrame(): Promise<void> {
  const cache = await caches.open(`${PREFIX}frame`);
  await fill(cache, [OFFLINE_PAGE]);
}

/** Brings the copies up to date: first away with what was withdrawn, then the new bundle whole, and only then away with the old one. */
async function refresh(): Promise<void> {
  const reply = await fetch(CONTENTS, { cache: "no-store" }).catch(() => undefined);
  if (reply?.ok !== true) return;
  const asOf = new Date(reply.headers.get("date") ?? Date.now()).toISOString();
  // Our own server's list, in the shape that its own type gives.
  const contents = (await reply.json()) as OfflineContents;
  await forget(contents.withdrawn);
  const name = PREFIX + contents.version;
  const cache = await caches.open(name);
  // The moment is written last: a bundle that has it is whole.
  if ((await cache.match(AS_OF)) === undefined && !(await fill(cache, contents.addresses))) return;
  await cache.put(AS_OF, new Response(asOf));
  for (const old of await caches.keys()) if (old.startsWith(PREFIX) && old !== name) await caches.delete(old);
}

/** True when every address was fetched and kept. */
async function fill(cache: Cache, addresses: readonly string[]): Promise<boolean> {
  for (const address of addresses) {
    const reply = await fetch(address, { cache: "no-cache" }).catch(() => undefined);
    if (reply?.ok !== true) return false;
    await cache.put(address, rebuilt(await reply.arrayBuffer(), reply));
  }
  return true;
}

async function forget(withdrawn: readonly string[]): Promise<void> {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX)) continue;
    const cache = await caches.open(name);
    for (const kept of await cache.keys()) {
      const { pathname } = new URL(kept.url);
      if (withdrawn.some((path) => pathname === path || pathname.startsWith(`${path}/`))) await cache.delete(kept);
    }
  }
}

/** A reply with another body. How the old one was packed does not hold for it. */
function rebuilt(body: ArrayBuffer | ReadableStream | string, reply: Response): Response {
  const headers = new Headers(reply.headers);
  for (const name of ["content-encoding", "content-length", "etag"]) headers.delete(name);
  return new Response(body, { status: reply.status, headers });
}

async function openFile(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/** What a page asks for by script: as it is now, or the copy. */
async function openPart(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(request)) ?? Response.error();
  }
}

/** Until a reply did not fit; then pages come as they are, for as long as this worker lives. */
let frameFits = true;

async function openPage(event: FetchLike, url: URL): Promise<Response> {
  const framed = frameFits && url.pathname === "/ask" ? await openInFrame(event) : undefined;
  if (framed !== undefined) return framed;
  try {
    return await replyTo(event);
  } catch {
    const exact = await caches.match(url.pathname + url.search);
    if (exact !== undefined) return withNotice(exact, false);
    const text = url.pathname.startsWith("/topics/") ? await caches.match(url.pathname) : undefined;
    if (text !== undefined) return withNotice(text, true);
    return (await caches.match(OFFLINE_PAGE)) ?? Response.error();
  }
}

async function replyTo({ request, preloadResponse }: FetchLike): Promise<Response> {
  return (await preloadResponse) ?? fetch(request);
}

/** The answer in the frame of the page that is kept for the time without a network, which it also is when there is none. */
async function openInFrame(event: FetchLike): Promise<Response | undefined> {
  const copy = await caches.match(OFFLINE_PAGE);
  const kept = copy && cutFrame(await copy.clone().text());
  if (copy === undefined || kept === undefined) return undefined;
  const refuseFrame = () => {
    frameFits = false;
  };
  return rebuilt(streamOf(framedText(kept, replyTo(event), refuseFrame)), copy);
}

/** The copy with a line above its text that says what it is, in the words that the page itself carries. */
async function withNotice(copy: Response, wasAsked: boolean): Promise<Response> {
  const moment = (await (await caches.match(AS_OF))?.text()) ?? "?";
  const html = await copy.text();
  const words = wordsOf(html);
  const asOf = words.copyAsOf.replace("{moment}", moment.slice(0, 16).replace("T", ", "));
  const notice = `<p class="offline-notice" role="status">${asOf}${wasAsked ? ` ${words.notAnswered}` : ""}</p>`;
  return rebuilt(html.replace(/<main id="main"[^>]*>/, `$&${notice}`), copy);
}

/** What the server wrote into the page for its script. A worker has no parser; the server escapes quotes and ampersands alone. */
function wordsOf(html: string): ScriptWords {
  const written = /data-words="([^"]*)"/.exec(html)?.[1] ?? "{}";
  // The server's own words, in the shape that its own type gives.
  return JSON.parse(written.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&")) as ScriptWords;
}
