import { attribute, type HtmlElement } from "../html-tree.ts";

/** Declarations of a style, property by value, both in lower case. */
export type Style = ReadonlyMap<string, string>;

/** One step of a selector: what an element must be, and how it stands to the step before. */
interface Compound {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  /** The step before is the parent, not any ancestor. */
  readonly isChild: boolean;
}

interface StyleRule {
  readonly compounds: readonly Compound[];
  readonly weight: number;
  readonly style: Style;
}

/** Characters of all style sheets of a page. */
const LONGEST = 2_000_000;
/** Ancestors that a selector is followed through. */
const FARTHEST = 200;
/** Blocks whose rules hold on a screen; what holds on paper only, or describes faces and movements, hides nothing. */
const HOLDS_ON_SCREEN = /^@(?:media(?![^{]*\bprint\b)|supports|layer|container|scope)/i;

/**
 * The rules of a page's own style sheets: tags, ids, classes, ancestors and parents. Selectors of other forms choose nothing here, and
 * sheets of other files are not there.
 */
export class StyleRules {
  readonly #rules = new Map<string, StyleRule[]>();

  /** Throws when the sheets are longer than is read. */
  constructor(sheets: string) {
    if (sheets.length > LONGEST) throw new Error(`its style sheets are longer than ${LONGEST} characters`);
    this.#read(sheets.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ""));
  }

  /** The style of an element by the sheets and by its own attribute; of declarations of one property the weightier or later. */
  styleOf(element: HtmlElement): Style {
    const keys = [
      "*",
      element.tagName,
      ...classesOf(element).map((name) => `.${name}`),
      `#${attribute(element, "id") ?? ""}`,
    ];
    const matching = keys
      .flatMap((key) => this.#rules.get(key) ?? [])
      .filter(({ compounds }) => matches(element, compounds));
    const styles = matching.toSorted((a, b) => a.weight - b.weight).map(({ style }) => style);
    return new Map([...styles, parseStyle(attribute(element, "style") ?? "")].flatMap((style) => [...style]));
  }

  #read(css: string): void {
    let at = 0;
    for (let open = css.indexOf("{", at); open >= 0; open = css.indexOf("{", at)) {
      const head = css
        .slice(at, open)
        .replace(/^[\s;}]+/, "")
        .trim();
      if (HOLDS_ON_SCREEN.test(head)) {
        // Its rules are read as if they stood outside; the bracket that closes it is skipped before the next head.
        at = open + 1;
        continue;
      }
      const close = head.startsWith("@") ? endOfBlock(css, open) : css.indexOf("}", open);
      const body = css.slice(open + 1, close < 0 ? undefined : close);
      if (!head.startsWith("@")) this.#add(head, parseStyle(body));
      if (close < 0) return;
      at = close + 1;
    }
  }

  #add(selectors: string, style: Style): void {
    if (style.size === 0) return;
    for (const selector of selectors.split(",")) {
      const compounds = parseSelector(selector.trim());
      const last = compounds?.at(-1);
      if (compounds === undefined || last === undefined) continue;
      const key = last.id !== "" ? `#${last.id}` : last.classes[0] !== undefined ? `.${last.classes[0]}` : last.tag;
      const weight = compounds.reduce(
        (sum, { id, classes, tag }) => sum + (id === "" ? 0 : 100) + classes.length * 10 + (tag === "*" ? 0 : 1),
        0,
      );
      const known = this.#rules.get(key);
      if (known === undefined) this.#rules.set(key, [{ compounds, weight, style }]);
      else known.push({ compounds, weight, style });
    }
  }
}

/** The declarations of a `style` attribute or of a rule. */
export function parseStyle(text: string): Style {
  const style = new Map<string, string>();
  for (const declaration of text.split(";")) {
    const colon = declaration.indexOf(":");
    if (colon < 0) continue;
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important/i, "")
      .trim()
      .toLowerCase();
    style.set(declaration.slice(0, colon).trim().toLowerCase(), value);
  }
  return style;
}

function endOfBlock(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at++) {
    if (css[at] === "{") depth++;
    else if (css[at] === "}" && --depth === 0) return at;
  }
  return -1;
}

function parseSelector(selector: string): readonly Compound[] | undefined {
  const compounds: Compound[] = [];
  let isChild = false;
  for (const part of selector.replace(/\s*>\s*/g, " > ").split(/\s+/)) {
    if (part === ">") {
      isChild = true;
      continue;
    }
    const read = /^([a-z][\w-]*|\*)?((?:[.#][\w-]+)*)$/i.exec(part);
    if (read === null || part === "") return undefined;
    const names = read[2]?.match(/[.#][\w-]+/g) ?? [];
    compounds.push({
      tag: (read[1] ?? "*").toLowerCase(),
      id: names.find((name) => name.startsWith("#"))?.slice(1) ?? "",
      classes: names.filter((name) => name.startsWith(".")).map((name) => name.slice(1)),
      isChild,
    });
    isChild = false;
  }
  return compounds;
}

function matches(element: HtmlElement, compounds: readonly Compound[]): boolean {
  const last = compounds.at(-1);
  if (last === undefined || !isOne(element, last)) return false;
  let wanted = compounds.length - 2;
  let mustBeParent = last.isChild;
  let ancestor = parentOf(element);
  for (let far = 0; wanted >= 0 && ancestor !== undefined && far < FARTHEST; far++) {
    const compound = compounds[wanted];
    if (compound !== undefined && isOne(ancestor, compound)) {
      wanted--;
      mustBeParent = compound.isChild;
    } else if (mustBeParent) return false;
    ancestor = parentOf(ancestor);
  }
  return wanted < 0;
}

function isOne(element: HtmlElement, { tag, id, classes }: Compound): boolean {
  if (tag !== "*" && tag !== element.tagName) return false;
  if (id !== "" && attribute(element, "id") !== id) return false;
  const own = classesOf(element);
  return classes.every((name) => own.includes(name));
}

function classesOf(element: HtmlElement): readonly string[] {
  return attribute(element, "class")?.split(/\s+/) ?? [];
}

function parentOf({ parentNode }: HtmlElement): HtmlElement | undefined {
  return parentNode !== null && "tagName" in parentNode ? parentNode : undefined;
}
