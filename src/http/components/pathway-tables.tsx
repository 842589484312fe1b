import type { StageTable } from "../../pathway/draw/decision-table.ts";
import type { PathwayPicture, PatientPicture } from "../../pathway/draw/draw-pathway.ts";
import { wordsOfCell, wordsOfRow } from "../../pathway/draw/table-words.ts";
import { useMessages } from "../messages/language.tsx";

interface PathwayTablesProps {
  readonly picture: PathwayPicture;
  readonly patient?: PatientPicture;
}

/** A decision table for each stage. */
export function PathwayTables({ picture, patient }: PathwayTablesProps) {
  const { tablesHint } = useMessages().pathway;
  return (
    <>
      <p class="hint">{tablesHint}</p>
      {picture.tables.map((table) => (
        <StageSection key={table.stage.id} table={table} picture={picture} {...(patient && { patient })} />
      ))}
    </>
  );
}

function StageSection({ table, picture: { overview }, patient }: PathwayTablesProps & { readonly table: StageTable }) {
  const words = useMessages().pathway;
  const { stage, columns, rows } = table;
  const id = `stage-${stage.id}`;
  const isPassed = patient !== undefined && patient.way(table.come) === "not-taken";
  return (
    <section class="decision" aria-labelledby={id}>
      <h2 id={id} lang="en">
        {stage.label}
      </h2>
      <p>
        <span lang="en">{stage.why}.</span>
        {isPassed ? ` ${words.notReached}` : ""}
      </p>
      <section
        class="table-frame"
        aria-label={words.decisionTable(stage.label)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the table scrolls by itself and must do so by keyboard (WCAG 2.1.1)
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              {columns.map(({ id, label }) => (
                <th key={id} scope="col" lang="en">
                  {label}
                </th>
              ))}
              <th scope="col" class="advice">
                {words.advice}
              </th>
              <th scope="col">{words.because}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const { title, detail, because } = wordsOfRow(overview, table, row);
              const taken = patient?.way(row.region);
              return (
                <tr key={row.region} class={taken === "taken" ? "lit" : taken === "open" ? "open" : undefined}>
                  {columns.map(({ id }, at) => (
                    <td key={id} lang="en">
                      {wordsOfCell(table, row, at)}
                    </td>
                  ))}
                  <td class={row.to.kind === "onward" ? "advice onward" : "advice"}>
                    <span lang="en">
                      {title}
                      {detail === undefined ? null : <span class="hint"> {detail}</span>}
                    </span>
                    {taken === "taken" ? <span class="light-mark"> [{words.thisPatient}]</span> : null}
                    {taken === "open" ? <span class="light-mark"> [{words.maybePatient}]</span> : null}
                  </td>
                  <td lang="en">{because.join("; ")}</td>
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
  const { meanings } = useMessages().pathway;
  const named = table.columns.filter(({ meaning }) => meaning !== undefined);
  if (named.length === 0) return null;
  return (
    <details class="meanings">
      <summary>{meanings}</summary>
      <dl lang="en">
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
