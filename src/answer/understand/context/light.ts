import type { Cue, CueKind } from "../phrases/entry.ts";

/** What is known of the light in which something is said. A finding of the patient is said in none of these. */
export type Light =
  | "denied"
  | "hypothetical"
  | "family"
  | "past"
  | "uncertain"
  | "notKnown"
  | "compared"
  | "earlier"
  | "otherSide"
  /** Of another occasion or person, or not for certain. */
  | "elsewhere"
  /** The same, of results alone: what else is told there is not known to be of then. */
  | "resultElsewhere";

/** For every token, the lights it stands in, each with the cues that cast it. */
export type Lights = readonly ReadonlyMap<Light, readonly Cue[]>[];

/** The lights of a text while its cues cast them. */
export class CastLights {
  readonly lights: readonly Map<Light, Cue[]>[];

  constructor(tokens: number) {
    this.lights = Array.from({ length: tokens }, () => new Map());
  }

  /** Casts the light on one token; beyond the text there is nothing to be lit. */
  cast(at: number, light: Light, cue: Cue): void {
    const there = this.lights[at];
    const cues = there?.get(light);
    if (cues === undefined) there?.set(light, [cue]);
    else cues.push(cue);
  }

  has(at: number, light: Light): boolean {
    return this.lights[at]?.has(light) === true;
  }

  /** Whether a cue that begins before `end` casts the light there. */
  isCastFrom(at: number, light: Light, end: number): boolean {
    return this.lights[at]?.get(light)?.some(({ from }) => from < end) ?? false;
  }

  /** Casts the light on a token in place of all others. */
  relight(at: number, light: Light, cue: Cue): void {
    this.lights[at]?.clear();
    this.cast(at, light, cue);
  }

  /** From `from` on, up to `to`, exclusive. */
  castThrough(from: number, to: number, light: Light, cue: Cue): void {
    for (let at = from; at < to; at += 1) this.cast(at, light, cue);
  }

  /** Whether a cue of that kind casts the light there already. */
  isCastBy(kind: CueKind, at: number, light: Light): boolean {
    return this.lights[at]?.get(light)?.some((other) => other.kind === kind) ?? false;
  }
}
