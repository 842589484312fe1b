import { IDENTIFIER_KINDS, type Identifier, type IdentifierWords } from "./identifier.ts";
import { type CalendarDay, readDate } from "./read-date.ts";

/**
 * The text with each identifier replaced by what kind of thing stood there. A date of birth becomes the age, which a pathway needs and
 * which names nobody, when `today` is given and both ways of reading the date give the same age.
 */
export function maskIdentifiers(
  text: string,
  identifiers: readonly Identifier[],
  words: IdentifierWords,
  today?: CalendarDay,
): string {
  let masked = "";
  let from = 0;
  for (const identifier of identifiers) {
    masked += text.slice(from, identifier.start);
    masked += replacementOf(text.slice(identifier.start, identifier.end), identifier, words, today);
    from = identifier.end;
  }
  return masked + text.slice(from);
}

function replacementOf(
  hidden: string,
  { kind }: Identifier,
  words: IdentifierWords,
  today: CalendarDay | undefined,
): string {
  if (kind !== "birthDate" || today === undefined) return `[${IDENTIFIER_KINDS[kind]}]`;
  const ages = new Set(readDate(hidden, words.months).map((born) => ageOn(today, born)));
  const [age, ...others] = ages;
  return age === undefined || others.length > 0 || age < 0 || age > 120
    ? `[${IDENTIFIER_KINDS[kind]}]`
    : `${age} years old`;
}

/** Completed years. */
function ageOn(today: CalendarDay, born: CalendarDay): number {
  const hadBirthday = today.month > born.month || (today.month === born.month && today.day >= born.day);
  return today.year - born.year - (hadBirthday ? 0 : 1);
}
