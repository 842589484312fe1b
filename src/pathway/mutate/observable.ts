import { meaningOf } from "../compare/origin-of-facts.ts";
import { keyOfOutcome, type Side } from "../compare/side.ts";
import type { Diagrams } from "../compile/build-diagrams.ts";
import { FALSE, TRUE } from "../compile/compile-condition.ts";
import type { NodeId } from "../compile/diagram-store.ts";
import { getPart } from "../facts/pathway-index.ts";
import type { Expression } from "../language/expression.ts";
import type { Pathway } from "../model/pathway.ts";

/** For whom something is shown: a diagram with the ends true and false, in the side's own store. */
export type Region = NodeId;

/** Conditions besides the rules' that what is shown depends on. */
export function shownConditions(pathway: Pathway): readonly Expression[] {
  const rules = pathway.stages.flatMap((stage) => stage.rules);
  return [
    ...pathway.alsoDo.map(({ when }) => when),
    ...pathway.warnings.flatMap(({ when }) => (when === undefined || asksForKnowledge(when) ? [] : [when])),
    ...rules.flatMap(({ notes }) => notes.flatMap(({ when }) => when ?? [])),
    ...pathway.scores.flatMap(({ appliesWhen }) => appliesWhen ?? []),
  ];
}

/** Whether a condition asks if something is known, which no diagram can say. */
export function asksForKnowledge(condition: Expression): boolean {
  switch (condition.kind) {
    case "isNull":
      return true;
    case "not":
      return asksForKnowledge(condition.operand);
    case "connective":
      return asksForKnowledge(condition.left) || asksForKnowledge(condition.right);
    default:
      return false;
  }
}

/**
 * All that a pathway shows, by what is shown, with the patients it is shown to. What diagrams cannot say (whether something is
 * known, how a score is made up) stands in the name, so that a change of it is a change of what is shown.
 */
export function observables(side: Side): ReadonlyMap<string, Region> {
  const { diagrams } = side;
  const shown = new Map<string, Region>();
  const add = (name: string, region: Region): void => {
    const before = shown.get(name);
    shown.set(name, before === undefined ? region : diagrams.closed.connect("or", before, region));
  };
  for (const [end, outcome] of side.says.entries())
    add(
      keyOfOutcome(outcome),
      mapTo(diagrams, diagrams.outcome, (one) => one === end),
    );
  addNotes(side, add);
  addFurtherAdvice(diagrams, add);
  addWarnings(diagrams, add);
  addScores(diagrams, add);
  return shown;
}

type Add = (name: string, region: Region) => void;

function mapTo({ closed }: Diagrams, node: NodeId, passes: (end: number) => boolean): NodeId {
  return closed.coding.store.map(node, (end) => (passes(end) ? TRUE : FALSE));
}

function holds(diagrams: Diagrams, condition: Expression): NodeId {
  return mapTo(diagrams, diagrams.closed.truth(condition), (truth) => truth === TRUE);
}

/** A note is shown by the rule that advises: where both are the same, so is the note. */
function addNotes({ diagrams }: Side, add: Add): void {
  const { closed, outcome, outcomes, pathway, profile } = diagrams;
  for (const rule of pathway.stages.flatMap(({ rules }) => rules)) {
    if (rule.notes.length === 0 || (rule.profiles.length > 0 && !rule.profiles.includes(profile))) continue;
    const advised = mapTo(diagrams, outcome, (end) => {
      const one = outcomes[end];
      return one?.kind === "advice" && one.code === rule.advise;
    });
    const mayHold = mapTo(diagrams, closed.truth(rule.when), (truth) => truth !== FALSE);
    const reached = closed.connect("and", advised, mayHold);
    for (const [at, { text, when }] of rule.notes.entries())
      add(
        `note ${rule.id} ${at} ${text}`,
        when === undefined ? reached : closed.connect("and", reached, holds(diagrams, when)),
      );
  }
}

interface Companion {
  readonly with: readonly string[];
  readonly except: readonly string[];
}

/** Where the advice is one that this goes with. */
function goesWith(diagrams: Diagrams, { with: only, except }: Companion, not?: string): Region {
  const { outcome, outcomes, pathway } = diagrams;
  return mapTo(diagrams, outcome, (end) => {
    const one = outcomes[end];
    const open = one?.kind === "clash" ? pathway.outcomes.contradiction : pathway.outcomes.needs;
    const code = one?.kind === "advice" ? one.code : open;
    return code !== not && (only.length === 0 || only.includes(code)) && !except.includes(code);
  });
}

/** Of several entries with one code the first that holds is given. */
function addFurtherAdvice(diagrams: Diagrams, add: Add): void {
  const { closed, index, pathway } = diagrams;
  const before = new Map<string, Region>();
  for (const also of pathway.alsoDo) {
    const given = closed.connect("and", goesWith(diagrams, also, also.advise), holds(diagrams, also.when));
    const earlier = before.get(also.advise) ?? closed.coding.store.terminal(FALSE);
    const first = closed.connect(
      "and",
      given,
      mapTo(diagrams, earlier, (end) => end === FALSE),
    );
    before.set(also.advise, closed.connect("or", earlier, given));
    const windows = also.followUp === undefined ? "" : JSON.stringify(getPart(index.followUps, also.followUp).windows);
    add(`also ${also.advise} ${windows}`, first);
  }
}

function addWarnings(diagrams: Diagrams, add: Add): void {
  const { closed, index, pathway } = diagrams;
  for (const warning of pathway.warnings) {
    const { code, when, on } = warning;
    const beside = goesWith(diagrams, warning);
    if (when === undefined) add(`warning ${code} on ${on}`, beside);
    else if (asksForKnowledge(when)) add(`warning ${code} when ${meaningOf(index, when)}`, beside);
    else add(`warning ${code}`, closed.connect("and", beside, holds(diagrams, when)));
  }
}

function addScores(diagrams: Diagrams, add: Add): void {
  const { closed, index, pathway } = diagrams;
  for (const { id, items, schemes, appliesWhen } of pathway.scores) {
    const made = items.map(({ id: item, points, when }) => [item, points, meaningOf(index, when)]);
    const meant = appliesWhen === undefined ? closed.coding.store.terminal(TRUE) : closed.truth(appliesWhen);
    add(
      `score ${id} ${JSON.stringify([made, schemes])}`,
      mapTo(diagrams, meant, (truth) => truth !== FALSE),
    );
  }
}
