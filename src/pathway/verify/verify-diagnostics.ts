import { defineDiagnostics } from "../../kernel/diagnostic.ts";

interface Shown {
  readonly profile: string;
  readonly patient: string;
}

const BOUND =
  "a pathway is published only when every property is proven; say what makes this case impossible, or cover it";

/** What the verifier can find. Each message names the profile and, where there is one, the smallest patient. */
export const verifyDiagnostics = defineDiagnostics({
  "decision-gap": {
    severity: "error",
    message: ({ profile, patient, cells }: Shown & { cells: number }) =>
      `no rule can hold for this patient under \`${profile}\`: ${patient} (cells without a rule: ${cells})`,
    help: "add a rule for the case; there is no `else`, so that a forgotten case cannot pass in silence",
  },
  "decision-overlap": {
    severity: "error",
    message: ({ profile, patient, cells }: Shown & { cells: number }) =>
      `rules of one stage give this patient different advice under \`${profile}\`: ${patient} (cells that clash: ${cells})`,
    help: "make their conditions exclude each other, or move one to an earlier stage",
  },
  "rule-dead": {
    severity: "error",
    message: ({ profile, because }: { profile: string; because: string }) => `${because} (profile \`${profile}\`)`,
    help: "delete the rule, or correct its condition or its stage",
  },
  "stage-unreachable": {
    severity: "error",
    message: ({ profile, because }: { profile: string; because: string }) => `${because} (profile \`${profile}\`)`,
    help: "look at the stage before it: it leaves nobody over",
  },
  "stage-swallows-all": {
    severity: "error",
    message: ({ profile, because }: { profile: string; because: string }) => `${because} (profile \`${profile}\`)`,
    help: "narrow its rules, or move the stage to the end",
  },
  "ruling-out-presumed": {
    severity: "error",
    message: ({ profile, because, patient }: Shown & { because: string }) =>
      `${because} under \`${profile}\`: ${patient}`,
    help: "list under `known` what must be known, and let no other rule give the advice without it",
  },
  "conclusion-retracted": {
    severity: "error",
    message: ({ profile, because }: { profile: string; because: string }) => `${because} (profile \`${profile}\`)`,
    help: "write the condition so that an unknown leaves it open rather than false",
  },
  "unit-unsafe": {
    severity: "error",
    message: ({ because }: { because: string }) => because,
    help: "declare the feature in the unit in which the cut-off is written, or correct the conversion",
  },
  "threshold-outside-range": {
    severity: "error",
    message: ({ because }: { because: string }) => because,
    help: "correct the cut-off or the range; a comparison that can only come out one way decides nothing",
  },
  "property-violated": {
    severity: "error",
    message: ({ id, profile, patient }: Shown & { id: string }) =>
      `property \`${id}\` does not hold under \`${profile}\`; this patient shows it: ${patient}`,
    help: "correct the rules, or the property when it claims too much",
  },
  "certificate-missing": {
    severity: "error",
    message: ({ pathway }: { pathway: string }) => `\`${pathway}\` has no certificate, so it cannot be published`,
    help: "verify the pathway, mend what is not proven, and publish it with the certificate",
  },
  "certificate-refused": {
    severity: "error",
    message: ({ complaint }: { complaint: string }) => `the certificate does not hold: ${complaint}`,
    help: "verify the pathway anew; if this comes back, the verifier and its re-checker disagree, which is a bug",
  },
  "verification-undecided": {
    severity: "error",
    message: ({ property, because }: { property: string; because: string }) =>
      `\`${property}\` is undecided: ${because}`,
    help: BOUND,
  },
});
