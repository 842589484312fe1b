import { defineDiagnostics } from "../kernel/diagnostic.ts";

/** "did you mean" when a name close to the author's exists, else the general advice. */
function suggest(nearest: string | undefined, otherwise: string): string {
  return nearest === undefined ? otherwise : `did you mean \`${nearest}\`? otherwise ${otherwise}`;
}

interface Named {
  readonly name: string;
  readonly nearest?: string | undefined;
}

/** What can be wrong with the files of a library, articles apart (those have a table of their own). */
export const libraryDiagnostics = defineDiagnostics({
  "file-missing": {
    severity: "error",
    message: ({ file }: { file: string; why: string }) => `\`${file}\` is missing`,
    help: ({ why }: { why: string }) => why,
  },
  "file-unknown": {
    severity: "warning",
    message: ({ file }: { file: string }) => `nothing reads \`${file}\``,
    help: "check the name and the folder against docs/authoring.md, or move the file out of the library",
  },
  "file-repeated": {
    severity: "error",
    message: ({ file }: { file: string }) => `\`${file}\` was handed in twice, and only the first is read`,
    help: "keep one file of that name",
  },
  "topic-name-malformed": {
    severity: "error",
    message: ({ folder }: { folder: string }) => `\`${folder}\` cannot be the name of a topic`,
    help: "name the folder in lower-case letters, digits and hyphens: it is the topic's address",
  },
  "topic-slug-differs": {
    severity: "error",
    message: ({ slug, folder }: { slug: string; folder: string }) =>
      `the slug \`${slug}\` is not the folder's name \`${folder}\``,
    help: "leave `slug` out or make it the name of the folder, which is the topic's address",
  },
  "invisible-character": {
    severity: "error",
    message: ({ character }: { character: string }) => `the invisible character ${character} stands here`,
    help: "delete it: a reader cannot see it, and it can make text read differently from what was reviewed",
  },
  "entry-duplicate": {
    severity: "error",
    message: ({ id, first }: { id: string; first: number }) => `\`${id}\` is already used on line ${first}`,
    help: "give each entry an id of its own; the second one is not read",
  },
  "topic-answer-unknown": {
    severity: "error",
    message: ({ asked, name }: { asked: string; name: string }) =>
      `the answer to \`${asked}\` is for, or tells, \`${name}\`, which the pathway does not have`,
    help: "name features and warnings as pathway.yaml has them",
  },
  "topic-unchanging-unknown": {
    severity: "error",
    message: ({ name }: { name: string }) => `\`unchanging\` names \`${name}\`, which the pathway does not have`,
    help: "name features as pathway.yaml has them",
  },
  "topic-test-unknown": {
    severity: "error",
    message: ({ test, name }: { test: string; name: string }) =>
      `the test \`${test}\` names \`${name}\`, which the pathway does not have or does not take`,
    help: "name features, values and codes of advice as pathway.yaml has them",
  },
  "tool-name-unknown": {
    severity: "error",
    message: ({ kind, name }: Named & { kind: string }) => `the topic has no ${kind} \`${name}\``,
    help: ({ nearest }: Named) =>
      suggest(nearest, "name what facts.yaml or pathway.yaml has: a tool shows their numbers and has none of its own"),
  },
  "tool-fact-unsuited": {
    severity: "error",
    message: ({ fact }: { fact: string }) => `the fact \`${fact}\` is not a single share between 0 and 100 %`,
    help: "name a fact with a value in per cent: the calculator reckons with it",
  },
  "sign-without-basis": {
    severity: "error",
    message: ({ sign }: { sign: string }) =>
      `the urgent sign \`${sign}\` does not say what it stands on, or says two things`,
    help: "write either `basis: house-rule` or `sources: [...]`",
  },
  "source-not-found": {
    severity: "error",
    message: ({ name }: Named) => `\`${name}\` is not in sources.yaml`,
    help: ({ nearest }: Named) => suggest(nearest, "add the publication to sources.yaml, or cite one that is there"),
  },
  "source-not-citable": {
    severity: "error",
    message: ({ source }: { source: string }) => `\`${source}\` is marked as not citable`,
    help: "cite a source that was verified, or mark the statement `[unresolved]` with its correction on the next line",
  },
  "source-retracted-cited": {
    severity: "error",
    message: ({ source }: { source: string }) => `\`${source}\` has been retracted`,
    help: "take the statement back, or rest it on a source that stands",
  },
  "source-superseded-cited": {
    severity: "warning",
    message: ({ source }: { source: string }) => `\`${source}\` has been superseded`,
    help: "cite the document that took its place, or say in the text that this is the older one",
  },
  "fact-without-source": {
    severity: "error",
    message: ({ fact }: { fact: string }) => `the number \`${fact}\` has no source`,
    help: "name its source, or set its confidence to `house-rule` or `unresolved`, which readers are shown",
  },
  "related-without-relation": {
    severity: "error",
    message: ({ question }: { question: string }) =>
      `the related question \`${question}\` does not say how it is related`,
    help: "write `relation` and `why`, or take out the question: a reader follows it for a reason",
  },
  "related-target-unknown": {
    severity: "error",
    message: ({ name }: Named) => `\`${name}\` is neither a section of this topic nor another topic`,
    help: ({ nearest }: Named) =>
      suggest(
        nearest,
        "write `#section` or the folder name of a topic, or leave `answeredIn` out: then nothing answers it yet",
      ),
  },
  "hazard-term": {
    severity: "error",
    message: ({ term }: { term: string; preferred: string; why: string }) => `the term \`${term}\` has led to harm`,
    help: ({ preferred, why }: { preferred: string; why: string }) =>
      `write \`${preferred}\`; where the old term must appear, put it in quotation marks or name the preferred one beside it (${why})`,
  },
  "words-feature-unknown": {
    severity: "error",
    message: ({ name }: Named) => `the pathway has no case feature \`${name}\``,
    help: ({ nearest }: Named) => suggest(nearest, "use the id of a feature in pathway.yaml"),
  },
  "words-choice-unknown": {
    severity: "error",
    message: ({ feature, name }: Named & { feature: string }) =>
      `the case feature \`${feature}\` has no choice \`${name}\``,
    help: ({ nearest }: Named) => suggest(nearest, "use the code of a choice of this feature in pathway.yaml"),
  },
  "example-feature-unknown": {
    severity: "error",
    message: ({ name }: Named) => `the pathway has no case feature \`${name}\``,
    help: ({ nearest }: Named) => suggest(nearest, "use the id of a feature in pathway.yaml"),
  },
  "example-advice-unknown": {
    severity: "error",
    message: ({ name }: Named) => `the pathway can never advise \`${name}\``,
    help: ({ nearest }: Named) => suggest(nearest, "use the code of a recommendation in pathway.yaml"),
  },
  "example-rule-unknown": {
    severity: "error",
    message: ({ name }: Named) => `the pathway has no rule \`${name}\``,
    help: ({ nearest }: Named) => suggest(nearest, "use the id of a rule in pathway.yaml"),
  },
  "example-warning-unknown": {
    severity: "error",
    message: ({ name }: Named) => `the pathway has no warning \`${name}\``,
    help: ({ nearest }: Named) => suggest(nearest, "use the code of a warning in pathway.yaml"),
  },
  "example-profile-unknown": {
    severity: "error",
    message: ({ name }: Named) => `the pathway has no guideline profile \`${name}\``,
    help: ({ nearest }: Named) => suggest(nearest, "use the id of a profile in pathway.yaml"),
  },
});
