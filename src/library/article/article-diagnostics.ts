import { defineDiagnostics } from "../../kernel/diagnostic.ts";

/** What can be wrong with an article: its frame, its evidence, its numbers, its markup, and a variant's ties to the original. */
export const articleDiagnostics = defineDiagnostics({
  "front-matter-in-article": {
    severity: "error",
    message: () => "an article has no front matter",
    help: "move title, question and dates to topic.yaml and begin the article with `## Bottom line {#bottom-line}`",
  },
  "text-outside-section": {
    severity: "error",
    message: () => "this text stands before the first section and is not read",
    help: "put it under a `##` heading with an id",
  },
  "heading-level": {
    severity: "error",
    message: ({ level }: { level: string }) => `a heading of level ${level} is not part of the format`,
    help: "use `##` for a section and `###` inside it; the topic's title stands in topic.yaml",
  },
  "section-without-id": {
    severity: "error",
    message: ({ title }: { title: string }) => `the section \`${title}\` has no id`,
    help: "end the heading with an id, for instance `{#why-complete}`: links and variants hold on to it",
  },
  "section-id-duplicate": {
    severity: "error",
    message: ({ id }: { id: string }) => `the section id \`${id}\` is used twice`,
    help: "give each section an id of its own",
  },
  "bottom-line-missing": {
    severity: "error",
    message: () => "the article does not begin with its bottom line",
    help: "make `## Bottom line {#bottom-line}` the first section",
  },
  "statement-without-evidence": {
    severity: "error",
    message: () => "this statement does not say what it stands on",
    help: "end the line with `[@source]`, `[house-rule]`, `[unresolved]` or `[signpost]`; one sentence on each line",
  },
  "statement-id-duplicate": {
    severity: "error",
    message: ({ id }: { id: string }) => `the statement id \`${id}\` is used twice`,
    help: "give each statement of an article an id of its own",
  },
  "evidence-not-at-end": {
    severity: "error",
    message: () => "evidence stands in the middle of a line",
    help: "write one sentence on each line, its full stop before the evidence and the braces last",
  },
  "evidence-mark-unknown": {
    severity: "error",
    message: ({ mark }: { mark: string }) => `\`[${mark}]\` is no kind of evidence`,
    help: "write `[@source]`, `[house-rule]`, `[unresolved]` or `[signpost]`",
  },
  "citation-malformed": {
    severity: "error",
    message: ({ citation }: { citation: string }) => `\`${citation}\` is not a citation`,
    help: 'write `@key`, `@key, locator` or `@key, locator "words of the source"`, several with `;` between them',
  },
  "signpost-with-evidence": {
    severity: "error",
    message: () => "a signpost claims nothing, so it carries no other evidence",
    help: "take out `[signpost]` when the sentence makes a claim, else take out the rest",
  },
  "attribute-unknown": {
    severity: "error",
    message: ({ attribute }: { attribute: string }) => `\`${attribute}\` is not something the braces can carry`,
    help: "the braces carry `#id`, `strength=`, `certainty=`, `confidence=`, `of=`, `part=`, `must` and `brief`",
  },
  "attribute-value-unknown": {
    severity: "error",
    message: ({ attribute, value }: { attribute: string; value: string; allowed: string }) =>
      `\`${value}\` is not a value of \`${attribute}\``,
    help: ({ allowed }: { allowed: string }) => `use one of: ${allowed}`,
  },
  "confidence-above-source": {
    severity: "warning",
    message: ({ confidence, weakest }: { confidence: string; weakest: string }) =>
      `the statement says \`${confidence}\`, but a source it cites is only \`${weakest}\``,
    help: "lower the confidence of the statement, or correct what sources.yaml says was seen",
  },
  "unresolved-without-correction": {
    severity: "error",
    message: () => "an unresolved claim stands here without its correction",
    help: "let the next line say, with a citation, what verified sources give",
  },
  "fact-not-found": {
    severity: "error",
    message: ({ fact }: { fact: string; nearest?: string | undefined }) => `facts.yaml has no \`${fact}\``,
    help: ({ nearest }: { nearest?: string | undefined }) =>
      nearest === undefined ? "add the number to facts.yaml with its source" : `did you mean \`${nearest}\`?`,
  },
  "placeholder-unknown": {
    severity: "error",
    message: ({ placeholder }: { placeholder: string; nearest?: string | undefined }) =>
      `nothing can be printed for \`{{${placeholder}}}\``,
    help: ({ nearest }: { nearest?: string | undefined }) =>
      nearest === undefined
        ? "write fact.<id>, parameter.<id>, stratum.<score>.<scheme>.<name>, followUp.<id> or set.<id>"
        : `did you mean \`{{${nearest}}}\`?`,
  },
  "fact-source-not-cited": {
    severity: "warning",
    message: ({ fact, source }: { fact: string; source: string }) =>
      `\`${fact}\` comes from \`${source}\`, which this statement does not cite`,
    help: "cite the source of each number beside it",
  },
  "number-typed-in-prose": {
    severity: "error",
    message: ({ number }: { number: string }) => `the number \`${number}\` is typed by hand`,
    help: "put it in facts.yaml or pathway.yaml and print it with `{{…}}`, so that text and pathway cannot disagree",
  },
  "markup-not-allowed": {
    severity: "error",
    message: ({ what }: { what: string }) => `${what} is not part of the format`,
    help: "use headings, paragraphs, lists, tables, emphasis, strong, code and links",
  },
  "raw-html": {
    severity: "error",
    message: ({ tag }: { tag: string }) => `\`${tag}\` looks like HTML, which is never passed on`,
    help: "write Markdown; HTML in an article is printed as plain text",
  },
  "link-not-allowed": {
    severity: "error",
    message: ({ target }: { target: string }) => `a link to \`${target}\` is not allowed`,
    help: "link to an https address or to `#section` of the same article",
  },
  "list-nested": {
    severity: "error",
    message: () => "a list inside a list is not part of the format",
    help: "make it one list, or two with a subheading between them",
  },
  "table-malformed": {
    severity: "error",
    message: () => "the last column of a table carries the evidence, beside at least one other",
    help: "add a column headed Evidence, and end each row with `[@source]`, `[house-rule]` or `[unresolved]`",
  },
  "line-too-long": {
    severity: "error",
    message: ({ characters }: { characters: number }) => `the line has ${characters} characters and is not read`,
    help: "write one sentence on each line",
  },
  "variant-lost-statement": {
    severity: "error",
    message: ({ statement, reader }: { statement: string; reader: string }) =>
      `the article for the ${reader} lacks the statement \`${statement}\`, which no variant may lose`,
    help: ({ statement }: { statement: string }) =>
      `write it in the variant's words and end the line with \`{of=${statement}}\``,
  },
  "variant-added-statement": {
    severity: "warning",
    message: () => "this statement has no counterpart in the clinician's article",
    help: "tie it with `{of=<id>}`, or add it to the clinician's article first: a variant says nothing of its own",
  },
  "variant-of-unknown": {
    severity: "error",
    message: ({ of }: { of: string; nearest?: string | undefined }) =>
      `the clinician's article has no statement \`${of}\``,
    help: ({ nearest }: { nearest?: string | undefined }) =>
      nearest === undefined ? "use the `#id` of a statement in article.md" : `did you mean \`${nearest}\`?`,
  },
  "of-outside-variant": {
    severity: "error",
    message: () => "`of=` ties a variant to the clinician's article, and this is the clinician's article",
    help: "take out `of=`",
  },
});
