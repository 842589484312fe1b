import { type Decimal, decimal } from "../../clinical/quantity.ts";
import type { Fact } from "../../evidence/fact.ts";
import type { ChancesTest, ChancesTool } from "../../library/model/tools.ts";
import type { Topic } from "../../library/model/topic.ts";
import {
  type Accuracy,
  type Chances,
  chancesAfter,
  type People,
  peopleOf,
  prevalenceAtLine,
} from "../../tools/chances.ts";

/** What the form holds: a test of the tool and a prevalence in per cent, as sent or as the tool begins. */
interface Typed {
  readonly test: string;
  readonly prevalence: string;
}

export interface KnownTest {
  readonly kind: "known";
  readonly typed: Typed;
  readonly test: ChancesTest;
  readonly condition: string;
  readonly prevalence: Decimal;
  readonly sensitivity: Fact;
  readonly specificity: Fact;
  readonly accuracy: Accuracy;
  readonly chances: Chances;
  readonly people: People;
  /** Miss rate with both ends of the published intervals, where there are any. */
  readonly bounds: { readonly low: Decimal; readonly high: Decimal } | undefined;
  /** Each line with the prevalence from which on more are missed. */
  readonly lines: readonly { readonly fact: Fact; readonly prevalence: Decimal | undefined }[];
}

export type ChancesReading =
  | KnownTest
  | { readonly kind: "wrong"; readonly typed: Typed; readonly wrong: "test" | "prevalence" };

/** A share in per cent as a form sends it. */
const PERCENT = /^\d{1,2}(?:\.\d{1,4})?$/;

/** Reads the form; what is not a test of the list or a share between 0 and 100 is refused, never clamped. */
export function readChances(topic: Topic, tool: ChancesTool, query: URLSearchParams): ChancesReading {
  const first = tool.tests[0];
  const start = String(getFact(topic, tool.start).value);
  const asked = { test: query.get("test") || (first?.id ?? ""), prevalence: query.get("prevalence") || start };
  const test = tool.tests.find(({ id }) => id === asked.test);
  const isShare = PERCENT.test(asked.prevalence) && Number(asked.prevalence) > 0;
  const typed = { test: test?.id ?? first?.id ?? "", prevalence: isShare ? asked.prevalence : start };
  if (test === undefined) return { kind: "wrong", typed, wrong: "test" };
  if (!isShare) return { kind: "wrong", typed, wrong: "prevalence" };
  const prevalence = decimal(typed.prevalence).div(100);
  const sensitivity = getFact(topic, test.sensitivity);
  const specificity = getFact(topic, test.specificity);
  const accuracy = { sensitivity: shareOf(sensitivity), specificity: shareOf(specificity) };
  return {
    kind: "known",
    typed,
    test,
    condition: test.condition ?? tool.condition,
    prevalence,
    sensitivity,
    specificity,
    accuracy,
    chances: chancesAfter(prevalence, accuracy),
    people: peopleOf(prevalence, accuracy),
    bounds: boundsOf(prevalence, sensitivity, specificity),
    lines: tool.lines.map((id) => {
      const fact = getFact(topic, id);
      return { fact, prevalence: prevalenceAtLine(shareOf(fact), accuracy) };
    }),
  };
}

/** The best and the worst that the intervals of both facts allow. */
function boundsOf(prevalence: Decimal, sensitivity: Fact, specificity: Fact): KnownTest["bounds"] {
  if (sensitivity.interval === undefined || specificity.interval === undefined) return undefined;
  const at = (end: "low" | "high") =>
    chancesAfter(prevalence, {
      sensitivity: decimal(sensitivity.interval?.[end] ?? 0).div(100),
      specificity: decimal(specificity.interval?.[end] ?? 0).div(100),
    }).missRate;
  const low = at("high");
  const high = at("low");
  return low === undefined || high === undefined ? undefined : { low, high };
}

/** A checked tool names only facts that its topic has. */
export function getFact(topic: Topic, id: string): Fact {
  const fact = topic.facts.get(id);
  if (fact === undefined) throw new Error(`a checked tool names only facts of its topic, but \`${id}\` is none`);
  return fact;
}

function shareOf({ value, id }: Fact): Decimal {
  if (value === undefined) throw new Error(`a checked tool names only facts with a value, but \`${id}\` has none`);
  return decimal(String(value)).div(100);
}
