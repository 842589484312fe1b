import { focusAskBoxOnSlash } from "./ask-shortcut.ts";
import { copyNotes } from "./copy-note.ts";
import { keepOffline } from "./keep-offline.ts";
import { maskBeforeSending } from "./mask-before-sending.ts";
import { updatePatientPanelLive } from "./patient-panel.ts";

// Pages are complete without this file; it saves clicks and nothing else.
focusAskBoxOnSlash();
copyNotes();
maskBeforeSending();
updatePatientPanelLive();
keepOffline();
