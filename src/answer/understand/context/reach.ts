import type { Cue } from "../phrases/entry.ts";
import type { ContextText } from "./context-text.ts";
import type { CastLights, Light } from "./light.ts";

/** From so far on, a cue stops where another of its kind goes on casting the same light: hostile text is one sentence of many cues. */
const FAR = 60;
/** Longer than what a person quotes in one breath; keeps the work linear. */
const QUOTATION_REACH = 80;

/** Where a cue that reaches forward ends, besides the end of the sentence. */
export interface ForwardEnd {
  readonly stop?: (at: number) => boolean;
  /** Words it reaches at most. */
  readonly reach?: number;
  readonly pastSemicolon?: boolean;
}

/** How far one cue casts its light through its sentence, lists left aside. */
export class Reach {
  readonly #text: ContextText;
  readonly #lights: CastLights;

  constructor(text: ContextText, lights: CastLights) {
    this.#text = text;
    this.#lights = lights;
  }

  forward(cue: Cue, light: Light, { stop, reach = Number.POSITIVE_INFINITY, pastSemicolon }: ForwardEnd = {}): void {
    const { to, kind } = cue;
    for (let at = to; at - to < reach && !this.#text.isSentenceEnd(at); at += 1) {
      if ((this.#text.raw(at) === ";" && !pastSemicolon) || stop?.(at)) return;
      if (at - to > FAR && this.#lights.isCastBy(kind, at, light)) return;
      this.#lights.cast(at, light, cue);
    }
  }

  /** Back through the clause; `pastScope`: also past a "but". */
  backward(cue: Cue, light: Light, pastScope = false): void {
    const { from, kind } = cue;
    for (let at = from - 1; !this.#text.isBreak(at); at -= 1) {
      if (this.#text.is("scopeEnds", at) && !pastScope && !this.#isTreatedWith(at)) return;
      if (from - at > FAR && this.#lights.isCastBy(kind, at, light)) return;
      this.#lights.cast(at, light, cue);
    }
  }

  /** "Treated with radiotherapy years ago": what something was done with belongs to it. */
  #isTreatedWith(at: number): boolean {
    return this.#text.raw(at) === "with" && this.#text.isOneOf("ofTreatment", at - 1);
  }

  /** "Our handbook: 'Active cancer scores one; do not score in pregnancy.'": a quotation that begins in the sentence of its source. */
  throughQuotation(cue: Cue): void {
    let from = cue.to;
    while (!this.#isQuoted(from) && !this.#text.isSentenceEnd(from)) from += 1;
    for (let at = from; this.#isQuoted(at) && at - from < QUOTATION_REACH; at += 1)
      this.#lights.cast(at, "hypothetical", cue);
  }

  #isQuoted(at: number): boolean {
    return this.#text.token(at)?.quoted ?? false;
  }
}
