import { type Block, type Section, type Statement, statementsOfSection } from "../../library/model/article.ts";
import type { Bibliography } from "../bibliography.ts";
import type { MarkedTerms } from "../glossary-terms.ts";
import { useMessages } from "../messages/language.tsx";
import { EvidenceCards } from "./evidence-card.tsx";
import { EvidenceButton, StatementText } from "./statement-text.tsx";

interface SectionViewProps {
  readonly section: Section;
  readonly bibliography: Bibliography;
  /** The bottom line prints the grade beside each sentence. */
  readonly graded?: boolean;
  readonly terms?: MarkedTerms;
}

export function SectionView({ section, bibliography, graded = false, terms }: SectionViewProps) {
  return (
    <section class={graded ? "bottom-line" : "article-section"} aria-labelledby={section.id}>
      <h2 id={section.id} lang="en">
        {section.title}
      </h2>
      {section.blocks.map((block, index) => (
        <BlockView
          key={`${section.id} ${index}`}
          block={block}
          bibliography={bibliography}
          graded={graded}
          terms={terms}
        />
      ))}
      <EvidenceCards statements={statementsOfSection(section)} bibliography={bibliography} />
    </section>
  );
}

interface BlockViewProps {
  readonly block: Block;
  readonly bibliography: Bibliography;
  readonly graded: boolean;
  readonly terms: MarkedTerms | undefined;
}

function BlockView({ block, bibliography, graded, terms }: BlockViewProps) {
  const print = (statements: readonly Statement[]) =>
    statements.map((item) => (
      <StatementText
        key={item.id}
        statement={item}
        bibliography={bibliography}
        graded={graded}
        terms={terms?.of(item) ?? []}
      />
    ));
  switch (block.kind) {
    case "paragraph":
      return <p>{print(block.statements)}</p>;
    case "subheading":
      return <h3 lang="en">{block.title}</h3>;
    case "list": {
      const items = block.items.map((item) => <li key={item[0]?.id}>{print(item)}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    default:
      return <TableView block={block} bibliography={bibliography} />;
  }
}

/** Columns, the evidence apart, from which a table is given room and scrolls even on a desktop. */
const WIDE_FROM = 6;

/** A table scrolls inside itself on a narrow screen; the region takes the keyboard so that it can be scrolled without a mouse. */
function TableView({ block, bibliography }: { block: Block & { kind: "table" }; bibliography: Bibliography }) {
  const { table, evidenceColumn } = useMessages().topic;
  const frame = block.head.length < WIDE_FROM ? "table-frame" : "table-frame table-wide";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class={frame} tabIndex={0} aria-label={table(block.head.join(", "))}>
      <table>
        <thead>
          <tr>
            {block.head.map((cell) => (
              <th key={cell} scope="col" lang="en">
                {cell}
              </th>
            ))}
            <th scope="col">{evidenceColumn}</th>
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <tr key={row.evidence.id}>
              {row.cells.map((cell, index) =>
                index === 0 ? (
                  <th key="first" scope="row" lang="en">
                    {cell.text}
                  </th>
                ) : (
                  <td key={block.head[index]} lang="en">
                    {cell.text}
                  </td>
                ),
              )}
              <td>
                {row.evidence.basis === "signpost" ? null : (
                  <EvidenceButton statement={row.evidence} bibliography={bibliography} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
