import type { AdviceComparison } from "../../review/text/compare-advice.ts";
import type { DiffLine, FileDifference } from "../../review/text/compare-files.ts";
import { ChangeList } from "../components/change-list.tsx";
import type { AdviceState } from "./advice-board.ts";
import type { TextComparison } from "./text-view.ts";

/** The text under work beside the one in force: what it says otherwise, whom it advises otherwise, and every line. */
export function DifferencesView({ comparison }: { readonly comparison: TextComparison }) {
  if (comparison.kind === "nothing-open") return null;
  return (
    <section class="differences" aria-labelledby="differences">
      <h2 id="differences">What changes</h2>
      <Body comparison={comparison} />
    </section>
  );
}

function Body({ comparison }: { readonly comparison: Exclude<TextComparison, { readonly kind: "nothing-open" }> }) {
  switch (comparison.kind) {
    case "not-kept":
      return <p class="caution">One of the two texts is not kept here, so what changes cannot be shown.</p>;
    case "first":
      return (
        <>
          <p>No edition is in force: everything in this text is new.</p>
          <Files files={comparison.files} isOpen={false} />
        </>
      );
    default:
      return (
        <>
          <p>Compared with edition {comparison.edition}, which is in force.</p>
          <ChangeList changes={comparison.changes} />
          <h3>Patients who are advised otherwise</h3>
          <Advice state={comparison.advice} />
          <h3>Files, line by line</h3>
          <Files files={comparison.files} isOpen />
        </>
      );
  }
}

function Advice({ state }: { readonly state: AdviceState }) {
  switch (state.kind) {
    case "same":
      return <p>None: the pathway is the same.</p>;
    case "working":
      return (
        <p class="caution">
          The two pathways are being compared on every patient that can be. Load this page again in a minute.
        </p>
      );
    case "failed":
      return (
        <ul class="caution">
          {state.diagnostics.map(({ code, message, help }) => (
            <li key={code}>
              The pathways could not be compared: {message}; {help}
            </li>
          ))}
        </ul>
      );
    default:
      return state.comparisons.length === 0 ? (
        <p>One of the two texts has no pathway.</p>
      ) : (
        state.comparisons.map((one) => <Profile key={one.profile} comparison={one} />)
      );
  }
}

function Profile({ comparison }: { readonly comparison: AdviceComparison }) {
  const { profile, kind } = comparison;
  if (kind !== "compared")
    return (
      <p>
        The guideline profile <code>{profile}</code> was {kind}.
      </p>
    );
  const { changes, apart } = comparison;
  return (
    <section class="advice-changes">
      <h4>
        By <code>{profile}</code>
      </h4>
      {changes.length === 0 ? <p>The advice is the same for every patient.</p> : null}
      <ol>
        {changes.map(({ from, to, share, when, isCut }) => (
          <li key={`${from} ${to}`}>
            <strong>{from}</strong> → <strong>{to}</strong>{" "}
            <span class="hint">
              {share === "0 %" ? "only while something is not known" : `${share} of the patients that can be`}
            </span>
            <ul>
              {when.map((conditions) => (
                <li key={conditions.join(" ")}>{conditions.join("; ") || "always"}</li>
              ))}
              {isCut ? <li>and others: `wellspring compare` lists them all</li> : null}
            </ul>
          </li>
        ))}
      </ol>
      {apart.length === 0 ? null : (
        <p class="hint">Derived differently, so that some ways may have no patient: {apart.join("; ")}.</p>
      )}
    </section>
  );
}

function Files({ files, isOpen }: { readonly files: readonly FileDifference[]; readonly isOpen: boolean }) {
  return (
    <>
      {files.map(({ name, kind, hunks }) => (
        <details key={name} class="file-difference" open={isOpen}>
          <summary>
            <code>{name.replace("../../", "shared: ")}</code> {kind}
          </summary>
          {hunks === null ? (
            <p class="caution">The two have too little in common to be shown line by line.</p>
          ) : (
            <Lines name={name} hunks={hunks} />
          )}
        </details>
      ))}
    </>
  );
}

const SIGNS: Readonly<Record<DiffLine["kind"], readonly [sign: string, said: string]>> = {
  same: ["", ""],
  removed: ["−", "removed: "],
  added: ["+", "added: "],
};

function Lines({ name, hunks }: { readonly name: string; readonly hunks: readonly (readonly DiffLine[])[] }) {
  return (
    <table class="diff">
      <caption class="visually-hidden">Lines of {name}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Text</th>
        </tr>
      </thead>
      {hunks.map((lines) => (
        <tbody key={lines[0]?.number}>
          {lines.map((line) => (
            <tr key={`${line.kind} ${line.number}`} class={`diff-${line.kind}`}>
              <td class="diff-number">{line.number}</td>
              <td>
                <span aria-hidden="true" class="diff-sign">
                  {SIGNS[line.kind][0]}
                </span>
                <span class="visually-hidden">{SIGNS[line.kind][1]}</span>
                <LineText line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function LineText({ line: { kind, parts } }: { readonly line: DiffLine }) {
  return (
    <>
      {parts.map(({ text, marked }, at) => {
        const key = `${at} ${text}`;
        if (!marked) return <span key={key}>{text}</span>;
        return kind === "removed" ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
      })}
    </>
  );
}
