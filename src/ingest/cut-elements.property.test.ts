import fc from "fast-check";
import { expect, test } from "vitest";
import { gather } from "../../test/support/read-file.ts";
import { cutElements } from "./cut-elements.ts";

async function* inChunks(text: string, cuts: readonly number[]): AsyncGenerator<string> {
  let from = 0;
  for (const cut of cuts.map((one) => one % (text.length + 1)).toSorted((a, b) => a - b)) {
    yield text.slice(from, cut);
    from = cut;
  }
  yield text.slice(from);
}

const element = fc.oneof(
  fc.string({ maxLength: 8 }).map((text) => `<item>${text.replaceAll("<", "")}</item>`),
  fc.constant('<item a="1"><child/></item>'),
  fc.constant("<items/>"),
  fc.constant("<part>x</part>"),
  fc.string({ maxLength: 60 }).map((text) => text.replaceAll("<", "")),
);

test("wherever a stream is cut into chunks, the same elements are cut out of it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(element, { maxLength: 12 }),
      fc.array(fc.nat(), { maxLength: 12 }),
      async (parts, cuts) => {
        const text = parts.join("");
        const expected = [...text.matchAll(/<(item|part)(?: [^>]*)?>.*?<\/\1>/gs)].map(([xml]) => xml);
        const cut = await gather(cutElements(inChunks(text, cuts), ["item", "part"], "an item"));
        expect(cut.map(({ xml }) => xml)).toEqual(expected);
      },
    ),
  );
});
