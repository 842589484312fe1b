import { defineDiagnostics } from "../../../kernel/diagnostic.ts";

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
  "words-taken": {
    severity: "error",
    message: ({ by, from, longer, shorter, text }: TakenWords) =>
      `\`${longer}\` of \`${by}\` takes the words of \`${shorter}\` of \`${from}\`, which goes unread in \`${text}\``,
    help: ({ by, from }: TakenWords) =>
      `declare the longer phrase for \`${from}\` too; where such words never tell \`${from}\`, write \`takesFrom: [${from}]\` under \`${by}\``,
  },
  "words-taken-none": {
    severity: "error",
    message: ({ by, from }: Pick<TakenWords, "by" | "from">) =>
      `no phrase of \`${by}\` takes words of \`${from}\`, and \`takesFrom\` says that one may`,
    help: "take the entry away: it would hide the next phrase that does",
  },
});

/** A longer phrase that leaves a shorter one of another feature unread. */
export interface TakenWords {
  /** The case feature of the longer phrase, and that of the shorter one. */
  readonly by: string;
  readonly from: string;
  readonly longer: string;
  readonly shorter: string;
  /** A text that holds both. */
  readonly text: string;
}
