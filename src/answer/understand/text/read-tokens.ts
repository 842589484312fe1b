import type { Day } from "./dates.ts";
import { type NormalisedText, normalise } from "./normalise.ts";
import { markSections } from "./sections/mark-sections.ts";
import { tokenise } from "./tokenise.ts";
import type { Token } from "./tokens.ts";
import type { WordReader } from "./word-reader.ts";

/** A text as it is compared, with the way back to the reader's own. */
export interface ReadTokens {
  readonly normalised: NormalisedText;
  readonly tokens: readonly Token[];
  readonly today: Day | undefined;
}

/**
 * A question is looked at from several sides while it is answered: the last text of a reader is found again, by a weak reference only, so
 * that no question is held once it has been answered.
 */
const last = new WeakMap<WordReader, WeakRef<ReadTokens>>();

/** The tokens of a question, cut once however many look at them. Days of the calendar are told from `today`, where one knows it. */
export function readTokens(question: string, reader: WordReader, today?: Day): ReadTokens {
  const known = last.get(reader)?.deref();
  if (known?.normalised.original === question && (known.today === today || today === undefined)) return known;
  const normalised = normalise(question);
  const tokens = markSections(tokenise(normalised, reader, today), normalised.text, reader, today);
  const made = { normalised, tokens, today };
  last.set(reader, new WeakRef(made));
  return made;
}
