import type { Pathway } from "../../pathway/model/pathway.ts";
import type { KeptText } from "../../review/record-port.ts";
import { FileDifferences } from "./differences-view.tsx";
import { DraftPreviewView } from "./draft-preview-view.tsx";
import type { EditConflict, JudgedEdit } from "./judge-edit.ts";
import { ProblemList } from "./problem-list.tsx";

interface EditResultsProps {
  /** The text as it now is. */
  readonly text: KeptText;
  readonly name: string;
  readonly judged: JudgedEdit;
  /** What readers are advised by; absent where the topic has no pathway. */
  readonly pathwayInForce: Pathway | undefined;
}

/** What came of an edit. It stands below the form, and is all that the editor asks for while somebody types. */
export function EditResults({ text, name, judged, pathwayInForce }: EditResultsProps) {
  const { refused, conflict, found, preview } = judged;
  const listed = { topic: text.topic, name, pathwayInForce };
  return (
    <div id="edit-results" class="edit-results">
      {refused === undefined ? null : (
        <section class="desk-refused" role="alert" aria-labelledby="refused">
          <h2 id="refused">Nothing was saved</h2>
          <ProblemList diagnostics={refused} {...listed} />
        </section>
      )}
      {conflict === undefined ? null : <Conflict conflict={conflict} />}
      {found === undefined ? null : (
        <section aria-labelledby="found" data-found={found.length}>
          <h2 id="found">{found.length === 0 ? "Nothing is wrong with this text" : "What is wrong with this text"}</h2>
          <ProblemList diagnostics={found} {...listed} />
        </section>
      )}
      {preview === undefined ? null : <DraftPreviewView preview={preview} found={found ?? []} />}
    </div>
  );
}

/** Two texts of one file: neither is taken for the right one, and neither is lost. */
function Conflict({ conflict: { theirs, differences } }: { readonly conflict: EditConflict }) {
  return (
    <section class="edit-conflict" aria-labelledby="conflict">
      <h2 id="conflict">Another has saved this text meanwhile</h2>
      <p>
        What you wrote stands in the entry and was not saved. Bring the two together there; saving it then replaces
        theirs.
      </p>
      {differences.length === 0 ? (
        <p>This file is the same in both: another file was changed.</p>
      ) : (
        <>
          <h3>What stands now, and what you wrote</h3>
          <FileDifferences files={differences} isOpen />
          <label for="theirs">The file as it stands now</label>
          <textarea id="theirs" class="file-entry" rows={12} readOnly spellcheck={false}>
            {`\n${theirs}`}
          </textarea>
        </>
      )}
    </section>
  );
}
