import type { ContextText } from "./context-text.ts";
import type { CastLights } from "./light.ts";
import type { ListReach } from "./lists/list-reach.ts";
import type { Reach } from "./reach.ts";

/** Where and how far a cue casts its light. */
export interface Stage {
  readonly text: ContextText;
  readonly lights: CastLights;
  readonly reach: Reach;
  readonly lists: ListReach;
}
