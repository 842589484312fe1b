import type { FeatureId } from "../../pathway/model/feature.ts";
import type { Statement } from "../../pathway/model/finding.ts";
import type { Pathway } from "../../pathway/model/pathway.ts";
import type { AdviceInShort, Answer, AnswerFinding, Followed } from "../answer-shape.ts";
import { presentStatement } from "../present/present-findings.ts";
import type { CarriedStatement } from "./held-findings.ts";
import { keyOf } from "./statement-key.ts";

/** Two states of a conversation, finding by finding. `isDecisive` tells whether one change alone leads to the new advice. */
export function compareStates(
  pathway: Pathway,
  before: readonly CarriedStatement[],
  after: readonly CarriedStatement[],
  isDecisive: (changed: FeatureId) => boolean,
): Followed["changed"] {
  const ids = [...new Set([...before, ...after].map(({ statement }) => statement.feature))];
  return ids.flatMap((feature): Followed["changed"] => {
    const [old, now] = [saidOf(before, feature), saidOf(after, feature)];
    if (sayTheSame(old, now)) return [];
    const label = pathway.features.find(({ id }) => id === feature)?.label ?? feature;
    return [
      {
        feature,
        label,
        before: displayOf(pathway, old),
        after: displayOf(pathway, now),
        supposed: now.some(({ supposed }) => supposed),
        decides: isDecisive(feature),
      },
    ];
  });
}

/** All that was said of one feature. */
export function saidOf(state: readonly CarriedStatement[], feature: FeatureId): readonly CarriedStatement[] {
  return state.filter(({ statement }) => statement.feature === feature);
}

function sayTheSame(left: readonly CarriedStatement[], right: readonly CarriedStatement[]): boolean {
  const keys = (said: readonly CarriedStatement[]) =>
    said
      .map(({ statement, supposed }) => `${keyOf(statement)} ${supposed}`)
      .sort()
      .join("\n");
  return keys(left) === keys(right);
}

function displayOf(pathway: Pathway, said: readonly CarriedStatement[]): string | null {
  const shown = said.map(({ statement }) => presentStatement(pathway, statement).display);
  return shown.length === 0 ? null : [...new Set(shown)].join("; ");
}

/** Statements as an answer shows findings, suppositions marked. */
export function presentCarried(pathway: Pathway, carried: readonly CarriedStatement[]): AnswerFinding[] {
  return carried.map(({ statement, supposed }) => ({
    ...presentStatement(pathway, withoutSpan(statement)),
    from: supposed ? "supposed" : "stated",
  }));
}

/** A span points into the question it was read from, which is gone. */
function withoutSpan(statement: Statement): Statement {
  const { span: _gone, ...rest } = statement;
  return rest;
}

/** The advice of an answer; none where it asks or refuses. */
export function adviceInShort({ nextStep, followUp, alarm }: Answer): AdviceInShort | null {
  if (nextStep === null) return null;
  const { code, title, action } = nextStep;
  return { code, title, action, followUp, alarm };
}

/** The same code with the same dates is the same advice. */
export function isSameAdvice(left: AdviceInShort | null, right: AdviceInShort | null): boolean {
  return (
    left?.code === right?.code &&
    left?.action === right?.action &&
    JSON.stringify(left?.followUp ?? null) === JSON.stringify(right?.followUp ?? null)
  );
}
