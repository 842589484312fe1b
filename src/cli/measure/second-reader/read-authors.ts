import type { Example } from "../../../answer/second-reader/learn.ts";
import type { SecondReader, UrgencyLevel } from "../../../answer/second-reader/second-reader.ts";
import type { Wellspring } from "../../../answer/wellspring.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import type { CliEffects } from "../../command.ts";
import { readVignettes } from "../../read-vignettes.ts";
import type { Vignette } from "../../vignettes/vignette-shape.ts";

/** An example patient, with what the findings alone make of its text. */
export interface Told extends Example {
  readonly accepted: readonly string[];
  /** To which the findings lead that were read from the text; null where it was not answered. */
  readonly first: string | null;
}

/** The patients of one file, which is one author's. */
export interface Author {
  readonly path: string;
  readonly told: readonly Told[];
}

/** What files of vignettes say together. */
export interface Authors {
  readonly authors: readonly Author[];
  /** Of the first file that names any. */
  readonly urgency: readonly UrgencyLevel[] | undefined;
  readonly indistinct: SecondReader["indistinct"];
}

/** Reads the files and has every text of them answered. */
export async function readAuthors(
  paths: readonly string[],
  wellspring: Pick<Wellspring, "ask">,
  effects: CliEffects,
): Promise<Result<Authors>> {
  const authors: Author[] = [];
  let urgency: Authors["urgency"];
  const indistinct: SecondReader["indistinct"] = [];
  for (const path of paths) {
    const file = await readVignettes(path, effects);
    if (!file.ok) return file;
    const { vignettes } = file.value;
    urgency ??= file.value.urgency;
    indistinct.push(...file.value.indistinct.filter((pair) => !indistinct.some((one) => String(one) === String(pair))));
    authors.push({ path, told: vignettes.flatMap((vignette) => tell(vignette, wellspring)) });
  }
  return ok({ authors, urgency, indistinct });
}

function tell({ text, expected }: Vignette, wellspring: Pick<Wellspring, "ask">): readonly Told[] {
  if (text === undefined) return [];
  const answer = wellspring.ask({ question: text });
  const first = answer.ok ? (answer.value.secondReading?.first ?? answer.value.nextStep)?.code : undefined;
  const accepted = [expected.nextStep, ...expected.alsoAcceptable];
  return [{ text, step: expected.nextStep, accepted, first: first ?? null }];
}
