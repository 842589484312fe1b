import type { Block, Reader, Section, Statement } from "../library/model/article.ts";
import type { Concept } from "../library/model/terms.ts";

/** A concept as one reader is told of it. */
export interface Explained {
  readonly id: string;
  readonly term: string;
  readonly definition: string;
  /** Matches any of its names in running text. */
  readonly names: RegExp;
}

/** Which concepts are marked in which statements of a page: the first time a section speaks of them. */
export interface MarkedTerms {
  of(statement: { readonly id: string }): readonly Explained[];
  /** Every concept that is marked somewhere, in the order of its first mark. */
  readonly used: readonly Explained[];
}

/** Concepts with a definition for this reader; the others are not explained in another reader's words. */
export function explainFor(concepts: readonly Concept[], reader: Reader): readonly Explained[] {
  return concepts.flatMap(({ id, term, aliases, definition }) => {
    const told = definition[reader] ?? (reader === "student" || reader === "nurse" ? definition.clinician : undefined);
    return told === undefined ? [] : [{ id, term, definition: told, names: namesPattern([term, ...aliases]) }];
  });
}

export function markTerms(sections: readonly Section[], explained: readonly Explained[]): MarkedTerms {
  const marks = new Map<string, Explained[]>();
  const used = new Set<Explained>();
  for (const section of sections) {
    const seen = new Set<Explained>();
    for (const statement of section.blocks.flatMap(sentencesOf))
      for (const concept of explained) {
        if (seen.has(concept) || !concept.names.test(statement.text)) continue;
        seen.add(concept);
        used.add(concept);
        marks.set(statement.id, [...(marks.get(statement.id) ?? []), concept]);
      }
  }
  return { of: ({ id }) => marks.get(id) ?? [], used: [...used] };
}

/** Rows of tables are not marked: their cells are short and many. */
function sentencesOf(block: Block): readonly Statement[] {
  if (block.kind === "paragraph") return block.statements;
  return block.kind === "list" ? block.items.flat() : [];
}

/** Whole words, the longest name first; abbreviations in their own case, so that "ct" inside another word is none. */
function namesPattern(names: readonly string[]): RegExp {
  const alternatives = names
    .toSorted((left, right) => right.length - left.length)
    .map((name) => {
      const escaped = name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "\\s+");
      return /^[A-Z0-9]{2,}$/.test(name) ? escaped : anyCase(escaped);
    });
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${alternatives.join("|")})(?![\\p{L}\\p{N}-])`, "u");
}

/** A sentence may begin with the name; no other letter changes its case. */
function anyCase(escaped: string): string {
  const first = escaped.charAt(0);
  return /[a-z]/i.test(first) ? `[${first.toLowerCase()}${first.toUpperCase()}]${escaped.slice(1)}` : escaped;
}
