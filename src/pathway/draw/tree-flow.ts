import type { Outcome } from "../compile/outcome.ts";
import { getPart, type PathwayIndex } from "../facts/pathway-index.ts";
import { alternatives } from "../print/print-condition.ts";
import type { Flow, FlowEdge, FlowNode } from "./flow.ts";
import type { TreeNode } from "./patient-tree.ts";

/** What an end of the tree says. */
export function wordsOfOutcome(index: PathwayIndex, outcome: Outcome): string {
  switch (outcome.kind) {
    case "advice":
      return getPart(index.recommendations, outcome.code).title;
    case "needs":
      return "Not settled without it";
    case "clash":
      return "Rules disagree";
    case "gap":
      return "No advice";
  }
}

/** What is folded away, counted and with every end it may lead to. */
export function wordsOfFolded(index: PathwayIndex, { questions, ends }: Extract<TreeNode, { kind: "folded" }>): string {
  const titles = [
    ...new Set(ends.filter(({ kind }) => kind !== "needs").map((end) => `“${wordsOfOutcome(index, end)}”`)),
  ];
  const count = questions === 1 ? "1 question can matter" : `up to ${questions} questions can matter`;
  return `${count}; may end in: ${alternatives(titles)}`;
}

/** One patient's tree as boxes and arrows. `hrefOf` says where a question is answered. */
export function treeFlow(index: PathwayIndex, tree: TreeNode, hrefOf?: (feature: string) => string): Flow {
  const nodes: FlowNode[] = [];
  const edges: FlowEdge[] = [];
  const add = (node: TreeNode, light: FlowNode["light"]): string => {
    const id = `step-${nodes.length + 1}`;
    nodes.push({ id, light, ...boxOf(index, node), ...(node.kind === "end" ? {} : linkTo(node.feature.id, hrefOf)) });
    if (node.kind === "question")
      for (const [at, { answer, to, unknown }] of node.branches.entries()) {
        const end = add(to, unknown ? "open" : "plain");
        edges.push({ id: `${id}-${at + 1}`, from: id, to: end, label: answer, light: unknown ? "open" : "plain" });
      }
    return id;
  };
  add(tree, "lit");
  const description =
    tree.kind === "end"
      ? "The advice is settled: nothing that is still unknown can change it."
      : "What can still change the advice for this patient, best question first; each answer leads to advice or to the next question.";
  return { title: "What is still open for this patient", description, bands: [{ nodes, edges }], downward: [] };
}

function linkTo(feature: string, hrefOf?: (feature: string) => string): Pick<FlowNode, "href"> {
  return hrefOf === undefined ? {} : { href: hrefOf(feature) };
}

function boxOf(index: PathwayIndex, node: TreeNode): Pick<FlowNode, "kind" | "title" | "detail"> {
  switch (node.kind) {
    case "question":
      return { kind: "question", title: node.feature.ask };
    case "folded":
      return { kind: "folded", title: node.feature.ask, detail: wordsOfFolded(index, node) };
    case "end": {
      const { outcome } = node;
      const title = wordsOfOutcome(index, outcome);
      if (outcome.kind === "needs") return { kind: "ask", title };
      if (outcome.kind !== "advice") return { kind: "fault", title };
      return { kind: getPart(index.recommendations, outcome.code).emergency ? "emergency" : "advice", title };
    }
  }
}
