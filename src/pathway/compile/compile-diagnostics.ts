import { defineDiagnostics } from "../../kernel/diagnostic.ts";

interface Outgrown {
  readonly profile: string;
  readonly nodes: number;
  readonly steps: number;
  readonly maxNodes: number;
  readonly maxSteps: number;
  readonly atom: string;
  readonly late: boolean;
}

/** Why a pathway has no compiled form. */
export const compileDiagnostics = defineDiagnostics({
  "diagram-too-large": {
    severity: "error",
    message: ({ profile, nodes, steps, maxNodes, maxSteps, atom, late }: Outgrown) =>
      `the decision diagram of profile \`${profile}\` reached ${nodes} nodes (at most ${maxNodes}) in ${steps} steps (at most ${maxSteps})${late ? " when its time was up" : ""}, most of them asking \`${atom}\``,
    help: ({ atom }: { atom: string }) =>
      `split the stage that combines \`${atom}\` with many other features, give the shared part a definition, or raise the bound`,
  },
  "condition-not-compilable": {
    severity: "error",
    message: ({ what }: { what: string }) => `this condition ${what}, which has no place in a decision diagram`,
    help: "compare a score with a constant, and ask whether something is known only in warnings",
  },
});
