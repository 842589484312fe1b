/** A day of the calendar; months and days count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Every day that a written date can mean: "3.4.1968" is two days, in April and in March. Empty when it is no date. */
export function readDate(text: string, months: readonly string[]): readonly CalendarDay[] {
  const numbers = [...text.matchAll(/\d{1,4}/g)].map((match) => Number(match[0]));
  const month = monthNamed(text, months);
  if (month !== undefined) {
    const [one, other] = numbers;
    if (one === undefined || other === undefined) return [];
    const [day, year] = one > 31 ? [other, one] : [one, other];
    return [{ year: fullYear(year), month, day }].filter(isDay);
  }
  const [first, second, third] = numbers;
  if (first === undefined || second === undefined || third === undefined) return [];
  if (first > 31) return [{ year: first, month: second, day: third }].filter(isDay);
  const year = fullYear(third);
  const readings = [
    { year, month: second, day: first },
    { year, month: first, day: second },
  ].filter(isDay);
  return first === second ? readings.slice(0, 1) : readings;
}

function monthNamed(text: string, months: readonly string[]): number | undefined {
  const word = text.toLowerCase().match(/\p{L}{3,}/u)?.[0];
  if (word === undefined) return undefined;
  const found = months.findIndex((month) => month.startsWith(word.slice(0, 3)) && word.startsWith(month.slice(0, 3)));
  return found < 0 ? undefined : (found % 12) + 1;
}

/** Two digits of a birth year: this century only up to 30. */
function fullYear(year: number): number {
  if (year >= 100) return year;
  return year <= 30 ? 2000 + year : 1900 + year;
}

function isDay({ year, month, day }: CalendarDay): boolean {
  return year >= 1880 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
