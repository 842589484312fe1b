import type { Reader } from "../../library/model/article.ts";
import { READERS, statementsOf } from "../../library/model/article.ts";
import type { Topic } from "../../library/model/topic.ts";
import { indexOf } from "../../pathway/facts/pathway-index.ts";
import { printCondition } from "../../pathway/print/print-condition.ts";

/** One difference between two texts of a topic, in the words of the texts. */
export interface TextChange {
  readonly part: Reader | "pathway" | "scope" | "facts" | "citations";
  readonly kind: "added" | "removed" | "changed";
  /** Name of the sentence, rule, fact or source. */
  readonly id: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Named = ReadonlyMap<string, string>;

/** What differs between two texts of one topic: recommendations and rules first, then whom it is for, numbers, sentences, citations. */
export function describeChanges(before: Topic, after: Topic): readonly TextChange[] {
  return [
    ...compareNamed("pathway", pathwayParts(before), pathwayParts(after)),
    ...compareNamed("scope", scopeOf(before), scopeOf(after)),
    ...compareNamed("facts", factsOf(before), factsOf(after)),
    ...READERS.flatMap((reader) => compareSentences(reader, before, after)),
    ...compareNamed("citations", citationsOf(before), citationsOf(after)),
  ];
}

function compareNamed(part: TextChange["part"], before: Named, after: Named): readonly TextChange[] {
  const removed = [...before].flatMap(([id, text]): TextChange[] =>
    after.has(id) ? [] : [{ part, kind: "removed", id, before: text, after: null }],
  );
  const others = [...after].flatMap(([id, text]): TextChange[] => {
    const old = before.get(id);
    if (old === undefined) return [{ part, kind: "added", id, before: null, after: text }];
    return old === text ? [] : [{ part, kind: "changed", id, before: old, after: text }];
  });
  return [...others, ...removed];
}

/**
 * Sentences without a name of their own are numbered, so that one more at the top renames all that follow. What stands
 * word for word in both is therefore set aside first, whatever it is called.
 */
function compareSentences(reader: Reader, before: Topic, after: Topic): readonly TextChange[] {
  const [old, now] = [sentencesOf(before, reader), sentencesOf(after, reader)];
  const kept = (others: readonly Sentence[]) => new Set(others.map(({ text }) => text));
  const [inOld, inNow] = [kept(old), kept(now)];
  const gone = old.filter(({ text }) => !inNow.has(text));
  const come = now.filter(({ text }) => !inOld.has(text));
  const toMap = (sentences: readonly Sentence[]) => new Map(sentences.map(({ id, text }) => [id, text]));
  return compareNamed(reader, toMap(gone), toMap(come));
}

interface Sentence {
  readonly id: string;
  readonly text: string;
}

function sentencesOf({ articles }: Topic, reader: Reader): readonly Sentence[] {
  const article = articles[reader];
  return article === undefined ? [] : statementsOf(article);
}

function pathwayParts({ pathway }: Topic): Named {
  if (pathway === undefined) return new Map();
  const index = indexOf(pathway);
  return new Map([
    ...pathway.recommendations.map(
      ({ code, title, action, strength, certainty }) =>
        [`recommendation ${code}`, `${title}. ${action} (${strength}, ${certainty} certainty)`] as const,
    ),
    ...pathway.scores.flatMap(({ id, items, schemes }) => [
      ...items.map(
        (item) =>
          [`score ${id}, ${item.id}`, `${item.points}: ${item.label}, ${printCondition(index, item.when)}`] as const,
      ),
      ...schemes.flatMap((scheme) =>
        scheme.strata.map(
          ({ id: stratum, label, from, to }) =>
            [`score ${id}, ${scheme.id} ${stratum}`, `${label}: ${from ?? "any"} to ${to ?? "any"}`] as const,
        ),
      ),
    ]),
    ...pathway.parameters.map(
      ({ id, label, value }) => [`parameter ${id}`, `${label}: ${value.value.toString()} ${value.unit}`] as const,
    ),
    ...pathway.followUps.map(
      ({ id, what, windows, countedFrom }) =>
        [
          `follow-up ${id}`,
          `${what}, days ${windows.map((days) => days.join("–")).join(" and ")} after ${countedFrom}`,
        ] as const,
    ),
    ...pathway.definitions.map(({ id, when }) => [`definition ${id}`, printCondition(index, when)] as const),
    ...pathway.stages.flatMap(({ id: stage, rules }, place) =>
      rules.map(
        ({ id, when, advise, because }) =>
          [
            `rule ${id}`,
            `${place + 1}. ${stage}: when ${printCondition(index, when)}, ${advise}, because ${because}`,
          ] as const,
      ),
    ),
    ...pathway.warnings.map(({ code, text }) => [`warning ${code}`, text] as const),
  ]);
}

/** What is asked, and for which patients. */
function scopeOf({ title, question, patientQuestion, scope }: Topic): Named {
  return new Map([
    ["title", title],
    ["question", question],
    ["patient's question", patientQuestion],
    ["population", scope.population],
    ["setting", scope.setting],
    ...scope.includes.map((what) => [`includes ${what}`, what] as const),
    ...scope.excludes.map(({ what, say }) => [`excludes ${what}`, `${what}: ${say}`] as const),
  ]);
}

function factsOf({ facts }: Topic): Named {
  return new Map(
    [...facts.values()].map(({ id, quantity, value, unit, interval, population, source }) => {
      const range = interval === undefined ? "" : ` (${interval.low} to ${interval.high})`;
      return [id, `${quantity}: ${value ?? "not given"} ${unit}${range}, ${population} [${source ?? "no source"}]`];
    }),
  );
}

function citationsOf({ articles }: Topic): Named {
  const cited = READERS.flatMap((reader) => (articles[reader] === undefined ? [] : statementsOf(articles[reader])));
  return new Map(cited.flatMap(({ citations }) => citations.map(({ source }) => [source, source] as const)));
}
