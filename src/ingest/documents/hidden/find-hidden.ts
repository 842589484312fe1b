import { attribute, type HtmlElement, type HtmlNode, isElement, textInside, walk } from "../html-tree.ts";
import { type Colour, isUnseenOn, parseColour } from "./colour.ts";
import { type Style, StyleRules } from "./style-rules.ts";

/** What a page shows and what it does not. */
export interface Visibility {
  isHidden(element: HtmlElement): boolean;
}

/** Letters smaller than this, in pixels, are not read. */
const SMALLEST_LETTERS = 2;
/** Further out than this, in pixels, is off every screen. */
const OFF_SCREEN = 400;
/** Class names by which sites hide text from sight, whatever file their style sheet is in. */
const HIDING_CLASSES =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|visuallyhidden|hidden|d-none|invisible)(?:\s|$)/i;
const PAPER: Colour = { channels: [255, 255, 255], alpha: 1 };
const INK: Colour = { channels: [0, 0, 0], alpha: 1 };

/**
 * Finds the elements that a page does not show, by its attributes, its own style sheets and colours: what a reader does not see is not
 * read for him either. Throws when the style sheets are longer than is read.
 */
export function findHidden(page: HtmlNode): Visibility {
  let sheets = "";
  for (const { at, node } of walk(page))
    if (at === "enter" && isElement(node) && node.tagName === "style") sheets += `${textInside(node)}\n`;
  const rules = new StyleRules(sheets);
  const hidden = new Set<HtmlElement>();
  /** Colours of letters and ground of the open elements. Ground is absent where it is a picture or not understood. */
  const open: { readonly letters: Colour; readonly ground: Colour | undefined }[] = [{ letters: INK, ground: PAPER }];
  for (const { at, node } of walk(page, (element) => hidden.has(element))) {
    if (!isElement(node)) continue;
    if (at === "leave") {
      open.pop();
      continue;
    }
    const around = open.at(-1) ?? { letters: INK, ground: PAPER };
    const style = rules.styleOf(node);
    const inside = coloursIn(node, style, around);
    open.push(inside);
    const isColoured = inside.letters !== around.letters || inside.ground !== around.ground;
    if (
      attribute(node, "hidden") !== undefined ||
      HIDING_CLASSES.test(attribute(node, "class") ?? "") ||
      hides(style) ||
      (isColoured && inside.ground !== undefined && isUnseenOn(inside.letters, inside.ground))
    )
      hidden.add(node);
  }
  return { isHidden: (element) => hidden.has(element) };
}

function coloursIn(
  element: HtmlElement,
  style: Style,
  around: { readonly letters: Colour; readonly ground: Colour | undefined },
): { readonly letters: Colour; readonly ground: Colour | undefined } {
  const letters = style.get("color") ?? attribute(element, "color")?.toLowerCase();
  const ground =
    style.get("background-color") ?? style.get("background") ?? attribute(element, "bgcolor")?.toLowerCase();
  const picture = style.get("background-image") ?? "none";
  const isSeenThrough = ground === undefined || /^(?:transparent|none|inherit|unset|initial)$/.test(ground);
  if (picture !== "none") return { letters: colourOf(letters, around.letters), ground: undefined };
  return {
    letters: colourOf(letters, around.letters),
    ground: isSeenThrough ? around.ground : parseColour(ground),
  };
}

function colourOf(value: string | undefined, around: Colour): Colour {
  return (value === undefined ? undefined : parseColour(value)) ?? around;
}

/** A style that takes its element out of sight. */
function hides(style: Style): boolean {
  const is = (property: string, pattern: RegExp): boolean => pattern.test(style.get(property) ?? "");
  const pixels = (property: string): number | undefined => toPixels(style.get(property) ?? "");
  const isCut = is("overflow", /hidden|clip/) || is("overflow-y", /hidden|clip/) || is("overflow-x", /hidden|clip/);
  const isPlaced = is("position", /absolute|fixed|relative/);
  return (
    is("display", /^none$/) ||
    is("visibility", /^(?:hidden|collapse)$/) ||
    is("content-visibility", /^hidden$/) ||
    (Number.parseFloat(style.get("opacity") ?? "1") < 0.1 && is("opacity", /^[\d.]/)) ||
    (pixels("font-size") ?? Number.POSITIVE_INFINITY) < SMALLEST_LETTERS ||
    is("font", /^[^/]*\b0(?:px|pt|em|rem)?\b(?=[\s/])/) ||
    Math.abs(pixels("text-indent") ?? 0) > OFF_SCREEN ||
    (isCut && ["height", "width", "max-height", "max-width"].some((side) => (pixels(side) ?? 99) < SMALLEST_LETTERS)) ||
    (isPlaced && ["left", "right", "top", "bottom"].some((side) => (pixels(side) ?? 0) < -OFF_SCREEN)) ||
    ["margin-left", "margin-top"].some((side) => (pixels(side) ?? 0) < -OFF_SCREEN) ||
    is("clip", /rect\(\s*(?:0|1px)/) ||
    is("clip-path", /inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0|polygon\(\s*0(?:px)?\s+0(?:px)?\s*\)/) ||
    is("transform", /scale[xy]?\(\s*0(?:\.0\d*)?\s*[,)]|translate[xy]?\(\s*-\d{4,}/) ||
    is("filter", /opacity\(\s*0(?:\.0\d*)?%?\s*\)/)
  );
}

/** Pixels of a length, or nothing for what is none. Lengths in letters are taken for sixteen pixels each. */
function toPixels(value: string): number | undefined {
  const read = /^(-?[\d.]+)(px|pt|em|rem|ex|ch|vw|vh|%|in|cm|mm)?$/.exec(value);
  if (read === null) return undefined;
  const number = Number(read[1]);
  const unit = read[2] ?? "px";
  const factors: Readonly<Record<string, number>> = {
    px: 1,
    pt: 1.33,
    em: 16,
    rem: 16,
    ex: 8,
    ch: 8,
    vw: 10,
    vh: 10,
    "%": 0.16,
    in: 96,
    cm: 38,
    mm: 4,
  };
  return number * (factors[unit] ?? 1);
}
