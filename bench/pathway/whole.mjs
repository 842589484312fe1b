// The whole shipped pathway: the diagram against the interpreter, on the same random patients.
import fc from "fast-check";
import { valueOfState } from "../../src/pathway/compile/atom.ts";
import { compilePathway } from "../../src/pathway/compile/compile-pathway.ts";
import { encodeFacts } from "../../src/pathway/compile/encode-facts.ts";
import { prepareEvaluator, prepareRowEvaluator } from "../../src/pathway/compile/encode-values.ts";
import { adviseCompiled, evaluateCompiled } from "../../src/pathway/compile/evaluate-compiled.ts";
import { toNumber } from "../../src/pathway/compile/to-number.ts";
import { prepareTrace } from "../../src/pathway/compile/trace-compiled.ts";
import { evaluatePathway } from "../../src/pathway/evaluate/evaluate-pathway.ts";
import { codeOf } from "../../src/pathway/evaluate/grounds.ts";
import { assembleFacts } from "../../src/pathway/facts/assemble-facts.ts";
import { legDvt } from "../../test/support/leg-dvt.ts";
import { completePatient, randomStatements } from "../../test/support/random-findings.ts";
import { adviseByHand } from "./by-hand.mjs";
import { draw } from "./measure.mjs";

const PATIENTS = 1000;
const COMPLETE = 4096;

/** The engines, what they are given, and how many patients they were compared on. */
export function wholePathway() {
  const profile = legDvt.defaultProfile;
  const made = compilePathway(legDvt, profile);
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  const compiled = made.value;
  const { atoms, diagram, outcomes, index } = compiled;
  const patients = [
    ...fc.sample(completePatient(legDvt), { numRuns: PATIENTS, seed: 1 }),
    ...fc.sample(randomStatements(legDvt), { numRuns: PATIENTS, seed: 1 }),
  ];
  const states = patients.map((said) => encodeFacts(index, atoms, assembleFacts(index, said, profile).facts));
  const rows = states.map((own) => toRow(atoms, own));
  const evaluate = prepareEvaluator(compiled);
  const columns = atoms.map(({ name }) => name);
  const columnRows = rows.map((row) => columns.map((name) => row[name]));
  const evaluateRow = prepareRowEvaluator(compiled, columns);
  const trace = prepareTrace(compiled);
  const codes = outcomes.map((outcome) => (outcome.kind === "advice" ? outcome.code : outcome.kind));
  const fromRow = (row) => codes[evaluate(row)];
  const fromColumns = (row) => codes[evaluateRow(row)];

  let asked = 0;
  for (const [at, said] of patients.entries()) {
    const compiledSays = codes[evaluateCompiled(diagram, states[at])];
    const concluded = codeOfConclusion(evaluatePathway(legDvt, said, profile));
    if (fromRow(rows[at]) !== compiledSays || fromColumns(columnRows[at]) !== compiledSays)
      throw new Error(`a row and its states differ: ${JSON.stringify(rows[at])}`);
    if (trace(states[at]).outcome !== outcomes[evaluateCompiled(diagram, states[at])])
      throw new Error("a trace ends elsewhere");
    // The interpreter may ask where the diagram sees that every answer leads to the same advice; never the other way round.
    if (concluded === undefined) asked++;
    else if (concluded !== compiledSays)
      throw new Error(`${compiledSays} instead of ${concluded} for ${JSON.stringify(said)}`);
  }

  const complete = completeRows(atoms);
  for (const row of complete)
    if (adviseByHand(row) !== fromRow(row))
      throw new Error(`${adviseByHand(row)} by hand instead of ${fromRow(row)}: ${JSON.stringify(row)}`);
  const completeColumns = complete.map((row) => columns.map((name) => row[name]));

  const named = (name, inputs, run) => ({ name, inputs, run });
  return {
    compared: patients.length,
    asked,
    atoms: atoms.length,
    nodes: diagram.levels.length,
    engines: [
      named("Compiled, encoded before", states, (own) => codes[evaluateCompiled(diagram, own)]),
      named("Compiled, encoded before, with trace", states, (own) => {
        const { outcome } = trace(own);
        return outcome.kind === "advice" ? outcome.code : outcome.kind;
      }),
      named("Compiled, from a row of plain values by column", columnRows, fromColumns),
      named("Compiled, from plain values by name", rows, fromRow),
      named("Complete patients: compiled, by column", completeColumns, fromColumns),
      named("Complete patients: compiled, by name", complete, fromRow),
      named("Complete patients: function written by hand, by name", complete, adviseByHand),
      named("Compiled, from statements, facts assembled each time", patients, (said) => {
        const { outcome } = adviseCompiled(compiled, said);
        return outcome.kind === "advice" ? outcome.code : outcome.kind;
      }),
      named("Plain interpreter, from statements", patients, (said) => codeOf(evaluatePathway(legDvt, said, profile))),
    ],
  };
}

function codeOfConclusion(evaluation) {
  if (evaluation.kind === "concluded" || evaluation.kind === "outOfScope") return evaluation.advice.recommendation.code;
  return evaluation.kind === "conflict" && evaluation.rules.length > 0 ? "clash" : undefined;
}

/** Rows with a value for every atom, all of one shape; in seven of eight the presumed one, so that late stages are reached. */
function completeRows(atoms) {
  return Array.from({ length: COMPLETE }, (_, at) => {
    const dice = draw([...Array(1000).keys()], 2 * atoms.length, at + 1);
    const row = {};
    for (const [level, { name, values, presumed }] of atoms.entries()) {
      const usual = presumed !== undefined && name !== "scan" && dice[2 * level] % 8 > 0;
      const { example } = values[usual ? presumed : dice[2 * level + 1] % values.length];
      row[name] = typeof example === "object" ? toNumber(example).toNumber() : example;
    }
    // Read from JSON, as rows come in: objects of one shape, on which a function written by hand does best.
    return JSON.parse(JSON.stringify(row));
  });
}

/** The plain values that have these states; what is presumed is left out, what is unknown is null. */
function toRow(atoms, states) {
  return Object.fromEntries(
    atoms.flatMap((atom, at) => {
      if (states[at] > atom.values.length) return [];
      const example = valueOfState(atom, states[at])?.example ?? null;
      return [[atom.name, example !== null && typeof example === "object" ? toNumber(example).toNumber() : example]];
    }),
  );
}
