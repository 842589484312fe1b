import { contentHash } from "../../kernel/content-hash.ts";
import { closedArity } from "../compile/atom.ts";
import { type FrozenDiagram, freezeDiagram } from "../compile/freeze-diagram.ts";
import type { Outcome } from "../compile/outcome.ts";
import { isProven, type ProfileVerification } from "./verify-pathway.ts";

/** Raised with every change of what is checked or how; a certificate of another version is void. */
export const CHECKER_VERSION = "1";

/** What was checked of one exact text, with which result, and the diagrams that the proofs speak of. */
export interface Certificate {
  readonly pathway: string;
  readonly version: string;
  /** Hash of the pathway's text. */
  readonly content: string;
  readonly checker: string;
  readonly proven: boolean;
  readonly profiles: readonly ProfileCertificate[];
}

export interface ProfileCertificate {
  readonly profile: string;
  /** In the order of the diagram's levels: what is asked, and how many states it has. */
  readonly atoms: readonly { readonly name: string; readonly states: number }[];
  /** States of all atoms multiplied: how many cells the proofs speak of. A decimal, since it outgrows a number. */
  readonly cells: string;
  readonly outcomes: readonly Outcome[];
  /** Cells that end in each outcome, in the order of `outcomes`. */
  readonly counts: readonly string[];
  readonly diagram: { readonly root: number; readonly levels: readonly number[]; readonly children: readonly number[] };
  readonly properties: readonly { readonly property: string; readonly subject?: string; readonly verdict: string }[];
}

/** Hash of a pathway's text, as certificates carry it. */
export function hashOfPathway(text: string): string {
  return contentHash([{ name: "pathway.yaml", text }]);
}

/** Writes down what was proven of a text under each of its profiles. */
export function certify(text: string, verified: readonly ProfileVerification[]): Certificate {
  const [first] = verified;
  if (first === undefined) throw new Error("a pathway has at least one profile");
  const { id, version } = first.diagrams.pathway;
  return {
    pathway: id,
    version,
    content: hashOfPathway(text),
    checker: CHECKER_VERSION,
    proven: isProven(verified),
    profiles: verified.map(certifyProfile),
  };
}

function certifyProfile({ profile, diagrams, findings }: ProfileVerification): ProfileCertificate {
  const diagram = freezeDiagram(diagrams.closed.coding.store, diagrams.outcome);
  const arities = diagrams.atoms.map(closedArity);
  return {
    profile,
    atoms: diagrams.atoms.map((atom) => ({ name: atom.name, states: closedArity(atom) })),
    cells: arities.reduce((product, arity) => product * BigInt(arity), 1n).toString(),
    outcomes: diagrams.outcomes,
    counts: countEnds(diagram, arities, diagrams.outcomes.length).map(String),
    diagram: { root: diagram.root, levels: [...diagram.levels], children: [...diagram.children] },
    properties: findings.map(({ property, subject, verdict }) => ({
      property,
      ...(subject === undefined ? {} : { subject }),
      verdict: verdict.kind,
    })),
  };
}

/** How many cells lead to each end: each node passes what arrives at it on to its children, upper levels first. */
export function countEnds(diagram: FrozenDiagram, arities: readonly number[], ends: number): readonly bigint[] {
  const counts = Array.from({ length: ends }, () => 0n);
  const arrived = Array.from(diagram.levels, () => 0n);
  const below = [1n];
  for (const arity of arities.toReversed()) below.unshift((below[0] ?? 1n) * BigInt(arity));
  const span = (from: number, to: number): bigint => (below[from] ?? 1n) / (below[to] ?? 1n);
  const deliver = (target: number, ways: bigint, from: number): void => {
    if (target < 0) counts[-target - 1] = (counts[-target - 1] ?? 0n) + ways * span(from, arities.length);
    else arrived[target] = (arrived[target] ?? 0n) + ways * span(from, diagram.levels[target] ?? from);
  };
  deliver(diagram.root, 1n, 0);
  // Nodes stand by level, so that all that reaches a node has arrived before it is passed on.
  for (const [node, level] of diagram.levels.entries())
    for (let state = 0; state < (arities[level] ?? 0); state++)
      deliver(diagram.children[(diagram.first[node] ?? 0) + state] ?? -1, arrived[node] ?? 0n, level + 1);
  return counts;
}
