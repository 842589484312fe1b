import type { IdentifierKind } from "../../privacy/identifier.ts";

/** Words with a form for each plural category that the language has (Intl.PluralRules); `other` is in every language. */
export type PluralWords = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }>;

/** What the script of the pages says. It is sent with each page, so that the script is the same in every language. */
export interface ScriptWords {
  /** `{count}` is the number of topics. */
  readonly topicsFound: PluralWords;
  readonly topics: string;
  readonly copied: string;
  readonly copyByHand: string;
  readonly notUpdated: string;
  /** `{kinds}` are the kinds of identifiers. */
  readonly takenOut: string;
  /** One kind of identifier that was there more than once. */
  readonly times: string;
  readonly kinds: Readonly<Record<IdentifierKind, string>>;
  readonly close: string;
  /** Above a copy that is shown without a network; `{moment}` is when it was made. */
  readonly copyAsOf: string;
  readonly notAnswered: string;
}
