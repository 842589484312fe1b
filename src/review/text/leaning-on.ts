import { type Citation, HOUSE_RULE } from "../../evidence/citation.ts";
import { READERS, type Reader, statementsOf } from "../../library/model/article.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";

/** One place of a topic that stands on sources: a sentence of one reader's text, a part of the pathway, a number. */
export interface Leaning {
  readonly topic: string;
  readonly part: Reader | "pathway" | "facts";
  /** Name of the sentence, rule or fact. */
  readonly id: string;
  readonly text: string;
  readonly sources: readonly string[];
}

/** Everything in a topic that stands on sources, variants and pathway included. */
export function leaningsOf({ slug, articles, pathway, facts }: Topic): readonly Leaning[] {
  const inArticles = READERS.flatMap((part) => {
    const article = articles[part];
    return article === undefined
      ? []
      : statementsOf(article).map(({ id, text, citations }) => ({ part, id, text, sources: keysOf(citations) }));
  });
  const inPathway = pathway === undefined ? [] : citedParts(pathway);
  const inFacts = [...facts.values()].map(({ id, quantity, source }) => ({
    part: "facts" as const,
    id,
    text: quantity,
    sources: source === undefined ? [] : [source],
  }));
  return [...inArticles, ...inPathway, ...inFacts]
    .filter(({ sources }) => sources.length > 0)
    .map((leaning) => ({ topic: slug, ...leaning }));
}

/** What falls with a source, over all topics. */
export function leaningOn(topics: Iterable<Topic>, source: string): readonly Leaning[] {
  return [...topics].flatMap(leaningsOf).filter(({ sources }) => sources.includes(source));
}

function citedParts(pathway: Pathway): readonly Omit<Leaning, "topic">[] {
  const part = (id: string, text: string, cite: readonly Citation[]) => ({
    part: "pathway" as const,
    id,
    text,
    sources: keysOf(cite),
  });
  return [
    ...pathway.parameters.map(({ id, label, cite }) => part(id, label, cite)),
    ...pathway.scores.map(({ id, label, cite }) => part(id, label, cite)),
    ...pathway.profiles.map(({ id, label, cite }) => part(id, label, cite)),
    ...pathway.followUps.map(({ id, what, cite }) => part(id, what, cite)),
    ...pathway.recommendations.map(({ code, title, cite }) => part(code, title, cite)),
    ...pathway.stages.flatMap(({ rules }) => rules.map(({ id, because, cite }) => part(id, because, cite))),
    ...pathway.alsoDo.map(({ advise, because, cite }) => part(advise, because, cite)),
    ...pathway.warnings.map(({ code, text, cite }) => part(code, text, cite)),
  ];
}

function keysOf(citations: readonly Citation[]): readonly string[] {
  return [...new Set(citations.map(({ source }) => source))].filter((source) => source !== HOUSE_RULE);
}
