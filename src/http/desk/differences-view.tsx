import type { ComparedAdvice } from "../../review/text/compare-advice.ts";
import type { DiffLine, FileDifference } from "../../review/text/compare-files.ts";
import { ChangeList } from "../components/change-list.tsx";
import { asSentence } from "../components/words.ts";
import type { AdviceState } from "./advice-board.ts";
import type { TextComparison } from "./text-view.ts";
import { Worded } from "./worded.tsx";

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
          <FileDifferences files={comparison.files} isOpen={false} />
        </>
      );
    default:
      return (
        <>
          <p>Compared with edition {comparison.edition}, which is in force.</p>
          <ChangeList changes={comparison.changes} />
          <h3>Patients who are advised otherwise</h3>
          <AdviceChanges states={comparison.advice} again="Load this page again in a minute." />
          <h3>Files, line by line</h3>
          <FileDifferences files={comparison.files} isOpen />
        </>
      );
  }
}

interface AdviceChangesProps {
  readonly states: ReadonlyMap<string, AdviceState>;
  /** How one comes to see a comparison that is under way. */
  readonly again: string;
}

/** Whom a changed pathway advises otherwise, by guideline profile. */
export function AdviceChanges({ states, again }: AdviceChangesProps) {
  if (states.size === 0) return <p>None: the pathway is the same.</p>;
  return (
    <>
      {[...states].map(([profile, state]) => (
        <section key={profile} class="advice-changes">
          <h4>
            By <code>{profile}</code>
          </h4>
          <Profile state={state} again={again} />
        </section>
      ))}
    </>
  );
}

function Profile({ state, again }: { readonly state: AdviceState; readonly again: string }) {
  switch (state.kind) {
    case "working":
      return (
        <p class="caution" data-working>
          Every patient that can be is being looked at. {again}
        </p>
      );
    case "compared":
      return <Compared advice={state.advice} />;
    case "failed":
      return (
        <ul class="caution">
          {state.diagnostics.map(({ code, message, help }) => (
            <li key={code}>
              <Worded text={asSentence(message)} /> <Worded text={asSentence(help)} />
            </li>
          ))}
        </ul>
      );
    default:
      return <p>This guideline profile was {state.kind}.</p>;
  }
}

function Compared({ advice: { changes, apart } }: { readonly advice: ComparedAdvice }) {
  if (changes.length === 0) return <p>The advice is the same for every patient.</p>;
  return (
    <>
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
              {isCut ? (
                <li>
                  and others: <code>wellspring compare</code> lists them all
                </li>
              ) : null}
            </ul>
          </li>
        ))}
      </ol>
      {apart.length === 0 ? null : (
        <p class="hint">Derived differently, so that some ways may have no patient: {apart.join("; ")}.</p>
      )}
    </>
  );
}

/** The lines by which files differ. */
export function FileDifferences({
  files,
  isOpen,
}: {
  readonly files: readonly FileDifference[];
  readonly isOpen: boolean;
}) {
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
