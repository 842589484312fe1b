import fc from "fast-check";
import { expect, test } from "vitest";
import { readElement, type XmlElement } from "./read-element.ts";
import { PlainReader } from "./read-plain-element.ts";

const text = fc.constantFrom("text", " ", "\n", "é", "&amp;", "&#233;", "&#x2013;", "&#x1F600;", "a > b", '"');
const tag = fc.constantFrom("a", "b", 'a x="1"', 'b x="" y="é >"', 'a x="a b"');
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  content: fc.oneof({ maxDepth: 3 }, text, fc.constant("<c/>"), tie("element")),
  element: fc
    .tuple(tag, fc.array(tie("content"), { maxLength: 4 }))
    .map(([begin, content]) => `<${begin}>${content.join("")}</${begin[0]}>`),
}));
/** What is no plain record, or no record at all, when it stands in one. */
const odd = fc.constantFrom(
  ...[
    "&#0;",
    "&#10;",
    "&#xD800;",
    "&#X41;",
    "&other;",
    "&",
    "]]>",
    ">",
    '"',
    "<",
    "<!-- - -->",
    "<![CDATA[x]]>",
    "<?p?>",
  ],
  ...[
    "\r\n",
    "\t",
    "\u0001",
    "\ufffe",
    "\ud800",
    "\u{1f600}",
    "</a >",
    "< a>",
    "<a\n>",
    "</b>",
    "<b>",
    "<a-b/>",
    "<a:b/>",
  ],
  ...['<c x="1" x="2"/>', "<c x='1'/>", '<c x="&lt;"/>', '<c x="<"/>', '<c x="a\nb"/>', '<c x = "1"/>', '<c x="1" />'],
  ...['<c  x="1"/>', '<c x="1"y="2"/>', "<c x/>", "<c/ >"],
);
const records = fc.oneof(
  element,
  fc
    .tuple(element, odd, fc.nat(60))
    .map(([xml, piece, at]) => `${xml.slice(0, at % (xml.length + 1))}${piece}${xml.slice(at % (xml.length + 1))}`),
);

/** As the parser has it: attributes as an object of its own, text between two tags in one piece. */
function asRead(xml: string): XmlElement | undefined {
  try {
    return readElement(xml);
  } catch {
    return undefined;
  }
}

test("what is read as plain is read as the parser reads it, and what the parser refuses is not plain", () => {
  const reader = new PlainReader();
  let plain = 0;
  fc.assert(
    fc.property(records, (xml) => {
      const read = reader.read(xml);
      if (read === undefined) return;
      plain++;
      expect(read).toEqual(asRead(xml));
    }),
    { numRuns: 2_000 },
  );
  expect(plain).toBeGreaterThan(500);
});

test("a record as databases write it is plain, and one with a mistake or of a great depth is not", () => {
  const reader = new PlainReader();
  const record = '<A n="1"><B><i>in</i> vitro &lt; 5 &#x2013; 6</B><C UI="D1"/>\n</A>';
  expect(reader.read(record)).toEqual(readElement(record));
  expect(reader.read(record.replace("</B>", ""))).toBeUndefined();
  expect(reader.read("<a>".repeat(300) + "</a>".repeat(300))).toBeUndefined();
  expect(reader.read('<a x="1" x="2"></a>')).toBeUndefined();
  expect(reader.read("")).toBeUndefined();
});
