import { defineDiagnostics, type TextRange } from "../kernel/diagnostic.ts";

interface Identified {
  /** What was recognised: "name", "record number". The words themselves are not repeated. */
  readonly kind: string;
  readonly field: string;
  readonly range: TextRange;
}

/** What can be wrong with a request, apart from single findings. */
export const answerDiagnostics = defineDiagnostics({
  "question-too-long": {
    severity: "error",
    message: ({ characters, most }: { characters: number; most: number }) =>
      `the question has ${characters} characters; at most ${most} are read`,
    help: "ask about one patient and leave out what does not bear on the question",
  },
  "question-empty": {
    severity: "error",
    message: () => "there is no question",
    help: "write the question or describe the patient",
  },
  "question-identifies": {
    severity: "error",
    message: ({ kind, field, range }: Identified) =>
      `\`${field}\` holds what looks like a ${kind} at characters ${range.start + 1} to ${range.end}`,
    help: ({ kind }: Identified) => `leave it out or write \`[${kind}]\` in its place: the answer does not need it`,
  },
  "profile-not-found": {
    severity: "error",
    message: ({ profile }: { profile: string; known: string }) => `there is no guideline profile \`${profile}\``,
    help: ({ known }: { profile: string; known: string }) => `choose one of ${known}, or leave it out`,
  },
  "topic-without-pathway": {
    severity: "error",
    message: ({ topic }: { topic: string }) => `the topic \`${topic}\` has no pathway that can be run`,
    help: "run `wellspring check`: a pathway with an error is not loaded",
  },
});
