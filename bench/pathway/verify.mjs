// node bench/pathway/verify.mjs: milliseconds to verify the shipped pathway, and to verify it again after an edit of one rule.

import { VerificationSession } from "../../src/pathway/verify/verification-session.ts";
import { verifyPathway, verifyProfile } from "../../src/pathway/verify/verify-pathway.ts";
import { legDvt } from "../../test/support/leg-dvt.ts";
import { median } from "./measure.mjs";

const ROUNDS = 41;
const rules = legDvt.stages.flatMap((stage) => stage.rules);

/** The condition of one rule turned round: as much of a change as one rule can have. */
function edited(at) {
  const negate = (rule) => ({ ...rule, when: { kind: "not", operand: rule.when, span: rule.when.span } });
  const stages = legDvt.stages.map((stage) => ({
    ...stage,
    rules: stage.rules.map((rule) => (rule === rules[at] ? negate(rule) : rule)),
  }));
  return { ...legDvt, stages };
}

const session = new VerificationSession();
const times = new Map();
const timed = (name, work) => {
  const begun = performance.now();
  if (!work().ok) throw new Error(`${name}: refused`);
  times.set(name, [...(times.get(name) ?? []), performance.now() - begun]);
};
for (let round = 0; round < ROUNDS; round++) {
  const version = edited(round % rules.length);
  timed("from the beginning, the default profile", () => verifyProfile(legDvt, legDvt.defaultProfile));
  timed("from the beginning, all profiles", () => verifyPathway(legDvt));
  session.verify(legDvt);
  timed("a session, after one rule is edited, all profiles", () => session.verify(version));
}
console.log("| verified | first | median | lowest to highest of the rest |");
console.log("| --- | --- | --- | --- |");
const shown = (value) => `${Math.round(value)} ms`;
for (const [name, [first, ...rest]] of times)
  console.log(
    `| ${name} | ${shown(first)} | ${shown(median(rest))} | ${shown(Math.min(...rest))} to ${shown(Math.max(...rest))} |`,
  );
