// The two-level Wells branch, once for each engine, as its documentation says: { name, run(input) -> code or a promise of it }.
import { ZenEngine } from "@gorules/zen-engine";
import cql from "cql-execution";
import fhirpath from "fhirpath";
import { Engine } from "json-rules-engine";
import { createActor, createMachine } from "xstate";
import { compilePathway } from "../../src/pathway/compile/compile-pathway.ts";
import { prepareEncoder, prepareEvaluator, prepareRowEvaluator } from "../../src/pathway/compile/encode-values.ts";
import { evaluateCompiled } from "../../src/pathway/compile/evaluate-compiled.ts";
import { prepareTrace } from "../../src/pathway/compile/trace-compiled.ts";
import { evaluatePathway } from "../../src/pathway/evaluate/evaluate-pathway.ts";
import { codeOf } from "../../src/pathway/evaluate/grounds.ts";
import { parsePathway } from "../../src/pathway/parse/parse-pathway.ts";

/** Every input: Wells totals and none, each D-dimer and none. Null is "asked, not known". */
export const INPUTS = [null, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((score) =>
  [null, "none", "negative", "positive"].map((dDimer) => ({ score, dDimer })),
);

/** What is right, written as a table: an unknown is never an answer, and a D-dimer above its cut-off needs no score. */
export function expected({ score, dDimer }) {
  if (dDimer === "positive" || (score !== null && score >= 2)) return "COMPLETE_DUPLEX";
  if (score === null || dDimer === null) return "ASK";
  return dDimer === "none" ? "D_DIMER_FIRST" : "DVT_EXCLUDED";
}

const PATHWAY = `id: branch
title: The two-level Wells branch
version: "1"
profiles: [{ id: only, label: Only }]
defaultProfile: only
parameters: []
features:
  - { id: score, type: wholeNumber, range: [-2, 9], label: Wells, plain: score, ask: Wells, group: A, cost: examination }
  - { id: dDimer, type: choice, choices: { none: None, negative: Negative, positive: Positive }, label: D-dimer, plain: test, ask: D-dimer, group: A, cost: laboratory }
scores: []
definitions: []
followUps: []
recommendations:
  - { code: D_DIMER_FIRST, title: a, action: a, plain: a, next: [{ on: a, step: b }] }
  - { code: DVT_EXCLUDED, title: a, action: a, plain: a, rulesOut: true, next: [{ on: a, step: b }] }
  - { code: COMPLETE_DUPLEX, title: a, action: a, plain: a, next: [{ on: a, step: b }] }
  - { code: ASK, title: a, action: a, plain: a, next: [{ on: a, step: b }] }
  - { code: SETTLE, title: a, action: a, plain: a, next: [{ on: a, step: b }] }
outcomes: { needs: ASK, contradiction: SETTLE }
stages:
  - id: branch
    label: Branch
    why: one stage
    rules:
      - { id: likely, when: score >= 2, advise: COMPLETE_DUPLEX, because: likely, cite: ["[house-rule]"] }
      - { id: raised, when: dDimer = 'positive', advise: COMPLETE_DUPLEX, because: raised, cite: ["[house-rule]"] }
      - { id: first, when: score < 2 and dDimer = 'none', advise: D_DIMER_FIRST, because: unlikely, cite: ["[house-rule]"] }
      - { id: excluded, when: score < 2 and dDimer = 'negative', known: [score, dDimer], advise: DVT_EXCLUDED, because: unlikely and negative, cite: ["[house-rule]"] }
alsoDo: []
warnings: []
inconsistencies: []
properties: []
`;

function ours() {
  const { pathway, diagnostics } = parsePathway("branch.yaml", PATHWAY);
  if (pathway === undefined) throw new Error(JSON.stringify(diagnostics));
  const made = compilePathway(pathway, "only");
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  const compiled = made.value;
  const codes = compiled.outcomes.map((outcome) => (outcome.kind === "advice" ? outcome.code : "ASK"));
  const encode = prepareEncoder(compiled.atoms);
  const trace = prepareTrace(compiled);
  const evaluate = prepareEvaluator(compiled);
  const evaluateRow = prepareRowEvaluator(compiled, ["score", "dDimer"]);
  const states = new Uint8Array(compiled.atoms.length);
  const statements = ({ score, dDimer }) => [
    score === null ? { feature: "score", kind: "unknown" } : { feature: "score", kind: "value", value: score },
    dDimer === null ? { feature: "dDimer", kind: "unknown" } : { feature: "dDimer", kind: "value", value: dDimer },
  ];
  return {
    look: {
      name: "Wellspring, compiled, encoded before",
      prepare: (input) => {
        const own = new Uint8Array(compiled.atoms.length);
        encode(input, own);
        return own;
      },
      run: (own) => codes[evaluateCompiled(compiled.diagram, own)],
    },
    row: {
      name: "Wellspring, compiled, from plain values by column",
      run: ({ score, dDimer }) => codes[evaluateRow([score, dDimer])],
    },
    plain: {
      name: "Wellspring, compiled, from plain values by name",
      run: (input) => codes[evaluate(input)],
    },
    trace: {
      name: "Wellspring, compiled, from plain values, with trace",
      run: (input) => {
        encode(input, states);
        const { outcome } = trace(states);
        return outcome.kind === "advice" ? outcome.code : "ASK";
      },
    },
    interpreter: {
      name: "Wellspring, plain interpreter, with trace",
      prepare: statements,
      run: (said) => codeOf(evaluatePathway(pathway, said, "only")),
    },
  };
}

const byHand = {
  name: "Function written by hand",
  run: ({ score, dDimer }) => {
    if (dDimer === "positive" || (score !== null && score >= 2)) return "COMPLETE_DUPLEX";
    if (score === null || dDimer === null) return "ASK";
    return dDimer === "none" ? "D_DIMER_FIRST" : "DVT_EXCLUDED";
  },
};

// zen-engine: a decision table, first hit; rows are [score, dDimer, advice]. An empty cell matches everything.
function zen(name, rows, options) {
  const field = (id) => ({ id, name: id, type: "expression", field: id });
  const content = {
    nodes: [
      { id: "in", name: "in", type: "inputNode", position: { x: 0, y: 0 } },
      {
        id: "table",
        name: "table",
        type: "decisionTableNode",
        position: { x: 1, y: 0 },
        content: {
          hitPolicy: "first",
          inputs: [field("score"), field("dDimer")],
          outputs: [field("advice")],
          rules: rows.map(([score, dDimer, advice], at) => ({
            _id: `${at}`,
            score,
            dDimer,
            advice: JSON.stringify(advice),
          })),
        },
      },
      { id: "out", name: "out", type: "outputNode", position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: "a", type: "edge", sourceId: "in", targetId: "table" },
      { id: "b", type: "edge", sourceId: "table", targetId: "out" },
    ],
  };
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(content)));
  return { name, run: async (input) => (await decision.evaluate(input, options)).result.advice };
}

const ZEN_GUARDED = [
  ["", '"positive"', "COMPLETE_DUPLEX"],
  ["$ != null and $ >= 2", "", "COMPLETE_DUPLEX"],
  ["$ == null", "", "ASK"],
  ["", "$ == null", "ASK"],
  ["", '"none"', "D_DIMER_FIRST"],
  ["", '"negative"', "DVT_EXCLUDED"],
];
const ZEN_ELSE = [
  [">= 2", "", "COMPLETE_DUPLEX"],
  ["", '"none"', "D_DIMER_FIRST"],
  ["", '"positive"', "COMPLETE_DUPLEX"],
  ["", "", "DVT_EXCLUDED"],
];

// json-rules-engine: one rule for each advice; the highest priority that fires is the answer.
function jsonRules(name, rules, otherwise) {
  const engine = new Engine();
  for (const [at, [advice, conditions]] of rules.entries())
    engine.addRule({ conditions, event: { type: advice }, priority: rules.length - at });
  return { name, run: async (input) => (await engine.run(input)).events[0]?.type ?? otherwise };
}

const is = (fact, operator, value) => ({ fact, operator, value });
const JSON_GUARDED = [
  ["COMPLETE_DUPLEX", { any: [is("score", "greaterThanInclusive", 2), is("dDimer", "equal", "positive")] }],
  ["ASK", { any: [is("score", "equal", null), is("dDimer", "equal", null)] }],
  ["D_DIMER_FIRST", { all: [is("score", "lessThan", 2), is("dDimer", "equal", "none")] }],
  ["DVT_EXCLUDED", { all: [is("score", "lessThan", 2), is("dDimer", "equal", "negative")] }],
];
const JSON_ELSE = [
  ["COMPLETE_DUPLEX", { any: [is("score", "greaterThanInclusive", 2), is("dDimer", "equal", "positive")] }],
  ["D_DIMER_FIRST", { all: [is("dDimer", "equal", "none")] }],
];

// XState: one actor for each patient; the transitions of one event, tried in order, and the last without a guard is the "else".
function xstate(name, transitions) {
  const codes = ["D_DIMER_FIRST", "DVT_EXCLUDED", "COMPLETE_DUPLEX", "ASK"];
  const machine = createMachine({
    id: "branch",
    initial: "asked",
    states: {
      asked: { on: { FINDINGS: transitions } },
      ...Object.fromEntries(codes.map((code) => [code, { type: "final" }])),
    },
  });
  return {
    name,
    run: ({ score, dDimer }) => {
      const actor = createActor(machine).start();
      actor.send({ type: "FINDINGS", score, dDimer });
      return actor.getSnapshot().value;
    },
  };
}

const XSTATE_GUARDED = [
  {
    guard: ({ event }) => event.dDimer === "positive" || (event.score !== null && event.score >= 2),
    target: "COMPLETE_DUPLEX",
  },
  { guard: ({ event }) => event.score === null || event.dDimer === null, target: "ASK" },
  { guard: ({ event }) => event.dDimer === "none", target: "D_DIMER_FIRST" },
  { target: "DVT_EXCLUDED" },
];
const XSTATE_ELSE = [
  { guard: ({ event }) => event.score >= 2, target: "COMPLETE_DUPLEX" },
  { guard: ({ event }) => event.dDimer === "none", target: "D_DIMER_FIRST" },
  { guard: ({ event }) => event.dDimer === "positive", target: "COMPLETE_DUPLEX" },
  { target: "DVT_EXCLUDED" },
];

// fhirpath: compiled once, as its documentation advises; null in a resource is an empty collection.
function path(name, expression) {
  const evaluate = fhirpath.compile(expression);
  return { name, run: (input) => evaluate(input)[0] };
}

const PATH_GUARDED =
  "iif(dDimer = 'positive' or score >= 2, 'COMPLETE_DUPLEX', iif(score.empty() or dDimer.empty(), 'ASK', iif(dDimer = 'none', 'D_DIMER_FIRST', 'DVT_EXCLUDED')))";
const PATH_ELSE =
  "iif(score >= 2, 'COMPLETE_DUPLEX', iif(dDimer = 'none', 'D_DIMER_FIRST', iif(dDimer = 'positive', 'COMPLETE_DUPLEX', 'DVT_EXCLUDED')))";

// cql-execution: ELM of the CQL in the comments, translated by hand; findings are parameters, the context is Unfiltered.
const typed = (type) => `{urn:hl7-org:elm-types:r1}${type}`;
const text = (value) => ({ type: "Literal", valueType: typed("String"), value });
const number = (value) => ({ type: "Literal", valueType: typed("Integer"), value: `${value}` });
const ref = (name) => ({ type: "ParameterRef", name });
const call = (type, ...operand) => ({ type, operand });
const isNull = (name) => ({ type: "IsNull", operand: ref(name) });
const choose = (condition, then, otherwise) => ({ type: "If", condition, then, else: otherwise });
const likely = call("GreaterOrEqual", ref("score"), number(2));
const dDimerIs = (value) => call("Equal", ref("dDimer"), text(value));

function cqlEngine(name, expression) {
  const parameter = (id, type) => ({
    name: id,
    accessLevel: "Public",
    parameterTypeSpecifier: { type: "NamedTypeSpecifier", name: typed(type) },
  });
  const library = new cql.Library({
    library: {
      identifier: { id: "Branch", version: "1" },
      schemaIdentifier: { id: "urn:hl7-org:elm", version: "r1" },
      usings: { def: [{ localIdentifier: "System", uri: "urn:hl7-org:elm-types:r1" }] },
      parameters: { def: [parameter("score", "Integer"), parameter("dDimer", "String")] },
      statements: { def: [{ name: "Advice", context: "Unfiltered", accessLevel: "Public", expression }] },
    },
  });
  const executor = new cql.Executor(library);
  const nobody = new cql.PatientSource([]);
  return {
    name,
    run: async (input) => (await executor.withParameters(input).exec(nobody)).unfilteredResults.Advice,
  };
}

// if dDimer = 'positive' or score >= 2 then 'COMPLETE_DUPLEX' else if score is null or dDimer is null then 'ASK'
// else if dDimer = 'none' then 'D_DIMER_FIRST' else 'DVT_EXCLUDED'
const CQL_GUARDED = choose(
  call("Or", dDimerIs("positive"), likely),
  text("COMPLETE_DUPLEX"),
  choose(
    call("Or", isNull("score"), isNull("dDimer")),
    text("ASK"),
    choose(dDimerIs("none"), text("D_DIMER_FIRST"), text("DVT_EXCLUDED")),
  ),
);
// if score >= 2 then 'COMPLETE_DUPLEX' else if dDimer = 'none' then 'D_DIMER_FIRST'
// else if dDimer = 'positive' then 'COMPLETE_DUPLEX' else 'DVT_EXCLUDED'
const CQL_ELSE = choose(
  likely,
  text("COMPLETE_DUPLEX"),
  choose(
    dDimerIs("none"),
    text("D_DIMER_FIRST"),
    choose(dDimerIs("positive"), text("COMPLETE_DUPLEX"), text("DVT_EXCLUDED")),
  ),
);

/** Engines that say what is expected of every input; these are timed. `run` gets what `prepare` makes of an input beforehand. */
export function engines() {
  const { look, row, plain, trace, interpreter } = ours();
  return [
    look,
    row,
    plain,
    trace,
    interpreter,
    byHand,
    zen("zen-engine", ZEN_GUARDED),
    zen("zen-engine, with trace", ZEN_GUARDED, { trace: true }),
    jsonRules("json-rules-engine", JSON_GUARDED),
    xstate("XState", XSTATE_GUARDED),
    path("fhirpath", PATH_GUARDED),
    cqlEngine("cql-execution", CQL_GUARDED),
  ];
}

/** The same branch written without a thought for what is unknown, ending in an "else". */
export function unguarded() {
  return [
    zen("zen-engine", ZEN_ELSE),
    jsonRules("json-rules-engine", JSON_ELSE, "DVT_EXCLUDED"),
    xstate("XState", XSTATE_ELSE),
    path("fhirpath", PATH_ELSE),
    cqlEngine("cql-execution", CQL_ELSE),
  ];
}
