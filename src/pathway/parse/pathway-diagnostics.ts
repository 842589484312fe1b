import { defineDiagnostics } from "../../kernel/diagnostic.ts";

/** What can be wrong with a pathway beyond its conditions' own language. */
export const pathwayDiagnostics = defineDiagnostics({
  "id-duplicate": {
    severity: "error",
    message: ({ kind, id }: { kind: string; id: string }) => `two of the ${kind} are called \`${id}\``,
    help: "give each its own name; names are never reused",
  },
  "reference-not-found": {
    severity: "error",
    message: ({ kind, id }: { kind: string; id: string }) => `there is no ${kind} called \`${id}\``,
    help: "correct the name, or add what it names",
  },
  "reference-cyclic": {
    severity: "error",
    message: ({ circle }: { circle: string }) => `these are made of each other in a circle: \`${circle}\``,
    help: "let one of them stand on findings alone",
  },
  "feature-type-incomplete": {
    severity: "error",
    message: ({ id, lacks }: { id: string; lacks: string }) => `feature \`${id}\` lacks ${lacks}`,
    help: "a choice needs `choices`, a whole number needs `range`, a quantity needs `unit` and `range`",
  },
  "value-not-of-feature": {
    severity: "error",
    message: ({ value, feature }: { value: string; feature: string }) =>
      `\`${value}\` is not a value that \`${feature}\` can have`,
    help: "write true or false, one of the choices' codes, a number in range, or a quantity such as `500 'ug/L{FEU}'`",
  },
  "ruling-out-unguarded": {
    severity: "error",
    message: ({ rule, code }: { rule: string; code: string }) =>
      `rule \`${rule}\` rules out with \`${code}\` but names nothing that must be known`,
    help: "list under `known` the features that a presumption must not stand in for",
  },
  "window-backwards": {
    severity: "error",
    message: ({ id }: { id: string }) => `follow-up \`${id}\` has a window that ends before it begins`,
    help: "write the earlier day first",
  },
  "strata-not-whole": {
    severity: "error",
    message: ({ scheme }: { scheme: string }) =>
      `the categories of \`${scheme}\` leave a gap, overlap, or are not open at both ends`,
    help: "order them from low to high; the first has no `from`, the last no `to`, and each begins one above the last",
  },
  "stated-total-unusable": {
    severity: "error",
    message: ({ score, lacks }: { score: string; lacks: string }) =>
      `score \`${score}\` cannot take a total that was counted elsewhere: ${lacks}`,
    help: "name under `stated` a whole-number feature as `total`, a choice among the strata as `category`, and let every item be one yes/no feature without a condition of its own",
  },
  "citation-unreadable": {
    severity: "error",
    message: ({ text }: { text: string }) => `\`${text}\` is not a citation`,
    help: 'write "[@key]", "[@key, locator]" or "[house-rule]"',
  },
  "warning-trigger": {
    severity: "error",
    message: ({ code }: { code: string }) => `warning \`${code}\` needs either \`when\` or \`on\`, and not both`,
    help: "give `when` a condition, or `on` one of missing, contradiction, statedTotal",
  },
  "property-trigger": {
    severity: "error",
    message: ({ id }: { id: string }) => `property \`${id}\` needs either \`always\` or \`never\`, and not both`,
    help: "give the condition under `always` or under `never`, and list the advice that it speaks of",
  },
  "recommendation-unused": {
    severity: "warning",
    message: ({ code }: { code: string }) => `no rule advises \`${code}\``,
    help: "add the rule that leads to it, or delete it",
  },
  "derivation-of-wrong-type": {
    severity: "error",
    message: ({ feature }: { feature: string }) =>
      `what \`${feature}\` is derived from is of another type than the feature`,
    help: "a yes/no is derived from a condition, a quantity from a quantity of the same kind",
  },
});
