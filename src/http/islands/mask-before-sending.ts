import { findIdentifiers } from "../../privacy/find-identifiers.ts";
import type { Identifier, IdentifierWords } from "../../privacy/identifier.ts";
import { maskIdentifiers } from "../../privacy/mask-identifiers.ts";
import type { CalendarDay } from "../../privacy/read-date.ts";
import { pageWords } from "./page-words.ts";

/**
 * Takes out of an ask box what would tell who the patient is, before it is sent: the box then holds the text without it, a line says
 * what was taken out, and the next press sends it. Without the script the server refuses such a text.
 */
export function maskBeforeSending(): void {
  let loading: Promise<void> | undefined;
  let words: IdentifierWords | undefined;
  const load = () => {
    loading ??= loadWords().then((loaded) => {
      words = loaded;
    });
    return loading;
  };
  document.addEventListener("focusin", (event) => {
    if (boxOf(event.target) !== undefined) void load();
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset.identifiersUnchecked !== undefined) return;
    const box = [...form.querySelectorAll("[data-ask]")].flatMap((one) => boxOf(one) ?? [])[0];
    if (box === undefined) return;
    if (words !== undefined) {
      if (maskIn(box, words)) event.preventDefault();
      return;
    }
    event.preventDefault();
    // A form cannot be submitted again while its own event is under way, hence the task after it.
    void load().then(() => setTimeout(() => submitAgain(form, words === undefined)));
  });
}

function submitAgain(form: HTMLFormElement, unchecked: boolean): void {
  if (unchecked) form.dataset.identifiersUnchecked = "";
  form.requestSubmit();
  delete form.dataset.identifiersUnchecked;
}

/** A reader on a slow line is not kept waiting: the server looks at the text anyway. */
const LONGEST_WAIT_MS = 2000;

type Box = HTMLInputElement | HTMLTextAreaElement;

function boxOf(target: EventTarget | null): Box | undefined {
  const isBox = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isBox && target.hasAttribute("data-ask") ? target : undefined;
}

/** The same words as the server's. When they cannot be had the text is sent as it is, and the server looks at it. */
async function loadWords(): Promise<IdentifierWords | undefined> {
  const address = document.body.dataset.identifierWords;
  if (address === undefined) return undefined;
  try {
    const reply = await fetch(address, { signal: AbortSignal.timeout(LONGEST_WAIT_MS) });
    return reply.ok ? await reply.json() : undefined;
  } catch {
    return undefined;
  }
}

/** True when something was taken out, which the reader then sees before it is sent. */
function maskIn(box: Box, words: IdentifierWords): boolean {
  const found = findIdentifiers(box.value, words);
  if (found.length === 0) return false;
  box.value = maskIdentifiers(box.value, found, words, today());
  noticeOf(box).textContent = pageWords().takenOut.replace("{kinds}", kindsOf(found));
  box.focus();
  return true;
}

function kindsOf(found: readonly Identifier[]): string {
  const { kinds, times } = pageWords();
  return [...Map.groupBy(found, ({ kind }) => kinds[kind])]
    .map(([kind, { length }]) => (length === 1 ? kind : times.replace("{kind}", kind).replace("{count}", `${length}`)))
    .join(", ");
}

/** A live region beside the box, made once. */
function noticeOf(box: Box): HTMLElement {
  const id = `${box.id}-masked`;
  const known = document.getElementById(id);
  if (known !== null) return known;
  const notice = document.createElement("p");
  notice.id = id;
  notice.className = "entry-notice";
  notice.setAttribute("role", "status");
  box.form?.append(notice);
  box.setAttribute("aria-describedby", [box.getAttribute("aria-describedby"), id].filter(Boolean).join(" "));
  return notice;
}

function today(): CalendarDay {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
