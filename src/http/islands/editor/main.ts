import { setDiagnostics } from "@codemirror/lint";
import type { EditorView } from "@codemirror/view";
import { LiveCheck, say } from "./live-check.ts";
import { offerUnsaved } from "./offer-unsaved.ts";
import { MOST_CHARACTERS, openEditor, toDiagnostic } from "./open-editor.ts";
import { beginSaving, forgetText, keepText, keyOf } from "./unsaved-text.ts";

// The page is complete without this file: its plain entry, its buttons and what they answer. This puts an editor in the entry's place.

const KEYS =
  "Tab leaves the editor, also after Escape; Control with ] or [ indents. F8 goes to the next problem, Shift and F8 to the one before.";

const form = document.querySelector<HTMLFormElement>("#edit-form");
const entry = form?.querySelector<HTMLTextAreaElement>("#written");
if (form !== null && entry !== null && entry !== undefined && entry.value.length <= MOST_CHARACTERS) edit(form, entry);

function edit(form: HTMLFormElement, entry: HTMLTextAreaElement): void {
  const sentAs = (name: string) => form.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value ?? "";
  const place = {
    person: form.dataset.person ?? "",
    topic: location.pathname.split("/")[2] ?? "",
    file: sentAs("file"),
    hash: sentAs("hash"),
  };
  const key = keyOf(place);
  // What the server holds; nothing while the page shows what was sent and not saved.
  const saved = form.dataset.unsaved === undefined ? entry.value : undefined;
  const host = document.createElement("div");
  host.className = "code-editor";
  const view = openEditor(host, {
    written: entry.value,
    label: `Text of ${place.file.replace("../../", "")}. ${KEYS}`,
    isYaml: place.file.endsWith(".yaml"),
    onChange: (written) => {
      entry.value = written;
      keep(written);
      check.soon();
    },
    onTooLong: (characters) =>
      say(`Not taken in: the file would have ${characters} characters, and may have ${MOST_CHARACTERS}.`),
  });
  const keep = (written: string): void => {
    if (written === saved) forgetText(key);
    else notKept.hidden = keepText(key, written);
  };
  const notKept = paragraph(
    "What you write is too long to be kept in this browser: save it before you leave the page.",
  );
  notKept.hidden = true;
  const written = () => view.state.doc.toString();
  const check = new LiveCheck({ form, written, onResults: (results) => underline(view, results) });
  entry.hidden = true;
  form.querySelector("label[for=written]")?.setAttribute("hidden", "");
  entry.before(paragraph(KEYS), host, notKept);
  form.addEventListener("submit", (event) => {
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : undefined;
    if (button?.value === "save") {
      beginSaving(key);
      return;
    }
    event.preventDefault();
    const patient: Record<string, string> = button?.name === "patient" ? { patient: button.value } : {};
    void check.now(button?.name === "patient" || button?.value === "preview" ? "preview" : "check", patient);
  });
  document.addEventListener("click", (event) => goToProblem(event, view));
  if (saved === undefined) keep(entry.value);
  offerUnsaved(form, place, view);
  const results = document.querySelector<HTMLElement>("#edit-results");
  if (results !== null && results.childElementCount > 0) underline(view, results);
  else check.soon();
}

function underline(view: EditorView, results: HTMLElement): void {
  const { length } = view.state.doc;
  const found = [...results.querySelectorAll<HTMLElement>(".problem")].flatMap(
    (problem) => toDiagnostic(problem, length) ?? [],
  );
  view.dispatch(setDiagnostics(view.state, found));
}

/** A place in the list leads to its place in the text. */
function goToProblem(event: MouseEvent, view: EditorView): void {
  const link = event.target instanceof Element ? event.target.closest("a[href='#written']") : null;
  if (link === null) return;
  event.preventDefault();
  const at = Number(link.closest<HTMLElement>(".problem")?.dataset.at ?? 0);
  view.dispatch({ selection: { anchor: Math.min(at, view.state.doc.length) }, scrollIntoView: true });
  view.focus();
}

function paragraph(words: string): HTMLParagraphElement {
  const made = document.createElement("p");
  made.className = "hint";
  made.textContent = words;
  return made;
}
