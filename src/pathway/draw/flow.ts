/** How one patient stands to a part of a drawing: on the way, perhaps on it, or not; `plain` where no patient is shown. */
export type Light = "lit" | "open" | "off" | "plain";

export type FlowNodeKind = "stage" | "question" | "advice" | "emergency" | "ask" | "fault" | "folded";

/** A box of a drawing. */
export interface FlowNode {
  readonly id: string;
  readonly kind: FlowNodeKind;
  readonly title: string;
  readonly detail?: string;
  readonly light: Light;
  /** Where a click leads. */
  readonly href?: string;
}

/** An arrow with its label; none is without. */
export interface FlowEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly light: Light;
}

/** What is drawn, before anything has its place. `bands` are laid out one below the other, their first nodes in one column. */
export interface Flow {
  readonly title: string;
  readonly description: string;
  readonly bands: readonly { readonly nodes: readonly FlowNode[]; readonly edges: readonly FlowEdge[] }[];
  /** From the first node of one band down to the first of the next. */
  readonly downward: readonly FlowEdge[];
}
