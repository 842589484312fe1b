import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { BLOCK_END, type Figure, figuresIn } from "./figure-contexts.ts";

type Node = DefaultTreeAdapterTypes.Node;

/** Parts of a page whose numbers are no figures of the topic: who published what and when, what a version is called, scales of drawings. */
const APART = [
  "evidence-cards",
  "references",
  "page-foot",
  "status",
  "paper-foot",
  "leaflet-foot",
  "cite",
  "changes",
  "code",
];
const APART_TAGS = ["svg", "code", "textarea", "script", "head"];

/** A number as it is written, with the sign of a share where it has one: 17 people and 17 % are two figures. */
const NUMBER = /\d[\d,]*(?:\.\d+)?(?:\s%)?/g;

/** The figures that stand in a text, as written. */
export function numbersIn(text: string): readonly string[] {
  return (text.match(NUMBER) ?? []).map((number) => number.replace(/,$/, "").replace(/\s/, " "));
}

/** The figures that a reader of a page sees outside of references, status and drawings, each with the words around it. */
export function figuresOn(html: string): readonly Figure[] {
  return figuresIn(textOf(parse(html)).replace(/\s+/g, " "));
}

function textOf(node: Node): string {
  if ("value" in node && node.nodeName === "#text") return node.value;
  if ("tagName" in node) {
    const classes = (node.attrs.find(({ name }) => name === "class")?.value ?? "").split(" ");
    if (APART_TAGS.includes(node.tagName) || classes.some((name) => APART.includes(name))) return " ";
  }
  return "childNodes" in node ? node.childNodes.map(textOf).join(isInline(node) ? "" : ` ${BLOCK_END} `) : "";
}

/** Between the parts of such an element no word ends. */
function isInline(node: Node): boolean {
  return "tagName" in node && ["span", "strong", "em", "p", "li", "td", "dd"].includes(node.tagName);
}
