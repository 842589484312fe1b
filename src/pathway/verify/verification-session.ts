import { ok, type Result } from "../../kernel/result.ts";
import { type CompileSettings, DEFAULT_SETTINGS, type Diagrams } from "../compile/build-diagrams.ts";
import type { Pathway } from "../model/pathway.ts";
import { type ProfileVerification, verifyProfile } from "./verify-pathway.ts";

/**
 * Verifies one version of a pathway after another, as an editor does. What an edit leaves unchanged is not worked out again;
 * the report is the one that a verification from the beginning gives.
 */
export class VerificationSession {
  readonly #settings: CompileSettings;
  readonly #kept = new Map<string, Diagrams>();

  constructor(settings: CompileSettings = DEFAULT_SETTINGS) {
    this.#settings = settings;
  }

  verify(pathway: Pathway): Result<readonly ProfileVerification[]> {
    const verified: ProfileVerification[] = [];
    for (const { id } of pathway.profiles) {
      const one = this.#verifyProfile(pathway, id);
      if (!one.ok) return one;
      verified.push(one.value);
    }
    return ok(verified);
  }

  /** Nodes of earlier versions stay on the bench; where they take half of the room, or leave too little, a new one is set up. */
  #verifyProfile(pathway: Pathway, profile: string): Result<ProfileVerification> {
    const previous = this.#kept.get(profile);
    this.#kept.delete(profile);
    const stores = previous === undefined ? [] : [previous.complete.coding.store, previous.closed.coding.store];
    const roomy = stores.every(({ size }) => 2 * size < this.#settings.maxNodes);
    const again = verifyProfile(pathway, profile, this.#settings, roomy ? previous : undefined);
    const one = again.ok || previous === undefined ? again : verifyProfile(pathway, profile, this.#settings);
    if (one.ok) this.#kept.set(profile, one.value.diagrams);
    return one;
  }
}
