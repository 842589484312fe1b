import type { ShortcutId } from "../shortcuts.ts";
import type { ScriptWords } from "./script-words.ts";

const shortcuts: Readonly<Record<ShortcutId, string>> = {
  ask: "Go to the ask box",
  nextSection: "Next section",
  previousSection: "Section before",
  evidence: "Open the evidence of the next statement",
  findings: "Enter findings of this patient",
  home: "Home page",
  help: "This list",
};

const script: ScriptWords = {
  topicsFound: { one: "1 topic fits", other: "{count} topics fit" },
  topics: "Topics",
  copied: "Copied",
  copyByHand: "Press Ctrl+C or ⌘C: the text is selected",
  notUpdated: "The result could not be updated. Use the button to try again.",
  takenOut: "Taken out: {kinds}. Nothing was sent. Look at the text, then ask again.",
  close: "Close",
};

/** Every word of the interface in English. The other languages have the same shape. */
export const en = {
  keyboard: {
    title: "Keyboard",
    lede: "One or two keys, typed outside of entry fields.",
    keys: "Keys",
    effect: "What they do",
    followedBy: "then",
    switchLabel: "Use these shortcuts on this device",
    switchHint: "Everything can be reached with Tab and Enter as well. The choice is kept in this browser alone.",
    shortcuts,
  },
  script,
};
