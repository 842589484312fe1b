import { statementsOfSection } from "../../library/model/article.ts";
import type { ContentCheck } from "../content-check.ts";
import { hasPhrase } from "../content-words.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

/** What the question names, the answer must speak of: a lump in the title and none in the text is half an answer. */
export const findingNotAddressed: ContentCheck = {
  code: "finding-not-addressed",
  asks: "is every finding of the question answered, or listed as not answered?",
  check({ topic, library, placeIn }) {
    const bottomLine = topic.articles.clinician?.sections.find(({ id }) => id === "bottom-line");
    const said = [
      ...(bottomLine === undefined ? [] : statementsOfSection(bottomLine).map(({ text }) => text)),
      ...topic.scope.excludes.map(({ what }) => what),
    ];
    const named = topic.terms.filter((term) => hasPhrase(topic.question, term));
    return named
      .filter((term) => !namesOf(term).some((name) => said.some((text) => hasPhrase(text, name))))
      .map((finding) =>
        lintDiagnostics.report("finding-not-addressed", { finding }, placeIn("topic.yaml", ["question"])),
      );

    /** A term and the other names of what it stands for. */
    function namesOf(term: string): readonly string[] {
      const same = (name: string) => name.toLowerCase() === term.toLowerCase();
      const concepts = library.concepts.filter((concept) => [concept.term, ...concept.aliases].some(same));
      return [term, ...concepts.flatMap((concept) => [concept.term, ...concept.aliases])];
    }
  },
};
