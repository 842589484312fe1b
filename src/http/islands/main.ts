import { focusAskBoxOnSlash } from "./ask-shortcut.ts";
import { updatePatientPanelLive } from "./patient-panel.ts";

// Pages are complete without this file; it saves clicks and nothing else.
focusAskBoxOnSlash();
updatePatientPanelLive();
