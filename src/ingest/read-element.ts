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
  let found: readonly XmlElement[] = [element];
  for (const name of path) {
    const inside: XmlElement[] = [];
    for (const { content } of found)
      for (const part of content) if (typeof part !== "string" && part.name === name) inside.push(part);
    found = inside;
  }
  return found;
}

/** White space that folding changes. */
const UNFOLDED = /\s\s|[^\S ]/;

/** All text inside an element, white space folded. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return "";
  const text = textAsItStands(element);
  return (UNFOLDED.test(text) ? text.replace(/\s+/g, " ") : text).trim();
}

/** All text inside an element, white space as it is. */
export function textAsItStands({ content }: XmlElement): string {
  let text = "";
  for (const part of content) text += typeof part === "string" ? part : textAsItStands(part);
  return text;
}
