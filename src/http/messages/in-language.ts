/** What Intl says in one language: dates as people write them, and lists. */
export function inLanguage(tag: string) {
  // Days are days of the record, not of the reader's clock.
  const dates = new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: "UTC" });
  const days = new Intl.DateTimeFormat(tag, { dateStyle: "full", timeZone: "UTC" });
  const counts = new Intl.NumberFormat(tag, { useGrouping: tag.startsWith("en") });
  const lists = new Intl.ListFormat(tag);
  return {
    /** An ISO date as people read it: 23 November 2026. Anything else is printed as it stands. */
    date: (iso: string) => (/^\d{4}-\d{2}-\d{2}/.test(iso) ? formatted(dates, iso) : iso),
    /** The same with the day of the week: Friday, 4 December 2026. */
    day: (iso: string) => formatted(days, iso),
    /** A whole number: 1,000, and 1000 in other languages. Figures of the texts have a decimal point, and 1.000 beside 33.8 would be read as one. */
    count: (number: number) => counts.format(number),
    list: (items: readonly string[]) => lists.format(items),
  };
}

function formatted(dates: Intl.DateTimeFormat, iso: string): string {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? iso : dates.format(day);
}
