import type { EditorView } from "@codemirror/view";
import { findEarlier, findText, forgetText, keyOf, type UnsavedPlace } from "./unsaved-text.ts";

/**
 * What was typed and not saved comes back: at once when it was written against this very text, and to be looked at first when the
 * text is another by now.
 */
export function offerUnsaved(form: HTMLFormElement, place: UnsavedPlace, view: EditorView): void {
  const notices = form.querySelector("[data-edit-notices]");
  if (notices === null) return;
  const stands = view.state.doc.toString();
  const own = findText(keyOf(place));
  if (own !== undefined && own !== stands) {
    replace(view, own);
    notices.append(
      notice("What you wrote here and did not save was put back.", [
        ["Take the saved text instead", () => choose(view, stands)],
      ]),
    );
  }
  for (const { key, written } of findEarlier(place)) {
    // It was saved after all.
    if (written === stands) forgetText(key);
    else
      notices.append(
        notice(
          "You wrote another text of this file against an earlier version of the topic, and did not save it.",
          [
            ["Put it into the editor", () => choose(view, written)],
            ["Forget it", () => forgetText(key)],
          ],
          written,
        ),
      );
  }
}

type Choice = readonly [words: string, act: () => void];

function notice(words: string, choices: readonly Choice[], written?: string): HTMLElement {
  const shown = document.createElement("div");
  shown.className = "edit-notice";
  const said = document.createElement("p");
  said.textContent = words;
  shown.append(said);
  if (written !== undefined) shown.append(folded(written));
  for (const [label, act] of choices) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = label;
    button.addEventListener("click", () => {
      act();
      shown.remove();
    });
    shown.append(button);
  }
  return shown;
}

function folded(written: string): HTMLElement {
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = "Read it";
  const text = document.createElement("textarea");
  text.className = "file-entry";
  text.rows = 12;
  text.readOnly = true;
  text.value = written;
  text.setAttribute("aria-label", "What you wrote and did not save");
  details.append(summary, text);
  return details;
}

function choose(view: EditorView, written: string): void {
  replace(view, written);
  view.focus();
}

function replace(view: EditorView, written: string): void {
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: written } });
}
