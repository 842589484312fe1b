import { SaxesParser } from "saxes";

/** An XML element with its text and children in order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly (XmlElement | string)[];
}

/** Elements inside each other; a record of the field has about ten. */
const DEEPEST = 200;

/** Reads one well-formed element. Throws on anything else; entities of a DTD are not known and nothing is fetched. */
export function readElement(xml: string): XmlElement {
  interface Open {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly content: (XmlElement | string)[];
  }
  const parser = new SaxesParser();
  const stack: Open[] = [{ name: "", attributes: {}, content: [] }];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (stack.length > DEEPEST) throw new Error(`more than ${DEEPEST} elements inside each other`);
    const made: Open = { name, attributes, content: [] };
    stack.at(-1)?.content.push(made);
    stack.push(made);
  });
  parser.on("closetag", () => void stack.pop());
  parser.on("text", (text) => void stack.at(-1)?.content.push(text));
  parser.on("cdata", (text) => void stack.at(-1)?.content.push(text));
  parser.write(xml).close();
  const root = stack[0]?.content.find((part) => typeof part !== "string");
  if (root === undefined) throw new Error("there is no element");
  return root;
}

/** Elements at a path of names below an element. */
export function findAll(element: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>(
    (found, name) =>
      found.flatMap(({ content }) => content.filter((part) => typeof part !== "string" && part.name === name)) as
        // The filter keeps elements only.
        readonly XmlElement[],
    [element],
  );
}

/** All text inside an element, white space folded. */
export function textOf(element: XmlElement | undefined): string {
  return element === undefined ? "" : textAsItStands(element).replace(/\s+/g, " ").trim();
}

/** All text inside an element, white space as it is. */
export function textAsItStands({ content }: XmlElement): string {
  return content.map((part) => (typeof part === "string" ? part : textAsItStands(part))).join("");
}
