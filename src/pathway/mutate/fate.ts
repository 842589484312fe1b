import type { Patient } from "../verify/patient.ts";
import type { Mutant } from "./mutant.ts";

/**
 * What became of a mutant. Killed: it cannot be read (`unreadable`), an `example` is advised otherwise, or a `proof` fails.
 * `equivalent`: proven to show every patient the same. `survived`: nothing noticed it, though it may harm `patient`.
 */
export type Fate =
  | { readonly kind: "unreadable" }
  | { readonly kind: "example"; readonly example: string; readonly because: string }
  | { readonly kind: "proof"; readonly property: string; readonly profile: string }
  | { readonly kind: "equivalent" }
  | { readonly kind: "survived"; readonly patient?: Patient; readonly shows?: string };

export interface JudgedMutant {
  readonly mutant: Mutant;
  readonly fate: Fate;
}
