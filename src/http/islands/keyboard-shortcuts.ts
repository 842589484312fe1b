import { KEYBOARD_PAGE, SHORTCUTS, type ShortcutId } from "../shortcuts.ts";
import { pageWords } from "./page-words.ts";

/** Where the reader's choice is kept (WCAG 2.1.4: shortcuts of single keys can be switched off). */
const SWITCH = "wellspring-shortcuts";
/** Time in which the second key of two must follow. */
const PAUSE_MS = 1500;

const ACTIONS: Readonly<Record<ShortcutId, () => void>> = {
  ask: () => document.querySelector<HTMLElement>("[data-ask]")?.focus(),
  nextSection: () => goToHeading(headings().find((heading) => heading.getBoundingClientRect().top > AT_TOP)),
  previousSection: () => goToHeading(headings().findLast((heading) => heading.getBoundingClientRect().top < -1)),
  evidence: openNextEvidence,
  findings: enterFindings,
  home: () => location.assign("/"),
  help: () => void showHelp(),
};

/** Single keys, typed outside of entry fields, do what `/keyboard` lists. */
export function useKeyboardShortcuts(): void {
  let before: { readonly key: string; readonly at: number } | undefined;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || !areOn()) return;
    const first = before !== undefined && event.timeStamp - before.at < PAUSE_MS ? before.key : undefined;
    before = { key: event.key, at: event.timeStamp };
    const found = shortcutOf(first, event.key);
    if (found === undefined) return;
    before = undefined;
    event.preventDefault();
    ACTIONS[found]();
  });
  prepareSwitch(document);
}

function shortcutOf(first: string | undefined, key: string): ShortcutId | undefined {
  // The record's own keys, which `Object.keys` gives as strings.
  const ids = Object.keys(SHORTCUTS) as ShortcutId[];
  const two = ids.find((id) => SHORTCUTS[id].length === 2 && SHORTCUTS[id][0] === first && SHORTCUTS[id][1] === key);
  return two ?? ids.find((id) => SHORTCUTS[id].length === 1 && SHORTCUTS[id][0] === key);
}

/** The first of the path is where it was typed; the target is only the host, where the entry lies in a shadow tree. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement) || document.querySelector("dialog[open]") !== null) return true;
  return target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]") !== null;
}

function areOn(): boolean {
  try {
    return localStorage.getItem(SWITCH) !== "off";
  } catch {
    return true; // A browser that keeps nothing cannot keep the choice.
  }
}

/** The choice itself, on the page of shortcuts and in the dialog. */
function prepareSwitch(part: ParentNode): void {
  const box = part.querySelector<HTMLInputElement>("[data-shortcut-switch]");
  if (box === null) return;
  box.checked = areOn();
  box.addEventListener("change", () => localStorage.setItem(SWITCH, box.checked ? "on" : "off"));
}

/** A heading this close to the upper edge is where the reader is. */
const AT_TOP = 60;

function headings(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("main h2")].filter((heading) => heading.checkVisibility());
}

function goToHeading(heading: HTMLElement | undefined): void {
  if (heading === undefined) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: "start" });
}

/** The evidence after the one that is open or was opened last; otherwise the first in sight. */
function openNextEvidence(): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>("button.cite[popovertarget]")];
  const open = document.querySelector(".evidence-card:popover-open")?.id;
  const last = buttons.findIndex(
    (button) => button === document.activeElement || button.getAttribute("popovertarget") === open,
  );
  const next =
    last >= 0
      ? buttons[last + 1]
      : buttons.find((button) => button.checkVisibility() && button.getBoundingClientRect().top > 0);
  next?.focus();
  next?.click();
}

function enterFindings(): void {
  const entry = document.querySelector<HTMLDetailsElement>(".patient-entry");
  if (entry === null) return;
  entry.open = true;
  entry.querySelector<HTMLElement>("input, select")?.focus();
}

/** The list of the page in a dialog; where it cannot be had, the page itself. */
async function showHelp(): Promise<void> {
  try {
    const reply = await fetch(KEYBOARD_PAGE);
    const list = new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("[data-shortcuts]");
    if (list === null) throw new Error("the page has no list");
    const dialog = document.createElement("dialog");
    dialog.className = "shortcut-dialog";
    dialog.setAttribute("aria-labelledby", "shortcuts-title");
    const form = document.createElement("form");
    form.method = "dialog";
    const close = document.createElement("button");
    close.className = "button";
    close.textContent = pageWords().close;
    form.append(close);
    dialog.append(list, form);
    document.body.append(dialog);
    dialog.addEventListener("close", () => dialog.remove());
    prepareSwitch(dialog);
    dialog.showModal();
    close.focus();
  } catch {
    location.assign(KEYBOARD_PAGE);
  }
}
