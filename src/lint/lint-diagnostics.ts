import { defineDiagnostics } from "../kernel/diagnostic.ts";

/** What the checks on content find (design section 8). One row for each check; each has a page in docs/diagnostics. */
export const lintDiagnostics = defineDiagnostics({
  "status-claimed": {
    severity: "error",
    message: ({ words }: { words: string }) => `\`${words}\` claims a review that no record of this text shows`,
    help: "take the sentence out: the page prints the status from the signed record of exactly this text",
  },
  "promotional-claim": {
    severity: "error",
    message: ({ words }: { words: string }) => `\`${words}\` praises and stands on no source`,
    help: "take it out, or say what was measured and cite it",
  },
  "number-without-population": {
    severity: "error",
    message: ({ fact, population }: { fact: string; population: string }) =>
      `\`${fact}\` does not say in whom it was measured (\`${population}\`)`,
    help: "say who they were: setting, how they were chosen, year or study",
  },
  "number-without-denominator": {
    severity: "error",
    message: ({ fact }: { fact: string }) => `\`${fact}\` is a share of an unknown number of people`,
    help: "give numerator and denominator, an interval, or the size of the group; where the source gives none, say so in `note`",
  },
  "quantity-differs": {
    severity: "error",
    message: ({ fact, other }: { fact: string; other: string }) =>
      `\`${fact}\` and \`${other}\` are called the same and are not the same number`,
    help: "keep one of them, or let `quantity` say what tells them apart: cohort, year, or of whom it is a share",
  },
  "list-differs-from-set": {
    severity: "error",
    message: ({ set, missing, extra }: { set: string; missing: string; extra: string }) =>
      `this list is not the set \`${set}\`${missing === "" ? "" : `, it lacks ${missing}`}${extra === "" ? "" : `, it adds ${extra}`}`,
    help: ({ set }: { set: string; missing: string; extra: string }) => `print the list with \`{{set.${set}}}\``,
  },
  "scheme-mixed": {
    severity: "error",
    message: ({ score, schemes }: { score: string; schemes: string }) =>
      `this sentence mixes the ${schemes} categories of \`${score}\``,
    help: "use the categories of one scheme, or name the scheme beside each",
  },
  "cutoff-in-words": {
    severity: "error",
    message: ({ words }: { words: string }) => `the cut-off \`${words}\` is written by hand in words`,
    help: "print it with `{{parameter.…}}`, `{{stratum.…}}` or `{{fact.…}}`, so that text and pathway cannot disagree",
  },
  "intervals-differ": {
    severity: "error",
    message: ({ interval, other }: { interval: string; other: string }) =>
      `\`${interval}\` and \`${other}\` are both given for looking again, and nothing says when which holds`,
    help: "give each situation its entry in the pathway's `followUps` and print it with `{{followUp.…}}`",
  },
  "recommendation-ungraded": {
    severity: "error",
    message: ({ statement }: { statement: string }) =>
      `the recommendation \`${statement}\` says nothing of its strength and certainty`,
    help: "write `strength=` and `certainty=`; `not-graded` where the source gives no grade",
  },
  "scope-incomplete": {
    severity: "error",
    message: ({ group }: { group: string }) => `the scope does not say whether it holds for ${group}`,
    help: "name the group under `includes`, or under `excludes` with what its reader is told",
  },
  "source-concentration": {
    severity: "error",
    message: ({ source, count, total }: { source: string; count: number; total: number }) =>
      `\`${source}\` carries ${count} of ${total} cited statements`,
    help: "cite the study or guideline that each statement comes from, or say in the text that this is one document's view",
  },
  "reference-incomplete": {
    severity: "error",
    message: ({ source, lacks }: { source: string; lacks: string }) => `the reference \`${source}\` lacks its ${lacks}`,
    help: "add it to sources.yaml, or list the field in `toVerify`, which readers are shown",
  },
  "source-machine-written": {
    severity: "error",
    message: ({ source }: { source: string }) => `\`${source}\` was written by a machine`,
    help: "cite what it was made from, after reading it",
  },
  "branch-missing": {
    severity: "error",
    message: ({ test, branch }: { test: string; branch: string }) =>
      `nothing says what follows when \`${test}\` is ${branch}`,
    help: 'name the statement that does, for instance `unavailable: "#no-test"`, or write it',
  },
  "finding-not-addressed": {
    severity: "error",
    message: ({ finding }: { finding: string }) => `the question names \`${finding}\` and the bottom line does not`,
    help: "say in the bottom line what to do about it, or list it under `excludes`",
  },
  "failure-not-fixed": {
    severity: "error",
    message: ({ what, set }: { what: string; set: string }) =>
      `a failure to see \`${what}\` is used as an argument, and \`${set}\` does not include it either`,
    help: "leave the argument out, or say in the same sentence that the advised test misses it too",
  },
  "question-personal": {
    severity: "error",
    message: ({ words }: { words: string }) => `\`${words}\` reads like somebody's own case`,
    help: "ask the general question in the editor's words: what a reader typed is never published",
  },
  "related-off-topic": {
    severity: "error",
    message: ({ question }: { question: string }) => `\`${question}\` shares no word with this topic`,
    help: "take it out, or add the term that links it to `terms`",
  },
  "history-missing": {
    severity: "error",
    message: ({ what }: { what: string }) => what,
    help: "list under `changes` each version with date and what changed, newest first, the newest on `lastUpdated`",
  },
  "variant-lost-number": {
    severity: "error",
    message: ({ statement, reader, lost }: { statement: string; reader: string; lost: string }) =>
      `the ${reader}'s rendering of \`${statement}\` leaves out \`{{${lost}}}\``,
    help: "print the same number in the variant's words",
  },
  "variant-part-missing": {
    severity: "error",
    message: ({ statement, reader, part }: { statement: string; reader: string; part: string }) =>
      `the ${reader}'s rendering of \`${statement}\` lacks its part ${part}`,
    help: "number the sentences that render one statement with `part=1/2`, `part=2/2`; none may be missing or come twice",
  },
  "leaflet-incomplete": {
    severity: "error",
    message: ({ what }: { what: string }) => what,
    help: "list under `leaflet.sections` sections of article.patient.md, those with a sentence marked `brief` among them",
  },
  "reading-level": {
    severity: "error",
    message: ({ block, grades }: { block: string; grades: string; worst: string }) =>
      `\`${block}\` asks for more than US grade 6: ${grades}`,
    help: ({ worst }: { block: string; grades: string; worst: string }) => `shorten first: ${worst}`,
  },
});
