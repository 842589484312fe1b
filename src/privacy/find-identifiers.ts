import { findAddresses } from "./find-addresses.ts";
import { findBirthDates } from "./find-birth-dates.ts";
import { findNames } from "./find-names.ts";
import { findNumbers } from "./find-numbers.ts";
import type { Identifier, IdentifierWords } from "./identifier.ts";

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;

/**
 * What in a text would tell who the patient is: names, record and phone numbers, addresses, dates of birth, e-mail. Measured values,
 * ages, dates of events, eponyms (Wells score, Baker cyst) and public identifiers (PMID, DOI, trial numbers) are left alone.
 *
 * Every pattern is bounded, so that time grows with the length of the text. It is a safety net and no guarantee: a rare name without
 * a title, a label or a known given name is not recognised.
 */
export function findIdentifiers(text: string, words: IdentifierWords): readonly Identifier[] {
  const emails = [...text.matchAll(EMAIL)].map((match) => at("email", match));
  const numbers = findNumbers(text, words);
  const names = findNames(text, words);
  const births = findBirthDates(text, words, [...names, ...numbers]);
  const addresses = findAddresses(text, words);
  return withoutOverlaps([...emails, ...births, ...numbers, ...addresses, ...names]);
}

function at(kind: Identifier["kind"], match: RegExpExecArray): Identifier {
  return { kind, start: match.index, end: match.index + match[0].length };
}

/** Of two that overlap the one listed first stays, since its pattern says more; a rest of the other outside it is not dropped. */
function withoutOverlaps(found: readonly Identifier[]): readonly Identifier[] {
  const kept: Identifier[] = [];
  for (const next of found) {
    const first = kept.findIndex((other) => next.start < other.end && other.start < next.end);
    const other = kept[first];
    if (other === undefined) kept.push(next);
    else kept[first] = { ...other, start: Math.min(other.start, next.start), end: Math.max(other.end, next.end) };
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end).filter(isFirstThere);
}

/** Widening one may have made it swallow its neighbour. */
function isFirstThere({ start }: Identifier, position: number, all: readonly Identifier[]): boolean {
  return !all.slice(0, position).some((earlier) => start < earlier.end);
}
