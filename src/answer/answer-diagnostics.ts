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
  "exchange-too-long": {
    severity: "error",
    message: ({ field, characters, most }: { field: string; characters: number; most: number }) =>
      `\`${field}\` has ${characters} characters; at most ${most} are read`,
    help: "send the exchange of the last answer as it is, or ask anew without it",
  },
  "exchange-malformed": {
    severity: "error",
    message: ({ field }: { field: string }) => `\`${field}\` is not an exchange that an answer gave`,
    help: "send `conversation.exchange` of the last answer as it is, or ask anew without it",
  },
  "exchange-foreign": {
    severity: "error",
    message: ({ field }: { field: string }) =>
      `\`${field}\` was changed, or signed by another server or before this one was started`,
    help: "ask anew without it and say again what matters; to keep conversations over a restart set a signing key",
  },
  "exchange-outdated": {
    severity: "error",
    message: ({ field }: { field: string }) =>
      `\`${field}\` was made from an earlier edition of its topic, which this one does not take`,
    help: "ask anew without it and say again what matters",
  },
  "confirm-not-supposed": {
    severity: "error",
    message: ({ field, feature }: { field: string; feature: string }) =>
      `\`${field}\` names \`${feature}\`, which the exchange does not hold as a supposition`,
    help: "name only findings that the last answer shows as supposed",
  },
  "confirm-without-exchange": {
    severity: "error",
    message: ({ field }: { field: string }) =>
      `\`${field}\` confirms a supposition, and no exchange was sent that holds one`,
    help: "send `conversation.exchange` of the last answer with it",
  },
  "turn-not-held": {
    severity: "error",
    message: ({ field, turn }: { field: string; turn: number }) =>
      `\`${field}\` asks for question ${turn}, and no exchange was sent that holds it whole`,
    help: "send `conversation.exchange` of the last answer, and a number that its `conversation.thread` lists as `whole`",
  },
  "turn-beside-question": {
    severity: "error",
    message: ({ field }: { field: string }) =>
      `\`${field}\` shows a question again, and something else was asked beside it`,
    help: "send `turn` with the exchange alone, or leave it out and ask",
  },
  "report-place-unknown": {
    severity: "error",
    message: ({ field, named }: { field: string; named: string }) => `\`${field}\`: there is no \`${named}\` here`,
    help: "name a topic as `GET /api/topics` lists it, and a section or statement by the id that `GET /api/topics/<topic>` gives, or leave `part` out",
  },
  "signing-key-too-short": {
    severity: "error",
    message: ({ characters, least }: { characters: number; least: number }) =>
      `the signing key has ${characters} characters; at least ${least} are needed`,
    help: "set `WELLSPRING_SIGNING_KEY` to at least 32 random characters, or leave it unset",
  },
  "profile-not-found": {
    severity: "error",
    message: ({ profile }: { profile: string; known: string }) => `there is no guideline profile \`${profile}\``,
    help: ({ known }: { profile: string; known: string }) => `choose one of ${known}, or leave it out`,
  },
  "questions-not-taken": {
    severity: "error",
    message: () => "no board takes questions here",
    help: "ask whoever runs this server",
  },
  "topic-not-in-force": {
    severity: "error",
    message: ({ topic }: { topic: string }) =>
      `the topic \`${topic}\` was withdrawn or has expired, so nothing is answered from it`,
    help: "the page of the topic says why, and what stands in its place",
  },
  "topic-without-pathway": {
    severity: "error",
    message: ({ topic }: { topic: string }) => `the topic \`${topic}\` has no pathway that can be run`,
    help: "run `wellspring check`: a pathway with an error is not loaded",
  },
});
