import { BOTTOM_LINE, type Reader } from "../../library/model/article.ts";
import type { Topic } from "../../library/model/topic.ts";
import type { Bibliography } from "../bibliography.ts";
import { EvidenceCards } from "../components/evidence-card.tsx";
import { type EvidencedText, StatementText } from "../components/statement-text.tsx";
import { useMessages } from "../messages/language.tsx";

type SectionedText = EvidencedText & { readonly section: string | undefined };

interface AnswerStatementsProps {
  readonly statements: readonly SectionedText[];
  readonly topic: Topic | undefined;
  readonly reader: Reader;
  readonly bibliography: Bibliography;
}

/** The statements that bear on the question, under the headings of the topic that they were taken from. */
export function AnswerStatements({ statements, topic, reader, bibliography }: AnswerStatementsProps) {
  const { evidenceSays, inShort } = useMessages().answer;
  const ids = [...new Set(statements.map((statement) => statement.section))];
  const sections = (topic?.articles[reader] ?? topic?.articles.clinician)?.sections ?? [];
  return (
    <>
      {ids.map((id) => {
        const members = statements.filter((statement) => statement.section === id);
        // The bottom line stands here only where other statements lead, under the heading that is its own elsewhere.
        const heading = id === BOTTOM_LINE ? undefined : sections.find((section) => section.id === id)?.title;
        return (
          <section key={id} class="article-section" aria-labelledby={`from-${id ?? "evidence"}`}>
            <h2 id={`from-${id ?? "evidence"}`} lang={heading === undefined ? undefined : "en"}>
              {heading ?? (id === BOTTOM_LINE ? inShort : evidenceSays)}
            </h2>
            <ul class="statements">
              {members.map((statement) => (
                <li key={statement.id}>
                  <StatementText statement={statement} bibliography={bibliography} />
                </li>
              ))}
            </ul>
            <EvidenceCards statements={members} bibliography={bibliography} />
          </section>
        );
      })}
    </>
  );
}
