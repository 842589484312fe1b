import { copyNotes } from "./copy-note.ts";
import { forgetWhatIsDone } from "./editor/unsaved-text.ts";
import { keepOffline } from "./keep-offline.ts";
import { useKeyboardShortcuts } from "./keyboard-shortcuts.ts";
import { maskBeforeSending } from "./mask-before-sending.ts";
import { updatePatientPanelLive } from "./patient-panel.ts";
import { suggestTopics } from "./suggest-topics.ts";

// Pages are complete without this file; it saves clicks and nothing else.
useKeyboardShortcuts();
suggestTopics();
copyNotes();
maskBeforeSending();
updatePatientPanelLive();
keepOffline();
forgetWhatIsDone();
