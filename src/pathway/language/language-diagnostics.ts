import { defineDiagnostics } from "../../kernel/diagnostic.ts";

/** What can be wrong with a condition. */
export const languageDiagnostics = defineDiagnostics({
  "condition-syntax": {
    severity: "error",
    message: ({ expected, found }: { expected: string; found: string }) => `expected ${expected}, found ${found}`,
    help: "conditions are a subset of CQL; docs/pathway-language.md lists all of it on one page",
  },
  "name-not-found": {
    severity: "error",
    message: ({ name, nearest }: { name: string; nearest: string | undefined }) =>
      `nothing is called \`${name}\`${nearest === undefined ? "" : `; did you mean \`${nearest}\``}`,
    help: "name a feature, parameter, score or definition that stands above this place",
  },
  "condition-not-truth": {
    severity: "error",
    message: ({ found }: { found: string }) => `expected something true or false, found ${found}`,
    help: "compare the value with something, for instance `age < adultAge`",
  },
  "types-differ": {
    severity: "error",
    message: ({ left, right }: { left: string; right: string }) =>
      `${left} cannot be compared or combined with ${right}`,
    help: "compare like with like; quantities need units of the same kind and the same assay basis",
  },
  "choice-not-found": {
    severity: "error",
    message: ({ code, feature }: { code: string; feature: string }) => `\`${code}\` is not a value of \`${feature}\``,
    help: "use one of the codes listed under `choices`",
  },
  "null-test-outside-warning": {
    severity: "error",
    message: () => "`is null` may only stand in a warning",
    help: "a rule that asks whether something is known could take back its advice when more is learnt; ask for the value instead",
  },
  "unit-not-ucum": {
    severity: "error",
    message: ({ unit }: { unit: string }) => `\`${unit}\` is not a UCUM unit`,
    help: "write for instance `cm`, `d` or `ug/L{FEU}`",
  },
});
