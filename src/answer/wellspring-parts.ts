import type { Library } from "../library/model/library.ts";
import type { IdentifierWords } from "../privacy/identifier.ts";
import type { QuestionBox } from "../review/question-box.ts";
import type { Reviews } from "../review/reader/reviews.ts";
import type { Served, Withheld } from "../review/reader/serve-record.ts";
import type { SecondReader } from "./second-reader/second-reader.ts";
import type { ClinicalLanguage } from "./understand/clinical-language.ts";

/** What the product is made of. `reviews` is the record of review; without one every text is merely submitted, and says so. */
export interface WellspringParts {
  /** What is shown; until the product has caught up with a record, what lies in the library's folder. */
  readonly library: Library;
  /** Topics whose edition in force cannot be shown. */
  readonly withheld?: ReadonlyMap<string, Withheld>;
  /** What the record puts in force at a moment; without it the library stays as it is. */
  readonly serve?: (moment: Reviews) => Promise<Served>;
  readonly language: ClinicalLanguage;
  readonly identifierWords: IdentifierWords;
  /** By the topic's slug; a topic without one is read once. */
  readonly secondReaders?: ReadonlyMap<string, SecondReader>;
  readonly reviews?: Reviews;
  /** Where readers' questions wait for the board; without it none is taken. */
  readonly questions?: QuestionBox;
  /** Signs what readers hold of a conversation, at least `SHORTEST_SIGNING_KEY` characters. */
  readonly signingKey: string;
}
