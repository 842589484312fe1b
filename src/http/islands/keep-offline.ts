import { AS_OF } from "../offline-moment.ts";

/** Copies are fetched once nobody has typed for this long: on a slow line a question must not wait behind them. */
const QUIET_MS = 3000;

/** Lets the browser keep the texts for the time without a network, where it can; asks anew for what was withdrawn when the network is back. */
export function keepOffline(): void {
  if (!("serviceWorker" in navigator)) return;
  // After the page is there: keeping copies must not delay what was asked for. A browser that refuses has no copies, and works all the same.
  addEventListener("load", () => void start().catch(() => undefined));
  addEventListener("online", refresh);
}

async function start(): Promise<void> {
  await navigator.serviceWorker.register("/offline-worker.js");
  // Where there are copies already, what was withdrawn goes from them at once.
  if ((await caches.match(AS_OF)) === undefined) onceQuiet(refresh);
  else refresh();
}

function onceQuiet(act: () => void): void {
  const typed = new AbortController();
  const done = () => {
    typed.abort();
    act();
  };
  let timer = setTimeout(done, QUIET_MS);
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(done, QUIET_MS);
  };
  addEventListener("input", wait, { signal: typed.signal });
}

function refresh(): void {
  void navigator.serviceWorker.ready.then((registration) => registration.active?.postMessage("refresh"));
}
