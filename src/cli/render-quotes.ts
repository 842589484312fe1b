import type { Answer, AnswerQuotes } from "../answer/answer-shape.ts";
import { block } from "./block.ts";

/** Quotes for a terminal: grouped by document, with its kind, date and standing before the words. */
export function renderQuotes({ notAnswered }: Answer, quotes: AnswerQuotes): readonly string[] {
  const { insteadOf } = quotes;
  return [
    "QUOTED, word for word, from released sources. No topic of the library answers this, and nobody here has reviewed these sentences.",
    block("DO NOT WAIT WITH", insteadOf.urgentSigns),
    ...quotes.groups.map(renderGroup),
    block(
      "THESE DIFFER",
      quotes.disagreements.map(({ quotes: [one, other], message }) => `[${one}] and [${other}]: ${message}`),
    ),
    block(
      "NOT ANSWERED HERE",
      notAnswered.map(({ what, why }) => `${what}: ${why}`),
    ),
    block(
      "LEFT OUT",
      quotes.leftOut.map(({ reason, passages }) => `${passages} passages: ${reason}`),
    ),
    block(
      "NEAREST TOPICS",
      insteadOf.nearest.map(({ title, question }) => `${title}: ${question}`),
    ),
    "Decision support for clinicians. It does not replace clinical judgement.",
  ];
}

function renderGroup({ source, document, quotes }: AnswerQuotes["groups"][number]): string {
  const standing = [document.status, document.statusReason].filter((part) => part !== null).join(": ");
  return [
    `${document.type.replaceAll("-", " ").toUpperCase()}, ${document.date ?? "undated"}${document.status === "current" ? "" : ` (${standing})`}`,
    `  ${document.title}`,
    `  ${[document.issuer, source.title, `licence ${source.licence}`, document.url].filter((part) => part !== null).join("; ")}`,
    ...quotes.map(({ number, exact, grade }) => `  [${number}] "${exact}"${grade === null ? "" : ` {${grade}}`}`),
    ...(source.attribution === null ? [] : [`  ${source.attribution}`]),
  ].join("\n");
}
