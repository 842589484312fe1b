import type { KeptText } from "../../review/record-port.ts";
import { editAddress } from "./edit-address.ts";

interface FilesViewProps {
  readonly text: KeptText;
  /** An author may write them anew. */
  readonly mayEdit: boolean;
}

/** The files that a text is made from: each as it is, to be put into a library, and for authors to be written anew. */
export function FilesView({ text: { topic, hash, files }, mayEdit }: FilesViewProps) {
  return (
    <section aria-labelledby="files">
      <h2 id="files">Files</h2>
      <ul>
        {files.map(({ name }) => {
          const named = `file=${encodeURIComponent(name)}`;
          const shown = name.replace("../../", "");
          return (
            <li key={name}>
              <a href={`/desk/${topic}/file?hash=${hash}&${named}`} download={shown}>
                Save {shown}
              </a>
              {mayEdit ? (
                <>
                  {" · "}
                  <a href={editAddress(topic, name)}>Edit {shown}</a>
                </>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
