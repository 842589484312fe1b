import { doubtOf } from "../../../answer/second-reader/doubt.ts";
import { likelySteps } from "../../../answer/second-reader/likely-steps.ts";
import type { SecondReader } from "../../../answer/second-reader/second-reader.ts";
import type { Pathway } from "../../../pathway/model/pathway.ts";
import { dangerOf } from "../../vignettes/urgency.ts";
import { percent } from "../open-set.ts";
import type { Author } from "./read-authors.ts";

interface Figures {
  readonly right: number;
  readonly dangerous: number;
}

/** How often next steps are right, and how often dangerous: of the findings, of the second reader, and the safer of both where they differ. */
export interface Agreement {
  readonly name: string;
  readonly texts: number;
  readonly doubted: number;
  readonly first: Figures;
  readonly second: Figures;
  readonly both: Figures;
}

/** Judges the texts of an author by a reader that has learned from others. */
export function agreementOn({ path, told }: Author, reader: SecondReader, pathway: Pathway): Agreement {
  const stepsOf = told.map(({ text, first }) => {
    const { probabilities } = likelySteps(text, reader);
    const doubt = first === null ? undefined : doubtOf(text, first, reader, pathway);
    return { first, second: reader.steps[probabilities.indexOf(Math.max(...probabilities))] ?? null, doubt };
  });
  const figuresOf = (steps: readonly (string | null)[]): Figures => ({
    right: steps.filter((step, at) => step !== null && told[at]?.accepted.includes(step)).length,
    dangerous: steps.filter((step, at) => dangerOf(step, told[at]?.accepted ?? [], pathway, reader.urgency)).length,
  });
  return {
    name: path.split("/").at(-1) ?? path,
    texts: told.length,
    doubted: stepsOf.filter(({ doubt }) => doubt !== undefined).length,
    first: figuresOf(stepsOf.map(({ first }) => first)),
    second: figuresOf(stepsOf.map(({ second }) => second)),
    both: figuresOf(stepsOf.map(({ first, doubt }) => doubt?.step ?? first)),
  };
}

export function sumOf(agreements: readonly Agreement[]): Agreement {
  const sum = (of: (one: Agreement) => number) => agreements.reduce((total, one) => total + of(one), 0);
  const figures = (of: "first" | "second" | "both") => ({
    right: sum((one) => one[of].right),
    dangerous: sum((one) => one[of].dangerous),
  });
  return {
    name: "all",
    texts: sum(({ texts }) => texts),
    doubted: sum(({ doubted }) => doubted),
    first: figures("first"),
    second: figures("second"),
    both: figures("both"),
  };
}

/** What the columns of `renderAgreement` are. */
export const HEAD =
  "next step right, and dangerous: the findings alone; the second reader alone; the safer of both where they differ";

export function renderAgreement({ name, texts, doubted, first, second, both }: Agreement): string {
  const shown = ({ right, dangerous }: Figures) => `${right} (${percent(right, texts)}), ${dangerous}`;
  return `${name}: ${texts} texts; ${shown(first)}; ${shown(second)}; ${shown(both)}; ${doubted} doubted`;
}
