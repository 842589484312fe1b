import type { DefaultTreeAdapterTypes } from "parse5";

export type HtmlNode = DefaultTreeAdapterTypes.Node;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

export function isElement(node: HtmlNode): node is HtmlElement {
  return "tagName" in node;
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** A step of a walk: a node is entered before its children and, when it is an element, left after them. */
export type HtmlStep =
  | { readonly at: "enter"; readonly node: HtmlNode }
  | { readonly at: "leave"; readonly node: HtmlElement };

/** Walks a tree in the order of its text, without recursion: a page may nest as deeply as it likes. */
export function* walk(root: HtmlNode, skips: (element: HtmlElement) => boolean = () => false): Generator<HtmlStep> {
  const todo: HtmlStep[] = [{ at: "enter", node: root }];
  for (let step = todo.pop(); step !== undefined; step = todo.pop()) {
    if (step.at === "enter" && isElement(step.node) && skips(step.node)) continue;
    yield step;
    if (step.at === "leave" || !("childNodes" in step.node)) continue;
    if (isElement(step.node)) todo.push({ at: "leave", node: step.node });
    for (const child of step.node.childNodes.toReversed()) todo.push({ at: "enter", node: child });
  }
}

/** The first element that fits, in the order of the text. */
export function findElement(root: HtmlNode, fits: (element: HtmlElement) => boolean): HtmlElement | undefined {
  for (const { at, node } of walk(root)) if (at === "enter" && isElement(node) && fits(node)) return node;
  return undefined;
}

/** All text inside a node as it stands. */
export function textInside(root: HtmlNode): string {
  let text = "";
  for (const { at, node } of walk(root)) if (at === "enter" && "value" in node) text += node.value;
  return text;
}
