/** Every shortcut of the pages, in the order in which they are listed. Keys typed one after the other stand beside each other. */
export const SHORTCUTS = {
  ask: ["/"],
  nextSection: ["n"],
  previousSection: ["p"],
  evidence: ["e"],
  findings: ["f"],
  home: ["g", "h"],
  help: ["?"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ShortcutId = keyof typeof SHORTCUTS;

/** The page that lists them; what the dialog shows is taken from it. */
export const KEYBOARD_PAGE = "/keyboard";
