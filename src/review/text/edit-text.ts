import type { LibraryFile } from "../../library/model/library.ts";
import type { KeptText } from "../record-port.ts";
import { libraryFilesOf } from "./read-kept-text.ts";

/** The library as it would be with one file of a text written anew: what is checked before the text is drafted. */
export function libraryWithEdit(
  library: readonly LibraryFile[],
  text: KeptText,
  name: string,
  written: string,
): readonly LibraryFile[] {
  const files = text.files.map((file) => (file.name === name ? { name, text: written } : file));
  const edited = libraryFilesOf({ ...text, files });
  const own = new Set(edited.map(({ path }) => path));
  // A file of the topic that this text does not have is no part of it.
  const others = library.filter(({ path }) => !own.has(path) && !path.startsWith(`topics/${text.topic}/`));
  return [...others, ...edited];
}
