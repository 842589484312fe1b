/** Lets the browser keep the texts for the time without a network, where it can; asks anew for what was withdrawn when the network is back. */
export function keepOffline(): void {
  if (!("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  // After the page is there: keeping copies must not delay what was asked for. A browser that refuses has no copies, and works all the same.
  addEventListener("load", () => void serviceWorker.register("/offline-worker.js").then(refresh, () => undefined));
  addEventListener("online", refresh);
}

function refresh(): void {
  void navigator.serviceWorker.ready.then((registration) => registration.active?.postMessage("refresh"));
}
