import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, nextDiagnostic, previousDiagnostic } from "@codemirror/lint";
import { EditorState, type Extension } from "@codemirror/state";
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** Zero width, change of direction, tags: what a reader cannot see is shown, beside what CodeMirror shows by itself. */
const UNSEEN = /[\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** Every colour is one of the pages', so that light, dark and forced colours hold here too. */
const THEME = EditorView.theme({
  "&": {
    color: "var(--text)",
    background: "var(--surface)",
    border: "1px solid var(--line-strong)",
    borderRadius: "var(--radius)",
    fontSize: "0.875rem",
  },
  "&.cm-focused": { outline: "3px solid var(--accent)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5", maxHeight: "70vh", minHeight: "18rem" },
  ".cm-content": { caretColor: "var(--text)" },
  ".cm-gutters": { color: "var(--muted)", background: "var(--sunken)", borderInlineEnd: "1px solid var(--line)" },
  ".cm-activeLine, .cm-activeLineGutter": { background: "var(--accent-soft)" },
  ".cm-specialChar": { color: "var(--alarm)", fontWeight: "700" },
  ".cm-tooltip": {
    color: "var(--text)",
    background: "var(--surface)",
    border: "1px solid var(--line-strong)",
    maxInlineSize: "min(36rem, 90vw)",
  },
  ".cm-diagnostic": { fontFamily: "var(--font)", fontSize: "0.9375rem", whiteSpace: "normal" },
  ".cm-diagnostic-error": { borderInlineStart: "0.25rem solid var(--alarm)" },
  ".cm-diagnostic-warning": { borderInlineStart: "0.25rem solid var(--caution)" },
  ".cm-diagnostic-info": { borderInlineStart: "0.25rem solid var(--accent)" },
  ".cm-diagnostic a": { color: "var(--accent)" },
  ".cm-lintRange": { backgroundImage: "none", textDecoration: "underline wavy var(--alarm) 1.5px" },
  ".cm-lintRange-warning": { textDecorationColor: "var(--caution)" },
  ".cm-lintRange-info": { textDecorationColor: "var(--accent)" },
  "@media (max-width: 40rem)": { ".cm-lineNumbers": { display: "none !important" } },
});

const COLOURS = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--accent-strong)", fontWeight: "650" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--caution)" },
  { tag: tags.comment, color: "var(--muted)", fontStyle: "italic" },
  { tag: [tags.number, tags.bool, tags.null, tags.keyword], color: "var(--accent)" },
]);

/** A file of a library has no more characters. A browser would come to a halt over much more of them. */
export const MOST_CHARACTERS = 2_000_000;

interface EditorOptions {
  readonly written: string;
  readonly label: string;
  readonly isYaml: boolean;
  readonly onChange: (written: string) => void;
  /** A change that would have made the text longer than a file may be; it was not made. */
  readonly onTooLong: (characters: number) => void;
}

/**
 * An editor in a shadow tree: there CodeMirror's rules are adopted as a style sheet of the tree, which the content policy of the
 * pages allows, and no `<style>` is written into the page.
 */
export function openEditor(parent: HTMLElement, options: EditorOptions): EditorView {
  const root = parent.attachShadow({ mode: "open" });
  return new EditorView({
    parent: root,
    root,
    state: EditorState.create({ doc: options.written, extensions: extensionsOf(options) }),
  });
}

function extensionsOf({ label, isYaml, onChange, onTooLong }: EditorOptions): Extension {
  return [
    EditorState.transactionFilter.of((change) => {
      if (!change.docChanged || change.newDoc.length <= MOST_CHARACTERS) return change;
      onTooLong(change.newDoc.length);
      return [];
    }),
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSpecialChars({ addSpecialChars: UNSEEN }),
    history(),
    indentOnInput(),
    bracketMatching(),
    lintGutter(),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", tabindex: "0" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString());
    }),
    keymap.of([
      { key: "F8", run: nextDiagnostic, shift: previousDiagnostic },
      ...defaultKeymap,
      // Tab is not among them: it leaves the editor, as it leaves every entry.
      ...historyKeymap,
    ]),
    THEME,
    ...(isYaml ? [yaml(), syntaxHighlighting(COLOURS)] : []),
  ];
}

/** A problem of the list below the editor, as CodeMirror underlines it. A place of no length gets the sign after it. */
export function toDiagnostic(problem: HTMLElement, length: number): Diagnostic | undefined {
  const { at, length: long, severity } = problem.dataset;
  if (at === undefined) return undefined;
  const from = Math.min(Number(at), length);
  return {
    from,
    to: Math.min(from + Math.max(1, Number(long ?? 1)), length),
    severity: severity === "information" ? "info" : severity === "warning" ? "warning" : "error",
    message: textOf(problem, ".problem-message"),
    renderMessage: () => {
      const shown = document.createElement("div");
      shown.append(textOf(problem, ".problem-message"), " ", textOf(problem, ".problem-help"), " ");
      const page = problem.querySelector(".problem-page")?.cloneNode(true);
      if (page !== undefined) shown.append(page);
      return shown;
    },
  };
}

function textOf(problem: HTMLElement, part: string): string {
  return problem.querySelector(part)?.textContent ?? "";
}
