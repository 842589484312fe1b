import { evaluatePathway } from "../evaluate/evaluate-pathway.ts";
import { codeOf } from "../evaluate/grounds.ts";
import { parseFindings } from "../findings/parse-findings.ts";
import type { Evaluation } from "../model/evaluation.ts";
import type { Pathway } from "../model/pathway.ts";
import { parsePathway } from "../parse/parse-pathway.ts";

/** One part of `pathway.yaml` for each key: what a test writes stands in for what is written here. */
const PARTS = {
  head: `id: small
title: A small pathway for tests
version: "1"`,
  profiles: `profiles:
  - { id: first, label: First }
  - { id: second, label: Second }
defaultProfile: first`,
  parameters: `parameters:
  - { id: limit, label: limit, value: 500, unit: "ug/L{FEU}" }
  - { id: adultAge, label: adult, value: 18, unit: "1" }`,
  features: `features:
  - { id: age, type: wholeNumber, range: [0, 120], label: Age, plain: age, ask: Age, group: A, cost: history }
  - { id: child, type: truth, label: Child, plain: child, ask: Child, group: A, cost: history, derive: age < adultAge, presume: false }
  - { id: swollen, type: truth, label: Swollen, plain: swollen, ask: Swollen, group: A, cost: examination }
  - { id: tender, type: truth, label: Tender, plain: tender, ask: Tender, group: A, cost: examination }
  - { id: explained, type: truth, label: Explained, plain: explained, ask: Explained, group: A, cost: examination }
  - { id: scan, type: choice, choices: { none: None, clear: Clear, clot: Clot }, label: Scan, plain: scan, ask: Scan, group: B, cost: imaging, presume: none }
  - { id: measured, type: truth, label: Measured, plain: measured, ask: Measured, group: B, cost: laboratory, presume: false }
  - { id: basis, type: choice, choices: { FEU: FEU, DDU: DDU }, label: Basis, plain: basis, ask: Basis, group: B, cost: laboratory, family: dimer }
  - { id: feu, type: quantity, unit: "ug/L{FEU}", range: [0, 100000], label: Dimer, plain: dimer, ask: Dimer, group: B, cost: laboratory, family: dimer, implies: [{ feature: measured, value: true }, { feature: basis, value: FEU }] }
  - { id: ddu, type: quantity, unit: "ng/mL{DDU}", range: [0, 100000], label: Dimer, plain: dimer, ask: Dimer, group: B, cost: laboratory, family: dimer, implies: [{ feature: measured, value: true }, { feature: basis, value: DDU }] }
  - { id: left, type: quantity, unit: cm, range: [10, 120], label: Left, plain: left, ask: Left, group: C, cost: examination }
  - { id: right, type: quantity, unit: cm, range: [10, 120], label: Right, plain: right, ask: Right, group: C, cost: examination }
  - { id: difference, type: quantity, unit: cm, range: [-60, 60], label: Difference, plain: difference, ask: Difference, group: C, cost: examination, derive: left - right }`,
  scores: `scores:
  - id: points
    label: Points
    version: "1"
    items:
      - { id: swollen, label: Swollen, points: 1, feature: swollen }
      - { id: tender, label: Tender, points: 2, feature: tender }
      - { id: explained, label: Explained, points: -2, feature: explained }
    schemes:
      - { id: level, label: Level, strata: [{ id: low, label: Low, to: 0 }, { id: high, label: High, from: 1 }] }`,
  decidingScore: "decidingScore: points",
  definitions: `definitions:
  - { id: below, label: below the limit, when: feu < limit }`,
  followUps: `followUps:
  - { id: soon, what: scan, windows: [[1, 3]], countedFrom: scan }
  - { id: later, what: scan, windows: [[5, 7]], countedFrom: scan }`,
  recommendations: `recommendations:
  - { code: TREAT, title: Treat, action: Treat, plain: Treat, next: [{ on: a, step: b }] }
  - { code: LOOK, title: Look, action: Look, plain: Look, next: [{ on: a, step: b }] }
  - { code: STOP, title: Stop, action: Stop, plain: Stop, rulesOut: true, next: [{ on: a, step: b }] }
  - { code: ELSEWHERE, title: Elsewhere, action: Elsewhere, plain: Elsewhere, outOfScope: true, next: [{ on: a, step: b }] }
  - { code: ASK, title: Ask, action: Ask, plain: Ask, next: [{ on: a, step: b }] }
  - { code: SETTLE, title: Settle, action: Settle, plain: Settle, next: [{ on: a, step: b }] }
outcomes: { needs: ASK, contradiction: SETTLE }`,
  stages: `stages:
  - id: scope
    label: Scope
    why: scope first
    rules:
      - { id: tooYoung, when: child, advise: ELSEWHERE, because: too young, cite: ["[house-rule]"] }
  - id: results
    label: Results
    why: results next
    rules:
      - { id: clotSeen, when: scan = 'clot', advise: TREAT, because: a clot, cite: ["[house-rule]"] }
  - id: tests
    label: Tests
    why: then tests
    rules:
      - { id: high, when: points.level = 'high', advise: LOOK, because: high, cite: ["[house-rule]"] }
      - { id: lowAndAbove, when: points.level = 'low' and not below, advise: LOOK, because: above, cite: ["[house-rule]"] }
      - { id: lowAndBelow, when: points.level = 'low' and below, advise: STOP, because: below, known: [feu], cite: ["[house-rule]"] }`,
  alsoDo: "alsoDo: []",
  warnings: "warnings: []",
  inconsistencies: `inconsistencies:
  - { id: clearButSwollenChild, when: scan = 'clear' and child, disputes: [scan, child], message: a child is not scanned }`,
  properties: "properties: []",
} as const;

export type PathwayPart = keyof typeof PARTS;

/** The text of the small pathway with some parts written anew. */
export function pathwayText(parts: Partial<Record<PathwayPart, string>> = {}): string {
  return Object.values({ ...PARTS, ...parts }).join("\n");
}

/** Another line at the end of one part, in the indentation of the part's list. */
export function withLine(part: PathwayPart, line: string): string {
  return pathwayText({ [part]: `${PARTS[part]}\n${line}` });
}

/** The part with some words replaced, which must be there. */
export function withWords(part: PathwayPart, from: string, to: string): string {
  if (!PARTS[part].includes(from)) throw new Error(`\`${from}\` is not in ${part}`);
  return pathwayText({ [part]: PARTS[part].replace(from, to) });
}

export interface Reported {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  /** The words of the text that the diagnostic's span covers. */
  readonly underlines: string;
}

/** Everything that is reported about a text. */
export function reportsOn(text: string): readonly Reported[] {
  return parsePathway("pathway.yaml", text).diagnostics.map(({ code, severity, message, span }) => ({
    code,
    severity,
    message,
    underlines: span === undefined ? "" : text.slice(span.offset, span.offset + span.length),
  }));
}

export function getPathway(text: string = pathwayText()): Pathway {
  const { pathway, diagnostics } = parsePathway("pathway.yaml", text);
  if (pathway === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return pathway;
}

export function adviceOn(pathway: Pathway, findings: Readonly<Record<string, unknown>>, profile = "first"): Evaluation {
  const statements = parseFindings(pathway, findings);
  if (!statements.ok) throw new Error(statements.diagnostics.map(({ message }) => message).join("\n"));
  return evaluatePathway(pathway, statements.value, profile);
}

export function codeOn(pathway: Pathway, findings: Readonly<Record<string, unknown>>, profile = "first"): string {
  return codeOf(adviceOn(pathway, findings, profile));
}
