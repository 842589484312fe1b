import type { Source } from "../../evidence/source.ts";
import type { Topic } from "./topic.ts";

export interface Concept {
  readonly id: string;
  readonly term: string;
  readonly aliases: readonly string[];
  readonly definition: Readonly<Record<string, string>>;
}

/** A word that has led to harm, with the one to use. */
export interface HazardTerm {
  readonly term: string;
  readonly preferred: string;
  readonly why: string;
  readonly sources: readonly string[];
}

export interface SetMember {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  /** What else the format of the set says of a member: technique, side, status. */
  readonly attributes: Readonly<Record<string, string | boolean>>;
  readonly sources: readonly string[];
  readonly confidence?: string;
}

/** A list that text, pathway, checklist and figure share, so that they cannot differ. */
export interface NamedSet {
  readonly id: string;
  readonly label: string;
  readonly members: readonly SetMember[];
  /** The set, a protocol, that does not see these members. */
  readonly notCoveredBy?: string;
  /** How text speaks of the members together: "iliac", "pelvic veins". */
  readonly names: readonly string[];
}

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
