import { OPS } from "unpdf/pdfjs";
import { type Colour, isUnseenOn, parseColour } from "../hidden/colour.ts";
import { type Area, areaOf, type Matrix, times } from "./plane.ts";

/** The operators of a page in the order in which they are carried out, as pdf.js lists them. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

/** A letter that a page draws, in the order of drawing. Spaces and marks of format are left out. */
export interface DrawnGlyph {
  readonly character: string;
  readonly isSeen: boolean;
}

/** What of the state of drawing decides whether letters are seen (ISO 32000-1, 8.4). */
interface DrawingState {
  readonly matrix: Matrix;
  readonly fill: Colour | undefined;
  readonly alpha: number;
  readonly isBlended: boolean;
  /** Text rendering mode: 3 and 7 draw nothing. */
  readonly mode: number;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly leading: number;
}

interface Run {
  readonly glyphs: string;
  readonly x: number;
  readonly y: number;
  /** Number of shapes painted before it. */
  readonly after: number;
  readonly isDrawn: boolean;
  readonly colour: Colour | undefined;
}

interface Shape {
  readonly area: Area;
  /** Absent for pictures and patterns. */
  readonly colour: Colour | undefined;
}

const PAPER: Colour = { channels: [255, 255, 255], alpha: 1 };
const INK: Colour = { channels: [0, 0, 0], alpha: 1 };
/** Letters smaller than this, in points, are not read. */
const SMALLEST = 1;
/** Shapes of a page that are looked at; a page with more is a drawing. */
const MOST_SHAPES = 5_000;
const INVISIBLE_MODES = new Set([3, 7]);
const FILLS = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const PICTURES = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageXObjectRepeat]);

/** Follows the drawing of a page, and says of each letter whether a reader of the page sees it. */
export class PageDrawing {
  #state: DrawingState = {
    matrix: [1, 0, 0, 1, 0, 0],
    fill: INK,
    alpha: 1,
    isBlended: false,
    mode: 0,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    leading: 0,
  };
  readonly #saved: DrawingState[] = [];
  readonly #view: Area;
  readonly #runs: Run[] = [];
  readonly #shapes: Shape[] = [];
  #text: Matrix = [1, 0, 0, 1, 0, 0];
  #line: Matrix = [1, 0, 0, 1, 0, 0];

  constructor(view: Area) {
    this.#view = view;
  }

  draw({ fnArray, argsArray }: OperatorList): readonly DrawnGlyph[] {
    for (const [at, operator] of fnArray.entries()) this.#carryOut(operator, argsArray[at] ?? []);
    return this.#runs.flatMap((run) => {
      const isSeen = this.#isSeen(run);
      return [...run.glyphs].map((character) => ({ character, isSeen }));
    });
  }

  #isSeen({ x, y, after, isDrawn, colour }: Run): boolean {
    if (!isDrawn || !contains(this.#view, x, y)) return false;
    const under = this.#shapes.slice(0, after).findLast(({ area }) => contains(area, x, y));
    const ground = under === undefined ? PAPER : under.colour;
    if (ground !== undefined && colour !== undefined && isUnseenOn(colour, ground)) return false;
    return !this.#shapes.slice(after).some(({ area }) => contains(area, x, y));
  }

  #carryOut(operator: number, args: readonly unknown[]): void {
    const number = (at: number): number => Number(args[at] ?? 0);
    switch (operator) {
      case OPS.save:
        this.#saved.push(this.#state);
        return;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        this.#state = this.#saved.pop() ?? this.#state;
        return;
      case OPS.paintFormXObjectBegin:
        this.#saved.push(this.#state);
        this.#set({ matrix: times(this.#state.matrix, matrixOf(args[0])) });
        return;
      case OPS.transform:
        this.#set({ matrix: times(this.#state.matrix, matrixOf(args)) });
        return;
      case OPS.setFillRGBColor:
        this.#set({
          fill:
            typeof args[0] === "string" ? parseColour(args[0].toLowerCase()) : { channels: args.map(Number), alpha: 1 },
        });
        return;
      case OPS.setFillColorN:
      case OPS.setFillTransparent:
        this.#set({ fill: undefined });
        return;
      case OPS.setGState:
        this.#setGraphicsState(args[0]);
        return;
      case OPS.setTextRenderingMode:
        this.#set({ mode: number(0) });
        return;
      case OPS.setFont:
        this.#set({ size: number(1) });
        return;
      case OPS.setCharSpacing:
        this.#set({ charSpacing: number(0) });
        return;
      case OPS.setWordSpacing:
        this.#set({ wordSpacing: number(0) });
        return;
      case OPS.setLeading:
        this.#set({ leading: number(0) });
        return;
      case OPS.beginText:
        this.#moveTo([1, 0, 0, 1, 0, 0]);
        return;
      case OPS.setTextMatrix:
        this.#moveTo(matrixOf(args.length === 1 ? args[0] : args));
        return;
      case OPS.setLeadingMoveText:
        this.#set({ leading: -number(1) });
        this.#moveTo(times(this.#line, [1, 0, 0, 1, number(0), number(1)]));
        return;
      case OPS.moveText:
        this.#moveTo(times(this.#line, [1, 0, 0, 1, number(0), number(1)]));
        return;
      case OPS.nextLine:
        this.#moveTo(times(this.#line, [1, 0, 0, 1, 0, -this.#state.leading]));
        return;
      case OPS.showText:
        this.#show(Array.isArray(args[0]) ? args[0] : []);
        return;
      case OPS.constructPath:
        if (FILLS.has(number(0))) this.#paint(args[2], this.#state.fill);
        return;
      default:
        if (PICTURES.has(operator)) this.#paint([0, 0, 1, 1], undefined);
    }
  }

  #set(changes: Partial<DrawingState>): void {
    this.#state = { ...this.#state, ...changes };
  }

  #moveTo(matrix: Matrix): void {
    this.#text = matrix;
    this.#line = matrix;
  }

  #setGraphicsState(entries: unknown): void {
    if (!Array.isArray(entries)) return;
    for (const entry of entries) {
      const [name, value]: readonly unknown[] = Array.isArray(entry) ? entry : [];
      if (name === "ca") this.#set({ alpha: Number(value) });
      if (name === "BM") this.#set({ isBlended: value !== "source-over" && value !== "Normal" });
    }
  }

  /** A filled shape or a picture. What is seen through hides nothing. */
  #paint(box: unknown, colour: Colour | undefined): void {
    if (this.#state.alpha < 0.5 || this.#state.isBlended || this.#shapes.length >= MOST_SHAPES) return;
    const [left = 0, bottom = 0, right = 0, top = 0] = numbersOf(box);
    const area = areaOf(this.#state.matrix, [left, bottom, right, top]);
    if (area[2] - area[0] > 3 && area[3] - area[1] > 3) this.#shapes.push({ area, colour });
  }

  #show(parts: readonly unknown[]): void {
    const { size, charSpacing, wordSpacing, mode, alpha, fill } = this.#state;
    let glyphs = "";
    let advance = 0;
    for (const part of parts) {
      if (typeof part === "number") advance -= (part / 1_000) * size;
      else if (isGlyph(part)) {
        glyphs += part.unicode;
        advance += (part.width / 1_000) * size + charSpacing + (part.isSpace ? wordSpacing : 0);
      }
    }
    const placed = times(this.#state.matrix, this.#text);
    const height = Math.abs(size) * Math.hypot(placed[2], placed[3]);
    const middle = times(placed, [1, 0, 0, 1, Math.min(advance, size) / 2, size / 4]);
    this.#runs.push({
      glyphs: comparable(glyphs),
      x: middle[4],
      y: middle[5],
      after: this.#shapes.length,
      isDrawn: !INVISIBLE_MODES.has(mode) && alpha >= 0.1 && height >= SMALLEST,
      colour: mode % 4 === 1 ? undefined : fill,
    });
    this.#text = times(this.#text, [1, 0, 0, 1, advance, 0]);
  }
}

/** Letters as both lists of a page's text have them: compatibility forms undone, without spaces and marks of format. */
export function comparable(text: string): string {
  return text.normalize("NFKC").replace(/[\s\p{Cf}\p{Cc}]+/gu, "");
}

interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

function isGlyph(part: unknown): part is Glyph {
  return typeof part === "object" && part !== null && "unicode" in part && "width" in part;
}

function contains([left, bottom, right, top]: Area, x: number, y: number): boolean {
  return x >= left && x <= right && y >= bottom && y <= top;
}

function numbersOf(value: unknown): readonly number[] {
  return ArrayBuffer.isView(value) || Array.isArray(value) ? Array.from(value as ArrayLike<unknown>, Number) : [];
}

function matrixOf(value: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(value);
  return [a, b, c, d, e, f];
}
