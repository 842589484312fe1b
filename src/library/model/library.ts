import type { Source } from "../../evidence/source.ts";
import type { Concept, HazardTerm, NamedSet } from "./terms.ts";
import type { Topic } from "./topic.ts";

/** A sign that must not wait, with what it stands on: our own rule or sources of the register. */
export interface UrgentSign {
  readonly sign: string;
  readonly basis?: "house-rule" | undefined;
  readonly sources: readonly string[];
}

/** A field of medicine that no topic covers yet. */
export interface Subject {
  readonly id: string;
  readonly title: string;
  readonly words: readonly string[];
  /** Words that make a question an emergency, whatever it asks. */
  readonly emergencies: readonly string[];
  /** A question of it is refused even where a topic shares its words, unless it tells of an examined patient. */
  readonly beforeTopics: boolean;
  /** Its emergencies are answered before any topic, whatever else is told: a patient without a pulse. */
  readonly outranksTopics: boolean;
  readonly say: string;
  readonly urgentSigns: readonly UrgentSign[];
}

export interface Library {
  readonly sources: ReadonlyMap<string, Source>;
  readonly concepts: readonly Concept[];
  readonly hazardTerms: readonly HazardTerm[];
  readonly sets: ReadonlyMap<string, NamedSet>;
  readonly subjects: readonly Subject[];
  readonly topics: ReadonlyMap<string, Topic>;
}

/** A file of a library as text. The engines never open files; a store hands them in. */
export interface LibraryFile {
  /** Path below the library's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}
