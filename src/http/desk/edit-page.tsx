import type { Pathway } from "../../pathway/model/pathway.ts";
import type { Assets } from "../assets.ts";
import { DeskFrame } from "./desk-frame.tsx";
import { editAddress } from "./edit-address.ts";
import { EditResults } from "./edit-results.tsx";
import type { Edit, JudgedEdit } from "./judge-edit.ts";
import type { Visitor } from "./visitor.ts";

interface EditPageProps extends Pick<Edit, "text" | "name" | "written"> {
  readonly assets: Assets;
  readonly visitor: Visitor;
  readonly title: string;
  readonly judged: JudgedEdit;
  readonly pathwayInForce: Pathway | undefined;
}

/** One file of a text, to be written anew, checked as often as wanted, seen as readers would, and saved as a draft. */
export function EditPage({ assets, visitor, title, text, name, written, judged, pathwayInForce }: EditPageProps) {
  const { topic, hash, files } = text;
  return (
    <DeskFrame title={`${nameOf(name)}: ${title}`} assets={assets} visitor={visitor} script={assets.editorScript}>
      <p class="kicker">
        <a href={`/desk/${topic}`}>{title}</a>
      </p>
      <h1>
        <code>{nameOf(name)}</code>
      </h1>
      <nav class="edit-files" aria-label="Files of this text">
        {files.map((file) => (
          <a
            key={file.name}
            href={editAddress(topic, file.name)}
            aria-current={file.name === name ? "page" : undefined}
          >
            {nameOf(file.name)}
          </a>
        ))}
      </nav>
      {name.startsWith("../../") ? (
        <p class="caution">All topics share this file: each of them becomes another text.</p>
      ) : null}
      <form
        class="act edit-form"
        method="post"
        action={editAddress(topic, name)}
        id="edit-form"
        data-person={visitor.person.id}
        data-unsaved={files.some((file) => file.name === name && file.text === written) ? undefined : ""}
      >
        <input type="hidden" name="hash" value={hash} />
        <input type="hidden" name="file" value={name} />
        <div data-edit-notices />
        <div class="act-field">
          <label for="written">Text of the file</label>
          {/* HTML takes the first line break of an entry away. */}
          <textarea id="written" name="written" class="file-entry" rows={30} spellcheck={false}>
            {`\n${written}`}
          </textarea>
        </div>
        <p role="status" class="hint" data-edit-status />
        <div class="act-choices">
          <button type="submit" name="then" value="check" class="button">
            Check
          </button>
          <button type="submit" name="then" value="preview" class="button">
            Preview as reader
          </button>
          <button type="submit" name="then" value="save" class="primary">
            Check and save as a draft
          </button>
        </div>
      </form>
      <EditResults {...{ text, name, judged, pathwayInForce }} />
    </DeskFrame>
  );
}

/** Shared files are named from the topic's folder. */
function nameOf(name: string): string {
  return name.replace("../../", "");
}
