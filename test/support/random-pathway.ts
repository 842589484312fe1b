import fc from "fast-check";
import { decimal } from "../../src/clinical/quantity.ts";
import type { Comparison, Expression, ExpressionNode } from "../../src/pathway/language/expression.ts";
import type { CaseFeature, FindingValue } from "../../src/pathway/model/feature.ts";
import type { Pathway, Recommendation, Rule, Score } from "../../src/pathway/model/pathway.ts";

const span = { file: "random.yaml", line: 1, column: 1, offset: 0, length: 0 };
const at = (node: ExpressionNode): Expression => ({ ...node, span });
const named = (id: string): Expression => at({ kind: "feature", id });

const TRUTHS = ["t0", "t1", "t2"];
const CHOICES: Readonly<Record<string, readonly string[]>> = { c0: ["x", "y"], c1: ["x", "y", "z"] };
const NUMBERS = ["n0", "n1"];
const CODES = ["LOOK", "TREAT", "STOP"];

const shared = { label: "l", plain: "p", ask: "a", cost: "history", input: true, group: "g" } as const;

function feature(id: string, type: CaseFeature["type"], presume: FindingValue | undefined): CaseFeature {
  const presumed = presume === undefined ? {} : { presume };
  return { ...shared, id, type, implies: [], codings: [], span, ...presumed };
}

const features: fc.Arbitrary<readonly CaseFeature[]> = fc
  .tuple(
    ...TRUTHS.map((id) =>
      fc.constantFrom(undefined, undefined, false, true).map((p) => feature(id, { kind: "truth" }, p)),
    ),
    ...Object.entries(CHOICES).map(([id, codes]) =>
      fc
        .constantFrom(undefined, undefined, ...codes)
        .map((presume) =>
          feature(id, { kind: "choice", choices: codes.map((code) => ({ code, label: code })) }, presume),
        ),
    ),
    ...NUMBERS.map((id) =>
      fc.constantFrom(undefined, undefined, 2).map((p) => feature(id, { kind: "wholeNumber", low: 0, high: 3 }, p)),
    ),
  )
  .map((made) => made);

const comparison = fc.constantFrom<Comparison>("=", "!=", "<", "<=", ">", ">=");
const constant = fc.integer({ min: -1, max: 4 }).map((value) => at({ kind: "number", value: decimal(value) }));

const stratum = fc.constantFrom("low", "high").map((value) =>
  at({
    kind: "comparison",
    operator: "=",
    left: at({ kind: "stratum", score: "s", scheme: "level" }),
    right: at({ kind: "code", value }),
  }),
);

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TRUTHS).map(named) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(...Object.keys(CHOICES))
      .chain((id) =>
        fc
          .subarray([...(CHOICES[id] ?? [])], { minLength: 1 })
          .map((codes) =>
            at({ kind: "membership", element: named(id), list: codes.map((value) => at({ kind: "code", value })) }),
          ),
      ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(comparison, fc.constantFrom(...NUMBERS), constant, fc.boolean())
      .map(([operator, id, value, mirrored]) =>
        at({ kind: "comparison", operator, left: mirrored ? value : named(id), right: mirrored ? named(id) : value }),
      ),
  },
  {
    weight: 1,
    arbitrary: comparison.map((operator) =>
      at({ kind: "comparison", operator, left: named("n0"), right: named("n1") }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(comparison, fc.integer({ min: -2, max: 4 })).map(([operator, value]) =>
      at({
        kind: "comparison",
        operator,
        left: at({ kind: "score", id: "s" }),
        right: at({ kind: "number", value: decimal(value) }),
      }),
    ),
  },
  { weight: 1, arbitrary: stratum },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom<Comparison>("=", "!="), fc.constantFrom(...TRUTHS), fc.constantFrom(...TRUTHS))
      .map(([operator, left, right]) => at({ kind: "comparison", operator, left: named(left), right: named(right) })),
  },
);

const condition: fc.Arbitrary<Expression> = fc.letrec<{ node: Expression }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    leaf,
    tie("node").map((operand) => at({ kind: "not", operand })),
    fc
      .tuple(
        fc.constantFrom("and" as const, "or" as const, "xor" as const, "implies" as const),
        tie("node"),
        tie("node"),
      )
      .map(([operator, left, right]) => at({ kind: "connective", operator, left, right })),
  ),
})).node;

const score: fc.Arbitrary<Score> = fc
  .array(
    fc.tuple(
      leaf.filter(({ kind }) => kind === "feature"),
      fc.integer({ min: -2, max: 2 }),
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((items) => ({
    id: "s",
    label: "s",
    version: "1",
    cite: [],
    stated: {},
    items: items.map(([when, points], place) => ({ id: `i${place}`, label: "i", points, when, feature: "t0", span })),
    schemes: [
      {
        id: "level",
        label: "l",
        strata: [
          { id: "low", label: "l", to: 0 },
          { id: "high", label: "h", from: 1 },
        ],
      },
    ],
    span,
  }));

function recommendation(code: string): Recommendation {
  const flags = { rulesOut: code === "STOP", emergency: false, outOfScope: false };
  const grade = { strength: "not-graded", certainty: "not-graded" } as const;
  return { code, title: code, action: code, plain: code, ...grade, cite: [], next: [], span, ...flags };
}

const rule: fc.Arbitrary<Omit<Rule, "id">> = fc
  .tuple(condition, fc.constantFrom(...CODES), fc.subarray([...TRUTHS, "c0"], { minLength: 1, maxLength: 2 }))
  .map(([when, advise, known]) => ({
    when,
    advise,
    because: "b",
    cite: [],
    profiles: [],
    known: advise === "STOP" ? known : [],
    disagreements: [],
    notes: [],
    span,
  }));

/** Small pathways of every kind of condition, most of them full of gaps and overlaps. */
export const randomPathway: fc.Arbitrary<Pathway> = fc
  .tuple(features, score, fc.array(fc.array(rule, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }))
  .map(([made, total, stages]) => ({
    id: "random",
    title: "Random",
    version: "1",
    profiles: [{ id: "only", label: "Only", cite: [] }],
    defaultProfile: "only",
    features: made,
    parameters: [],
    scores: [total],
    definitions: [],
    followUps: [],
    recommendations: [...CODES, "ASK", "SETTLE"].map(recommendation),
    outcomes: { needs: "ASK", contradiction: "SETTLE" },
    stages: stages.map((rules, place) => ({
      id: `stage${place}`,
      label: "s",
      why: "w",
      rules: rules.map((one, position) => ({ ...one, id: `r${place}-${position}` })),
      span,
    })),
    alsoDo: [],
    warnings: [],
    inconsistencies: [],
    properties: [],
  }));

/** A few contradictions for a random pathway. They dispute no number: what a number's range alone decides is not compared exactly. */
export const randomInconsistencies: fc.Arbitrary<Pathway["inconsistencies"]> = fc
  .array(fc.tuple(condition, fc.subarray([...TRUTHS, ...Object.keys(CHOICES)], { minLength: 1, maxLength: 3 })), {
    maxLength: 3,
  })
  .map((all) =>
    all.map(([when, disputes], place) => ({ id: `x${place}`, when, disputes, message: `x${place}`, span })),
  );
