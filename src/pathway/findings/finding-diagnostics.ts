import { defineDiagnostics } from "../../kernel/diagnostic.ts";

/** What can be wrong with a finding that was sent. The field is named in every message. */
export const findingDiagnostics = defineDiagnostics({
  "finding-unknown": {
    severity: "error",
    message: ({ field, nearest }: { field: string; nearest: string | undefined }) =>
      `\`${field}\` is not something this pathway knows${nearest === undefined ? "" : `; did you mean \`${nearest}\``}`,
    help: "GET /api/topics/:slug lists the pathway's case features",
  },
  "finding-type": {
    severity: "error",
    message: ({ field, given }: { field: string; given: string; expected: string }) =>
      `\`${field}\` cannot be ${given}`,
    help: ({ expected }: { field: string; given: string; expected: string }) => `send ${expected}`,
  },
  "finding-out-of-range": {
    severity: "error",
    message: ({ field, given, low, high }: { field: string; given: string; low: string; high: string }) =>
      `\`${field}\` is ${given}, outside ${low} to ${high}`,
    help: "check the number and its unit; a value that cannot be true is not taken",
  },
  "finding-unit": {
    severity: "error",
    message: ({ field, unit, expected }: { field: string; unit: string; expected: string }) =>
      `\`${field}\` is given in \`${unit}\`, which cannot be turned into \`${expected}\``,
    help: "send a UCUM unit of the same kind",
  },
  "finding-basis": {
    severity: "error",
    message: ({ field, basis, known }: { field: string; basis: string; known: string }) =>
      `\`${field}\` is given on the basis \`${basis}\`; known are ${known}`,
    help: "send the basis that the laboratory prints, or leave it out and be asked for it",
  },
  "finding-too-many": {
    severity: "error",
    message: ({ count, most }: { count: number; most: number }) =>
      `${count} findings are more than the ${most} that are read`,
    help: "send the findings of one patient",
  },
});
