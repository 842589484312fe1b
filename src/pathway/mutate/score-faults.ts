import type { Pathway, Scheme, Score, ScoreItem } from "../model/pathway.ts";
import { type Change, changesOf, type MemberChange, varyField } from "./change.ts";

/** Faults of scores: an item dropped, its points or condition changed, a limit between categories moved. */
export function scoreFaults({ scores }: Pathway): readonly Change[] {
  return changesOf(
    "scores",
    scores,
    ({ id }) => `score \`${id}\``,
    varyScore,
    (list) => list,
  );
}

function varyScore(score: Score): readonly MemberChange<Score>[] {
  return [
    ...score.items.flatMap((item, at) => varyItem(score, item, at)),
    ...score.schemes.flatMap((scheme, at) => varyScheme(score, scheme, at)),
    ...varyField(score, "appliesWhen", score.appliesWhen, "applies when"),
  ];
}

function varyItem(score: Score, item: ScoreItem, at: number): readonly MemberChange<Score>[] {
  const withPoints = (points: number) => ({
    change: `item \`${item.id}\` counts ${points} instead of ${item.points}`,
    member: { ...score, items: score.items.with(at, { ...item, points }) },
  });
  return [
    { change: `item \`${item.id}\` dropped`, member: { ...score, items: score.items.toSpliced(at, 1) } },
    ...[item.points - 1, item.points + 1, -item.points].filter((points) => points !== 0).map(withPoints),
    ...varyField(item, "when", item.when, `item \`${item.id}\``).map(({ change, member }) => ({
      change,
      member: { ...score, items: member === undefined ? score.items : score.items.with(at, member) },
    })),
  ];
}

/** A limit belongs to two categories, so that both move. */
function varyScheme(score: Score, scheme: Scheme, at: number): readonly MemberChange<Score>[] {
  return scheme.strata.flatMap((stratum, place) => {
    const next = scheme.strata[place + 1];
    if (stratum.to === undefined || next?.from === undefined) return [];
    const [to, from] = [stratum.to, next.from];
    return [-1, 1].map((by) => {
      const strata = scheme.strata
        .with(place, { ...stratum, to: to + by })
        .with(place + 1, { ...next, from: from + by });
      return {
        change: `\`${scheme.id}\`: limit between \`${stratum.id}\` and \`${next.id}\` moved by ${by}`,
        member: { ...score, schemes: score.schemes.with(at, { ...scheme, strata }) },
      };
    });
  });
}
