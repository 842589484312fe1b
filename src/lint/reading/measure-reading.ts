import readability from "text-readability";
import type { Article, Block, Section, Statement } from "../../library/model/article.ts";

/** US school grade that a patient's text may ask for, by both formulas. */
export const HIGHEST_GRADE = 6;

/** Fewer words than these are too few for a formula made for passages of a hundred. */
const FEWEST_WORDS = 30;

/** US school grades: Kincaid JP et al., 1975 (Flesch-Kincaid) and Senter RJ, Smith EA, 1967 (automated readability index). */
export interface Grades {
  readonly fleschKincaid: number;
  readonly automatedReadability: number;
}

export interface MeasuredSentence extends Grades {
  readonly statement: Statement;
}

/** The text under one heading: its grades, and its sentences from the hardest to the easiest. */
export interface MeasuredBlock extends Grades {
  readonly title: string;
  readonly words: number;
  /** Too short to be judged on its own; it counts towards the whole. */
  readonly tooShort: boolean;
  readonly sentences: readonly MeasuredSentence[];
}

export interface MeasuredArticle extends Grades {
  readonly blocks: readonly MeasuredBlock[];
}

export function measureArticle({ sections }: Article): MeasuredArticle {
  const blocks = sections.flatMap(headedBlocks).filter(({ statements }) => statements.length > 0);
  return {
    ...gradesOf(blocks.flatMap(({ statements }) => statements)),
    blocks: blocks.map(({ title, statements }) => {
      const words = wordsIn(statements);
      const sentences = statements
        .map((statement) => ({ statement, ...gradesOf([statement]) }))
        .toSorted((left, right) => right.fleschKincaid - left.fleschKincaid);
      return { title, words, tooShort: words < FEWEST_WORDS, ...gradesOf(statements), sentences };
    }),
  };
}

export function isTooHard({ fleschKincaid, automatedReadability }: Grades): boolean {
  return fleschKincaid > HIGHEST_GRADE || automatedReadability > HIGHEST_GRADE;
}

export function printGrades({ fleschKincaid, automatedReadability }: Grades): string {
  return `${fleschKincaid.toFixed(1)} by Flesch-Kincaid, ${automatedReadability.toFixed(1)} by the automated readability index`;
}

interface HeadedBlock {
  readonly title: string;
  readonly statements: readonly Statement[];
}

function headedBlocks(section: Section): readonly HeadedBlock[] {
  const blocks: { title: string; statements: Statement[] }[] = [{ title: section.title, statements: [] }];
  for (const block of section.blocks) {
    if (block.kind === "subheading") blocks.push({ title: `${section.title}: ${block.title}`, statements: [] });
    else blocks.at(-1)?.statements.push(...statementsIn(block));
  }
  return blocks;
}

function statementsIn(block: Block): readonly Statement[] {
  switch (block.kind) {
    case "paragraph":
      return block.statements;
    case "list":
      return block.items.flat();
    case "table":
      return block.rows.map(({ evidence }) => evidence);
    default:
      return [];
  }
}

function wordsIn(statements: readonly Statement[]): number {
  return statements.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
}

/** Lists inside a sentence are read as sentences of their own, as a reader takes them. */
function gradesOf(statements: readonly Statement[]): Grades {
  const text = statements.map(({ text }) => text.replace(/[;:]/g, ".")).join(" ");
  if (text.trim() === "") return { fleschKincaid: 0, automatedReadability: 0 };
  return {
    fleschKincaid: readability.fleschKincaidGrade(text),
    automatedReadability: readability.automatedReadabilityIndex(text),
  };
}
