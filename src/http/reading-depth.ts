import {
  type Article,
  type Section,
  type Statement,
  statementsOf,
  statementsOfSection,
} from "../library/model/article.ts";

/** How much of an article is shown: what is read in ten seconds, in a minute, or all of it. */
export const DEPTHS = ["brief", "minute", "full"] as const;
export type Depth = (typeof DEPTHS)[number];

/** The depths at which an article can be shown. Without statements marked `brief` there is no shortest one: none is made up. */
export function depthsOf(article: Article): readonly Depth[] {
  return statementsOf(article).some(({ brief }) => brief) ? DEPTHS : DEPTHS.slice(1);
}

/**
 * An article at a depth. `brief`: the statements that its author marked so. `minute`: the bottom line, and of every other section
 * what no variant may lose.
 */
export function articleAt(article: Article, depth: Depth, original: Article | undefined): Article {
  const musts = new Set(
    (original === undefined ? [] : statementsOf(original)).filter(({ must }) => must).map(({ id }) => id),
  );
  const isMust = ({ id, of }: Statement) => musts.has(article === original ? id : (of ?? ""));
  switch (depth) {
    case "full":
      return article;
    case "minute":
      return { ...article, sections: article.sections.flatMap((one, at) => (at === 0 ? [one] : cut(one, isMust))) };
    default:
      return { ...article, sections: article.sections.flatMap((section) => cut(section, ({ brief }) => brief)) };
  }
}

/** A section cut down to some of its statements, as a list; none when nothing is left. */
function cut(section: Section, isKept: (statement: Statement) => boolean): readonly Section[] {
  const kept = statementsOfSection(section).filter(isKept);
  if (kept.length === 0) return [];
  return [{ ...section, blocks: [{ kind: "list", ordered: false, items: kept.map((statement) => [statement]) }] }];
}
