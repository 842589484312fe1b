import { defineDiagnostics } from "../../kernel/diagnostic.ts";

/** What is wrong with the words of a topic, phrases that cannot be read apart. */
export const wordsDiagnostics = defineDiagnostics({
  "words-unit-unread": {
    severity: "error",
    message: ({
      feature,
      field,
      unit,
    }: {
      feature: string;
      field: string;
      unit: string;
      nearest: string | undefined;
    }) => `\`${field}\` of \`${feature}\` names \`${unit}\`, in which no text gives this number`,
    help: ({ nearest }: { nearest: string | undefined }) =>
      nearest === undefined
        ? "write a key of `units` in clinical-language.yaml that can be turned into the unit of the case feature"
        : `did you mean \`${nearest}\`?`,
  },
});
