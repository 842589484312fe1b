import { pageWords } from "./page-words.ts";

/** Shows what only works with scripts, and copies a text for the record at one press. The text can be selected without. */
export function copyNotes(): void {
  document.documentElement.classList.add("scripted");
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-copy]") : null;
    const note = button?.closest(".note-text");
    const text = note?.querySelector<HTMLTextAreaElement>("[data-note]");
    const status = note?.querySelector("[data-copied]");
    if (text === null || text === undefined) return;
    const say = (words: string) => {
      if (status !== null && status !== undefined) status.textContent = words;
    };
    text.select();
    navigator.clipboard.writeText(text.value).then(
      () => say(pageWords().copied),
      () => say(pageWords().copyByHand),
    );
  });
}
