/** What kind of thing points at a person. The words are those a reader is told. */
export const IDENTIFIER_KINDS = {
  name: "name",
  record: "record number",
  phone: "phone number",
  address: "address",
  birthDate: "date of birth",
  email: "e-mail address",
} as const;

export type IdentifierKind = keyof typeof IDENTIFIER_KINDS;

/** A stretch of text that would tell who the patient is. Offsets in UTF-16 code units, end exclusive. */
export interface Identifier {
  readonly kind: IdentifierKind;
  readonly start: number;
  readonly end: number;
}

/**
 * The words that detection leans on, as lower-case lists. They come from `library/identifiers.yaml`, and go to the browser as
 * they are, so that the server and the page recognise the same things.
 */
export interface IdentifierWords {
  /** Before a surname: mr, dr, frau. */
  readonly titles: readonly string[];
  /** Titles that in capitals are something else (MR imaging, MS): they need a known name after them. */
  readonly titlesThatAreAbbreviations: readonly string[];
  /** Say that a name follows, whatever it is: "patient name". */
  readonly nameLabels: readonly string[];
  /** Say that a name may follow, when it looks like one: "patient", "re". */
  readonly weakNameLabels: readonly string[];
  readonly givenNames: readonly string[];
  /** Given names that are also words of medicine or of the language: names only before a surname. */
  readonly givenNamesThatAreWords: readonly string[];
  /** Of these, what somebody does: behind a title and in small letters no name ("the doctor drew blood"). */
  readonly givenNamesThatAreVerbs: readonly string[];
  readonly surnames: readonly string[];
  /** Inside a name: van, de, bin. */
  readonly particles: readonly string[];
  /** Names that name a disease, a test or a score. */
  readonly eponyms: readonly string[];
  /** After a name they make it an eponym: sign, score, cyst. */
  readonly eponymNouns: readonly string[];
  /** Never part of a name, though written with a capital. */
  readonly neverNames: readonly string[];
  readonly recordLabels: readonly string[];
  /** Before a number they say that it names no person: PMID, NCT. */
  readonly publicNumberLabels: readonly string[];
  /** After a number they say that it measures something. */
  readonly measureWords: readonly string[];
  readonly phoneLabels: readonly string[];
  readonly birthLabels: readonly string[];
  readonly streetWords: readonly string[];
  readonly months: readonly string[];
}
