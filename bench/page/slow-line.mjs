// A line of given delay and width between a browser and a server, for connections of every kind, those of a service worker included.
import { connect, createServer } from "node:net";

/** WebPageTest's "3G Slow": 400 ms there and back, 400 kbit/s each way. */
export const SLOW_3G = { roundTripMs: 400, bytesPerSecond: 50_000 };

/** Listens on a free port and passes bytes on to `target` as late as such a line would. All connections share its width. */
export function openSlowLine(target, { roundTripMs, bytesPerSecond }) {
  const counted = { down: 0 };
  const ways = { up: { freeAt: 0 }, down: { freeAt: 0 } };
  const sockets = new Set();
  const pass = (from, to, way) => {
    let last = 0;
    const later = (act, bytes) => {
      const now = performance.now();
      way.freeAt = Math.max(now, way.freeAt) + (bytes / bytesPerSecond) * 1000;
      // Bytes of one connection never overtake each other.
      last = Math.max(last, way.freeAt + roundTripMs / 2);
      setTimeout(act, last - now);
    };
    from.on("data", (chunk) => {
      if (way === ways.down) counted.down += chunk.length;
      for (let at = 0; at < chunk.length; at += 1460) {
        const packet = chunk.subarray(at, at + 1460);
        later(() => to.writable && to.write(packet), packet.length);
      }
    });
    from.on("end", () => later(() => to.end(), 0));
    from.on("error", () => to.destroy());
  };
  const server = createServer((client) => {
    sockets.add(client);
    client.on("close", () => sockets.delete(client));
    client.pause();
    // The handshake of TCP takes one way there and back.
    setTimeout(() => {
      const upstream = connect(target);
      pass(client, upstream, ways.up);
      pass(upstream, client, ways.down);
      client.resume();
    }, roundTripMs);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve({
        url: `http://127.0.0.1:${server.address().port}`,
        counted,
        close: () => {
          for (const socket of sockets) socket.destroy();
          server.close();
        },
      }),
    );
  });
}
