import type { PublicationMark } from "../evidence/publication-mark.ts";
import { isWorse, markValues } from "../evidence/publication-mark.ts";
import type { Source } from "../evidence/source.ts";
import { statementsOf } from "./model/article.ts";
import type { Library } from "./model/library.ts";
import type { Topic } from "./model/topic.ts";

/** A place in the library that leans on a source. */
export interface CitingPlace {
  /** The topic, or the file beside the topics that holds it. */
  readonly topic: string;
  readonly where: string;
  readonly text: string;
}

/** A source of the register that a mark is on, with everything that leans on it. */
export interface MarkedCitation {
  readonly source: Source;
  readonly mark: PublicationMark;
  readonly places: readonly CitingPlace[];
}

/** Sources of the register that marks are on, the worst mark of each, and the walk to whatever cites them. */
export function findMarkedCitations(library: Library, marks: readonly PublicationMark[]): readonly MarkedCitation[] {
  const byValue = new Map(marks.map((mark) => [`${mark.by} ${mark.value}`, mark]));
  return [...library.sources.values()].flatMap((source) => {
    const { PMID: pmid, DOI: doi } = source;
    const values = markValues({ ...(pmid === undefined ? {} : { pmid }), ...(doi === undefined ? {} : { doi }) });
    let worst: PublicationMark | undefined;
    for (const [by, value] of values) {
      const mark = byValue.get(`${by} ${value}`);
      if (mark !== undefined && isWorse(mark.status, worst?.status ?? "current")) worst = mark;
    }
    return worst === undefined ? [] : [{ source, mark: worst, places: citingPlaces(library, source.id) }];
  });
}

/** Every statement, fact, rule, set and sign that cites a source. */
export function citingPlaces(library: Library, source: string): readonly CitingPlace[] {
  const beside = (where: string, text: string): CitingPlace => ({ topic: "library", where, text });
  return [
    ...[...library.topics.values()].flatMap((topic) => placesInTopic(topic, source)),
    ...[...library.sets.values()].flatMap(({ id, members }) =>
      members.filter(({ sources }) => sources.includes(source)).map(({ label }) => beside(`set ${id}`, label)),
    ),
    ...library.hazardTerms
      .filter(({ sources }) => sources.includes(source))
      .map(({ term }) => beside("hazard term", term)),
    ...library.subjects.flatMap(({ id, urgentSigns }) =>
      urgentSigns.filter(({ sources }) => sources.includes(source)).map(({ sign }) => beside(`subject ${id}`, sign)),
    ),
  ];
}

function placesInTopic(topic: Topic, source: string): readonly CitingPlace[] {
  const place = (where: string, text: string): CitingPlace => ({ topic: topic.slug, where, text });
  const texts = Object.values(topic.articles).flatMap((article) =>
    statementsOf(article)
      .filter(({ citations }) => citations.some((citation) => citation.source === source))
      .map(({ text }) => place(`${article.reader} text`, text)),
  );
  const facts = [...topic.facts.values()]
    .filter((fact) => fact.source === source)
    .map(({ id, quantity }) => place(`fact ${id}`, quantity));
  return [...texts, ...facts, ...placesInPathway(topic, source).map(([where, text]) => place(where, text))];
}

function placesInPathway({ pathway }: Topic, source: string): readonly (readonly [where: string, text: string])[] {
  if (pathway === undefined) return [];
  const { parameters, scores, followUps, recommendations, stages, alsoDo, warnings, profiles } = pathway;
  const cites = ({ cite }: { readonly cite: readonly { readonly source: string }[] }) =>
    cite.some((citation) => citation.source === source);
  return [
    ...parameters.filter(cites).map(({ id }) => [`parameter ${id}`, id] as const),
    ...scores.filter(cites).map(({ id, label }) => [`score ${id}`, label] as const),
    ...followUps.filter(cites).map(({ id }) => [`follow-up ${id}`, id] as const),
    ...recommendations.filter(cites).map(({ code, title }) => [`recommendation ${code}`, title] as const),
    ...stages.flatMap(({ rules }) =>
      rules.filter(cites).map(({ id, because }) => [`rule ${String(id)}`, because] as const),
    ),
    ...alsoDo.filter(cites).map(({ because }) => ["also to be done", because] as const),
    ...warnings.filter(cites).map(({ code, text }) => [`warning ${code}`, text] as const),
    ...profiles.filter(cites).map(({ id, label }) => [`profile ${String(id)}`, label] as const),
  ];
}
