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
