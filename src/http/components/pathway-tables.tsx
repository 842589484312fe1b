import type { StageTable } from "../../pathway/draw/decision-table.ts";
import type { PathwayPicture, PatientPicture } from "../../pathway/draw/draw-pathway.ts";
import { wordsOfCell, wordsOfRow } from "../../pathway/draw/table-words.ts";

interface PathwayTablesProps {
  readonly picture: PathwayPicture;
  readonly patient?: PatientPicture;
}

/** A decision table for each stage. */
export function PathwayTables({ picture, patient }: PathwayTablesProps) {
  return (
    <>
      <p class="hint">
        One table for each stage, in their order. Of those who come to a stage, each fits exactly one row. A dash: this
        does not matter.
      </p>
      {picture.tables.map((table) => (
        <StageSection key={table.stage.id} table={table} picture={picture} {...(patient && { patient })} />
      ))}
    </>
  );
}

function StageSection({ table, picture: { overview }, patient }: PathwayTablesProps & { readonly table: StageTable }) {
  const { stage, columns, rows } = table;
  const id = `stage-${stage.id}`;
  const isPassed = patient !== undefined && patient.way(table.come) === "not-taken";
  return (
    <section class="decision" aria-labelledby={id}>
      <h2 id={id}>{stage.label}</h2>
      <p>
        {stage.why}.{isPassed ? " This patient does not come to it." : ""}
      </p>
      <section
        class="table-frame"
        aria-label={`Decision table: ${stage.label} (scrolls)`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the table scrolls by itself and must do so by keyboard (WCAG 2.1.1)
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              {columns.map(({ id, label }) => (
                <th key={id} scope="col">
                  {label}
                </th>
              ))}
              <th scope="col" class="advice">
                Advice
              </th>
              <th scope="col">Because</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const { title, detail, because } = wordsOfRow(overview, table, row);
              const taken = patient?.way(row.region);
              return (
                <tr key={row.region} class={taken === "taken" ? "lit" : taken === "open" ? "open" : undefined}>
                  {columns.map(({ id }, at) => (
                    <td key={id}>{wordsOfCell(table, row, at)}</td>
                  ))}
                  <td class={row.to.kind === "onward" ? "advice onward" : "advice"}>
                    {title}
                    {detail === undefined ? null : <span class="hint"> {detail}</span>}
                    {taken === "taken" ? <span class="light-mark"> [this patient]</span> : null}
                    {taken === "open" ? <span class="light-mark"> [may be this patient]</span> : null}
                  </td>
                  <td>{because.join("; ")}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <Meanings table={table} />
    </section>
  );
}

/** What the named conditions among the columns stand for. */
function Meanings({ table }: { readonly table: StageTable }) {
  const named = table.columns.filter(({ meaning }) => meaning !== undefined);
  if (named.length === 0) return null;
  return (
    <details class="meanings">
      <summary>What the questions mean</summary>
      <dl>
        {named.map(({ id, label, meaning }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
