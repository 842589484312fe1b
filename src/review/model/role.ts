/** Roles of the board (design, section 9). An administrator keeps accounts and has no clinical powers. */
export const ROLES = [
  "reader",
  "author",
  "clinical-reviewer",
  "methods-reviewer",
  "lay-reviewer",
  "editor",
  "safety-officer",
  "librarian",
  "auditor",
  "administrator",
] as const;
export type Role = (typeof ROLES)[number];

/** In which capacity a signature is given. Each belongs to one role. */
export const CAPACITIES = ["clinical", "methods", "lay"] as const;
export type Capacity = (typeof CAPACITIES)[number];

export const ROLE_OF_CAPACITY: Readonly<Record<Capacity, Role>> = {
  clinical: "clinical-reviewer",
  methods: "methods-reviewer",
  lay: "lay-reviewer",
};

/** Roles that one person may not hold beside another: who keeps accounts or audits takes no part in what is reviewed. */
export const ALONE: readonly Role[] = ["auditor", "administrator"];
