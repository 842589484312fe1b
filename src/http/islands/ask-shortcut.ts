/** `/` puts the cursor into the ask box, unless somebody is typing already. */
export function focusAskBoxOnSlash(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const box = document.querySelector<HTMLElement>("[data-ask]");
    if (box === null) return;
    event.preventDefault();
    box.focus();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
}
