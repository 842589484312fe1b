import { evaluatePathway } from "../evaluate/evaluate-pathway.ts";
import { exampleDifferences } from "../examples/example-differences.ts";
import type { Expectation, ExpectedPatient } from "../examples/expected-patient.ts";
import type { Evaluation } from "../model/evaluation.ts";
import type { Pathway } from "../model/pathway.ts";
import type { Fate } from "./fate.ts";

/**
 * The examples, likely killers first: those that killed a neighbour, since faults of one part are mostly seen by the same
 * patients; then those in whose evaluation the part speaks or is judged; then the rest, those that leave least open first, since these are
 * evaluated quickest. The order decides only how soon a mutant is killed, and which example is named for it.
 */
export class ExampleBench {
  readonly #examples: readonly { readonly example: ExpectedPatient; readonly names: ReadonlySet<string> }[];
  #recent: ExpectedPatient[] = [];
  #part = "";
  #order: readonly ExpectedPatient[] = [];

  constructor(pathway: Pathway, examples: readonly ExpectedPatient[]) {
    this.#examples = examples
      .map((example) => {
        const found = evaluatePathway(pathway, example.statements, example.profile);
        const names = new Set([...namesIn(found), ...namesExpected(example.expect, found, pathway)]);
        return { example, names, open: "possible" in found ? found.possible.length : 0 };
      })
      .toSorted((one, other) => one.open - other.open);
  }

  kill(pathway: Pathway, part: string): Fate | undefined {
    if (part !== this.#part) this.#turnTo(part);
    for (const example of new Set([...this.#recent, ...this.#order])) {
      const { statements, profile, expect, id } = example;
      const [because] = exampleDifferences(expect, evaluatePathway(pathway, statements, profile), pathway);
      if (because === undefined) continue;
      this.#recent = [example, ...this.#recent.filter((one) => one !== example)];
      return { kind: "example", example: id, because };
    }
    return undefined;
  }

  #turnTo(part: string): void {
    const named = /`([^`]+)`/.exec(part)?.[1] ?? "";
    const speaks = this.#examples.filter(({ names }) => names.has(named));
    this.#part = part;
    this.#recent = [];
    this.#order = [...speaks, ...this.#examples.filter(({ names }) => !names.has(named))].map(({ example }) => example);
  }
}

/** The parts of the pathway that an evaluation names: the rule and stage that advise, what goes along, what was said. */
function namesIn(found: Evaluation): ReadonlySet<string> {
  const advised = "advice" in found ? found.advice.rule.id : undefined;
  const stage = found.trace.find(({ rule }) => rule === advised)?.stage;
  return new Set(
    [
      advised,
      stage,
      "advice" in found ? found.advice.followUp?.id : undefined,
      ...found.alsoDo.flatMap(({ advise, followUp }) => [advise, followUp]),
      ...found.warnings.map(({ code }) => code),
      ...[...found.findings, ...found.presumed].map(({ feature }) => feature),
    ].filter((name) => name !== undefined),
  );
}

/** The parts that an example judges besides: what must not be warned of, lists in full, scores, contradictions. */
function namesExpected(expected: Expectation, found: Evaluation, pathway: Pathway): readonly string[] {
  const { warnings = [], mustNotWarn = [], alsoDo, scores = {}, disputed } = expected;
  const messages = disputed === undefined ? [] : found.contradictions.map(({ message }) => message);
  return [
    ...warnings,
    ...mustNotWarn,
    ...(alsoDo === undefined ? [] : pathway.alsoDo.map(({ advise }) => advise)),
    ...Object.keys(scores),
    ...pathway.inconsistencies.filter(({ message }) => messages.includes(message)).map(({ id }) => id),
  ];
}
