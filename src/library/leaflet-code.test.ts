import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentHash } from "../kernel/content-hash.ts";
import { leafletCode, readLeafletCode } from "./leaflet-code.ts";

const code = leafletCode(contentHash([{ name: "text", text: "a leaflet" }]));

describe("the code of a leaflet", () => {
  test("is eight signs in two groups, without those that are taken for one another", () => {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  test("is read as it is typed: small letters, spaces, and O for 0", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const printed = leafletCode(contentHash([{ name: "text", text }]));
        const typed = printed.toLowerCase().replace("-", " ").replaceAll("0", "o").replaceAll("1", "l");
        expect(readLeafletCode(typed)).toBe(printed);
      }),
    );
  });

  test("changes with the text", () => {
    expect(leafletCode(contentHash([{ name: "text", text: "a leaflet." }]))).not.toBe(code);
  });

  test("any one sign that is mistyped is noticed", () => {
    for (let at = 0; at < code.length; at++)
      for (const sign of "0123456789ABCDEFGHJKMNPQRSTVWXYZ") {
        if (code[at] === "-" || code[at] === sign) continue;
        expect(readLeafletCode(code.slice(0, at) + sign + code.slice(at + 1))).toBeUndefined();
      }
  });

  test.each(["", "ABCD", "ABCD-EFGH-JKMN", "UUUU-UUUU", "<script>", "１２３４５６７８"])("%j is no code", (typed) => {
    expect(readLeafletCode(typed)).toBeUndefined();
  });
});
