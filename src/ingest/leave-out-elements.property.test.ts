import fc from "fast-check";
import { expect, test } from "vitest";
import { leaveOutElements } from "./leave-out-elements.ts";
import { readElement, type XmlElement } from "./read-element.ts";
import { PlainReader } from "./read-plain-element.ts";

const name = fc.constantFrom("List", "ListItem", "Title", "p");
const text = fc.constantFrom("", "legs", "a &lt;List&gt; b", "x > y", "</", "&amp;").filter((part) => part !== "</");
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc.oneof(
    { maxDepth: 4 },
    text,
    name.map((one) => `<${one}/>`),
    fc
      .tuple(name, fc.constantFrom("", ' a="1"', ' a="x/>y"'), fc.array(tie("element"), { maxLength: 4 }))
      .map(([one, attribute, inside]) => `<${one}${attribute}>${inside.join("")}</${one}>`),
    fc.constantFrom("<!-- <List> -->", "<![CDATA[<List>]]>", "<?List?>"),
  ),
}));

/** The elements that are kept, without those that may be left out, whatever is in them. */
function kept({ name: own, attributes, content }: XmlElement): unknown {
  const parts = content.flatMap((part) =>
    typeof part === "string" ? [part] : part.name === "List" ? [] : [kept(part)],
  );
  // Text on both sides of what is left out is one text or two, and means the same.
  const joined = parts.reduce<unknown[]>((all, part) => {
    const last = all.at(-1);
    if (typeof part === "string" && typeof last === "string") all[all.length - 1] = last + part;
    else all.push(part);
    return all;
  }, []);
  return { own, attributes, joined };
}

test("what is left when elements are left out reads as the whole does without them", () => {
  fc.assert(
    fc.property(fc.array(element, { maxLength: 6 }), (inside) => {
      const xml = `<root>${inside.join("")}</root>`;
      expect(kept(readElement(leaveOutElements(xml, ["List"])))).toEqual(kept(readElement(xml)));
    }),
    { numRuns: 500 },
  );
});

test("what is read as plain without elements reads as what is left without them", () => {
  const reader = new PlainReader(["List"]);
  let plain = 0;
  fc.assert(
    fc.property(fc.array(element, { maxLength: 6 }), (inside) => {
      const xml = `<root>${inside.join("")}</root>`;
      const read = reader.read(xml);
      if (read === undefined) return;
      plain++;
      expect(kept(read)).toEqual(kept(readElement(xml)));
    }),
    { numRuns: 500 },
  );
  expect(plain).toBeGreaterThan(100);
  const broken = '<r>a<List n="1"><p>x &y < </q></List>b<p>y</p><List>z</List></r>';
  expect(reader.read(broken)).toEqual(readElement(leaveOutElements(broken, ["List"])));
});

test("elements are left out, wherever they stand", () => {
  expect(leaveOutElements("<r><List a='1'><p>x</p></List><p>y</p><List>z</List></r>", ["List", "None"])).toBe(
    "<r><p>y</p></r>",
  );
});

test.each([
  "<r><List><List>x</List></List></r>",
  "<r><List/><p>x</p></r>",
  "<r><ListItem>x</ListItem></r>",
  "<r><List>x</r>",
  "<r><!-- <List> --><p>x</p><List>y</List></r>",
])("where it is not plain what belongs to it nothing is left out: %s", (xml) => {
  expect(leaveOutElements(xml, ["List"])).toBe(xml);
});
