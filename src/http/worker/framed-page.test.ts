import fc from "fast-check";
import { expect, test } from "vitest";
import { cutFrame, FRAME_END, framedText, streamOf } from "./framed-page.ts";

const page = (title: string, rest: string, style = "a") =>
  `<html><head><title>${title}</title><link href="${style}.css"/></head><body><header><a>${FRAME_END}${rest}`;
const kept = cutFrame(page("You are offline", "<main>no network</main>"));

/** What the browser gets, and whether the frame was refused. */
async function shown(reply: Promise<Response>): Promise<{ readonly html: string; readonly isRefused: boolean }> {
  if (kept === undefined) throw new Error("the kept page has a frame");
  let isRefused = false;
  const html = await new Response(
    streamOf(
      framedText(kept, reply, () => {
        isRefused = true;
      }),
    ),
  ).text();
  return { html, isRefused };
}

/** A body in pieces of the given sizes, then the remainder. */
function inPieces(text: string, sizes: readonly number[]): Response {
  let left = new TextEncoder().encode(text);
  const pieces = [...sizes, left.length].map((size) => {
    const piece = left.slice(0, size);
    left = left.slice(size);
    return piece;
  });
  return new Response(
    new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(piece);
        controller.close();
      },
    }),
  );
}

test("the frame is there before the reply is", async () => {
  if (kept === undefined) throw new Error("the kept page has a frame");
  const texts = framedText(kept, new Promise(() => undefined), () => undefined);
  expect((await texts.next()).value).toBe(kept.frame);
});

test("however the reply is cut on its way, its own title and everything behind the frame follow the frame", async () => {
  const rest = "<main>5 µg/l, ≥ 4 cm, 😀</main>";
  const sizes = fc.array(fc.nat({ max: 120 }), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(sizes, async (cuts) => {
      const { html, isRefused } = await shown(Promise.resolve(inPieces(page("calf lump", rest), cuts)));
      expect(html).toBe(`${kept?.frame}<title>calf lump</title>${rest}`);
      expect(isRefused).toBe(false);
    }),
    { numRuns: 50 },
  );
});

test("without a network the page for that time is whole, with its own title", async () => {
  const { html, isRefused } = await shown(Promise.reject(new TypeError("no network")));
  expect(html).toBe(`${kept?.frame}<title>You are offline</title><main>no network</main>`);
  expect(isRefused).toBe(false);
});

test.each([
  ["of another edition", new Response(page("t", "<main>new</main>", "b"))],
  ["that is not ours, for instance of a proxy", new Response("<h1>Sign in to the guest network</h1>")],
  ["that leads elsewhere and has no body", new Response(null, { status: 204 })],
])("a reply %s is not put into the frame: the address is loaded again", async (_, reply) => {
  const { html, isRefused } = await shown(Promise.resolve(reply));
  expect(html).toBe(`${kept?.frame}<meta http-equiv="refresh" content="0"/>`);
  expect(isRefused).toBe(true);
});

test("a line that breaks in the middle of an answer is an error, never half an answer that looks whole", async () => {
  const sent = [page("t", "<main>first half")];
  const breaking = new Response(
    new ReadableStream({
      pull(controller) {
        const next = sent.shift();
        if (next === undefined) controller.error(new TypeError("network lost"));
        else controller.enqueue(new TextEncoder().encode(next));
      },
    }),
  );
  await expect(shown(Promise.resolve(breaking))).rejects.toThrow("network lost");
});

test("a page without the end of a frame has none", () => {
  expect(cutFrame("<html><body>")).toBeUndefined();
});
