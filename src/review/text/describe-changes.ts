import type { Citation } from "../../evidence/citation.ts";
import type { Certainty, Strength } from "../../evidence/grade.ts";
import type { Reader } from "../../library/model/article.ts";
import { READERS, statementsOf } from "../../library/model/article.ts";
import type { Topic } from "../../library/model/topic.ts";
import { indexOf } from "../../pathway/facts/pathway-index.ts";
import { printCondition } from "../../pathway/print/print-condition.ts";
import { leaningsOf } from "./leaning-on.ts";

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

/** A sentence with how strongly it is said and what it stands on: the same words on other evidence are another statement. */
function sentencesOf({ articles }: Topic, reader: Reader): readonly Sentence[] {
  const article = articles[reader];
  if (article === undefined) return [];
  return statementsOf(article).map(({ id, text, strength, certainty, citations }) => ({
    id,
    text: `${text}${gradeOf(strength, certainty)}${citedBy(citations)}`,
  }));
}

function gradeOf(strength: Strength, certainty: Certainty): string {
  if (strength === "not-graded" && certainty === "not-graded") return "";
  return ` (${strength}, ${certainty} certainty)`;
}

function citedBy(citations: readonly Citation[]): string {
  const places = citations.map(({ source, locator }) => (locator === undefined ? source : `${source}, ${locator}`));
  return places.length === 0 ? "" : ` [${places.join("; ")}]`;
}

function pathwayParts({ pathway }: Topic): Named {
  if (pathway === undefined) return new Map();
  const index = indexOf(pathway);
  return new Map([
    ...pathway.recommendations.map(
      ({ code, title, action, strength, certainty, cite }) =>
        [
          `recommendation ${code}`,
          `${title}. ${action} (${strength}, ${certainty} certainty)${citedBy(cite)}`,
        ] as const,
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
      ({ id, label, value, cite }) =>
        [`parameter ${id}`, `${label}: ${value.value.toString()} ${value.unit}${citedBy(cite)}`] as const,
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
        ({ id, when, advise, because, cite }) =>
          [
            `rule ${id}`,
            `${place + 1}. ${stage}: when ${printCondition(index, when)}, ${advise}, because ${because}${citedBy(cite)}`,
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

/** Every source that a sentence, a part of the pathway or a number stands on. */
function citationsOf(topic: Topic): Named {
  return new Map(leaningsOf(topic).flatMap(({ sources }) => sources.map((source) => [source, source] as const)));
}
