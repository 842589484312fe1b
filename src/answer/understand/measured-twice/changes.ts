import type { MatchedText } from "../match/matched-text.ts";
import type { Measure } from "../measures/measures.ts";
import type { TimeWords } from "./when-measured.ts";

/** The measures of a text; "from 6 to 11 mm" writes the unit of both numbers once. */
export function measuresOfChange({ measures, tokens }: MatchedText): readonly Measure[] {
  const all = [...measures.values()];
  return all.map((measure, index) => {
    const next = all[index + 1];
    const shares = measure.unit === undefined && next?.from === measure.to + 1 && tokens[measure.to]?.raw === "to";
    return shares ? { ...measure, unit: next.unit } : measure;
  });
}

/** "From 6 mm in 2022 to 11 mm today" tells both times by itself. */
export function timesOfChange(numbers: readonly Measure[], { tokens }: MatchedText): readonly TimeWords[] {
  return numbers.flatMap((number, index): readonly TimeWords[] => {
    const next = numbers[index + 1];
    if (next === undefined || tokens[number.from - 1]?.raw !== "from" || tokens[next.from - 1]?.raw !== "to") return [];
    if (tokens.slice(number.to, next.from).some(({ kind }) => kind === "break")) return [];
    return [
      { when: "before", from: number.from - 1, to: number.from },
      { when: "now", from: next.from - 1, to: next.from },
    ];
  });
}
