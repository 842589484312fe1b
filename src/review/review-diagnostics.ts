import { defineDiagnostics } from "../kernel/diagnostic.ts";

/** Why something may not be done to the record of review. */
export const reviewDiagnostics = defineDiagnostics({
  "review-body-malformed": {
    severity: "error",
    message: ({ field, reason }: { field: string; reason: string }) => `\`${field}\` cannot be recorded: ${reason}`,
    help: "send the fields that this step asks for, and no others",
  },
  "review-person-unknown": {
    severity: "error",
    message: ({ person }: { person: string }) => `nobody is known as \`${person}\``,
    help: "an administrator admits people: `wellspring review admit-person`",
  },
  "review-role-missing": {
    severity: "error",
    message: ({ person, may }: { person: string; may: string; who: string }) => `\`${person}\` may not ${may}`,
    help: ({ who }: { who: string }) => `this is for: ${who}`,
  },
  "review-wrong-state": {
    severity: "error",
    message: ({ topic, may, state }: { topic: string; may: string; state: string; when: string }) =>
      `one cannot ${may} now: \`${topic}\` stands at ${state}`,
    help: ({ when }: { when: string }) => `possible at: ${when}`,
  },
  "review-text-outdated": {
    severity: "error",
    message: ({ field, topic }: { field: string; topic: string }) =>
      `\`${field}\` is not the text of \`${topic}\` that is under review or in force`,
    help: "read the text as it now is, and begin again from there: nothing that was done for another version counts",
  },
  "review-own-text": {
    severity: "error",
    message: ({ person }: { person: string }) => `\`${person}\` has written this text and cannot sign or approve it`,
    help: "ask a member of the board who has not written it",
  },
  "review-conflict-declared": {
    severity: "error",
    message: ({ person, words }: { person: string; words: string }) =>
      `\`${person}\` has declared a conflict of interest: ${words}`,
    help: "ask another member; an editor can record that the interest has ended",
  },
  "review-interest-undeclared": {
    severity: "error",
    message: ({ person, topic }: { person: string; topic: string }) =>
      `\`${person}\` has not said what they have at stake in \`${topic}\``,
    help: "declare it first, if only that there is nothing: signatures are shown with it",
  },
  "review-citations-unopened": {
    severity: "error",
    message: ({ person, sources }: { person: string; sources: string }) => `\`${person}\` has not opened: ${sources}`,
    help: "open each citation of this text before signing it",
  },
  "review-signed-already": {
    severity: "error",
    message: ({ person }: { person: string }) => `\`${person}\` has signed this text already`,
    help: "each signature is by another person",
  },
  "review-signatures-missing": {
    severity: "error",
    message: ({ missing }: { missing: string }) => `the text still lacks: ${missing}`,
    help: "signatures count while their signers hold the role, have no conflict and have not written the text",
  },
  "review-not-proven": {
    severity: "error",
    message: ({ topic }: { topic: string }) => `the pathway of \`${topic}\` has no certificate that holds`,
    help: "run `wellspring check` and mend what is not proven; then draft the text again",
  },
  "review-text-unreadable": {
    severity: "error",
    message: ({ topic }: { topic: string }) => `the files of \`${topic}\` cannot be read as a topic`,
    help: "mend what is listed beside this; `wellspring check` lists it too",
  },
  "review-text-edited": {
    severity: "error",
    message: ({ file, topic }: { file: string; topic: string }) =>
      `\`${file}\` is not as it was approved for \`${topic}\`, so readers would be told that nobody has approved this text`,
    help: "draft the text anew and have it reviewed, or put the approved files back with `wellspring review export <topic> --to <folder> --over`",
  },
  "review-text-withheld": {
    severity: "error",
    message: ({ topic, hash, reason }: { topic: string; hash: string; reason: string }) =>
      `the text of \`${topic}\` in force (${hash}) is not shown: ${reason}`,
    help: "see `docs/diagnostics/review-text-withheld.md`: readers of the topic are told so, and no other text is shown in its name",
  },
  "review-text-not-in-force": {
    severity: "error",
    message: ({ topic, caution }: { topic: string; caution: string }) => `\`${topic}\` is not in force: ${caution}`,
    help: "put the edition in force in its place with `wellspring review export`, have an expired text confirmed, or take the topic's folder out",
  },
  "review-text-cautioned": {
    severity: "warning",
    message: ({ caution }: { caution: string }) => `readers are told: ${caution}`,
    help: "`wellspring review status` shows what is open and who can settle it",
  },
  "variant-without-record": {
    severity: "warning",
    message: () => "the text for patients is approved, and nobody has signed it as lay reviewer",
    help: "let somebody who reads as patients do sign it with `wellspring review sign <topic> --capacity lay`",
  },
  "review-text-missing": {
    severity: "error",
    message: ({ topic, edition }: { topic: string; edition: number }) =>
      `edition ${edition} of \`${topic}\` is in force and its files are not here`,
    help: "put them here with `wellspring review export <topic> --to <folder>`, or withdraw the topic so that its address says why",
  },
  "export-nothing-approved": {
    severity: "error",
    message: ({ topic }: { topic: string }) => `the record has no approved text of \`${topic}\``,
    help: "`wellspring review status` shows where each topic stands; a draft lies in the folder that it was drafted from",
  },
  "export-shared-differs": {
    severity: "error",
    message: ({ file, topics }: { file: string; topics: string }) =>
      `\`${file}\` is not the same in the approved texts of ${topics}`,
    help: "export each topic into a folder of its own, or draft one of them anew with the newer file",
  },
  "export-differs": {
    severity: "error",
    message: ({ topics }: { topics: string }) => `read again, the folder does not hold exactly the text of ${topics}`,
    help: "other files in the folder may belong to it: export into an empty folder and compare",
  },
  "review-bench-gave-up": {
    severity: "error",
    message: ({ reason }: { reason: string }) => `the text was not checked to its end: ${reason}`,
    help: "try again when the machine is less busy; if it stays so, look at the pathway with `wellspring verify --time-limit`",
  },
  "review-text-unchanged": {
    severity: "error",
    message: ({ topic }: { topic: string }) => `this is the text of \`${topic}\` that is already in force or drafted`,
    help: "confirm it if nothing has to change, or change the text first",
  },
  "review-cites-retracted": {
    severity: "error",
    message: ({ sources }: { sources: string }) => `the text cites what was retracted: ${sources}`,
    help: "take the citation and what leans on it out of the text",
  },
  "review-flag-open": {
    severity: "error",
    message: ({ reasons }: { reasons: string }) => `the text is flagged: ${reasons}`,
    help: "change the text, or have a clinical reviewer lift the flag with a reason",
  },
  "review-flag-unknown": {
    severity: "error",
    message: ({ field, flag }: { field: string; flag: number }) => `\`${field}\` names no open flag (${flag})`,
    help: "`wellspring review status` lists the open flags of each topic with their numbers",
  },
  "review-interest-unknown": {
    severity: "error",
    message: ({ field, entry }: { field: string; entry: number }) => `\`${field}\` names no open interest (${entry})`,
    help: "`wellspring review people` lists them with their numbers",
  },
  "review-not-oneself": {
    severity: "error",
    message: ({ person, may }: { person: string; may: string }) => `\`${person}\` cannot ${may} for themselves`,
    help: "ask another who holds the role",
  },
  "review-person-known": {
    severity: "error",
    message: ({ person }: { person: string }) => `\`${person}\` is admitted already; a name is never given twice`,
    help: "choose another name, or change the roles of that person",
  },
  "review-roles-clash": {
    severity: "error",
    message: ({ role }: { role: string }) => `nobody holds ${role} beside another role`,
    help: "who keeps accounts or audits takes no part in what is reviewed: admit a second person",
  },
  "review-last-administrator": {
    severity: "error",
    message: () => "this would leave nobody who may admit people",
    help: "give another person the role of administrator first",
  },
  "review-source-not-cited": {
    severity: "error",
    message: ({ field, source }: { field: string; source: string }) =>
      `\`${field}\`: this text does not cite \`${source}\``,
    help: "open the sources that the text cites; `wellspring review status` lists them",
  },
  "review-source-retracted": {
    severity: "error",
    message: ({ source }: { source: string }) => `\`${source}\` is recorded as retracted already`,
    help: "nothing needs to be done",
  },
  "review-evidence-unknown": {
    severity: "error",
    message: ({ source }: { source: string }) => `the store of evidence has no source \`${source}\``,
    help: "`wellspring sources` lists those that there are",
  },
  "review-reply-unknown": {
    severity: "error",
    message: ({ field, entry }: { field: string; entry: number }) =>
      `\`${field}\` names no comment of this topic (${entry})`,
    help: "reply to the number of a comment, or leave it out",
  },
  "review-successor-itself": {
    severity: "error",
    message: ({ field }: { field: string }) => `\`${field}\` is the topic that is withdrawn`,
    help: "name another topic, or none",
  },
  "review-question-decided": {
    severity: "error",
    message: ({ field, kind }: { field: string; kind: string }) => `\`${field}\` was ${kind} already`,
    help: "`wellspring review questions` lists those that still wait",
  },
  "review-question-unknown": {
    severity: "error",
    message: ({ field, code }: { field: string; code: string }) =>
      `\`${field}\`: no such question or report \`${code}\` was given here`,
    help: "`wellspring review questions` lists those that wait",
  },
  "review-clock-back": {
    severity: "error",
    message: ({ recorded, last }: { recorded: string; last: string }) =>
      `the clock says ${recorded}, which is before the last entry of ${last}`,
    help: "set the clock of this machine right: an entry is never dated before the one it follows",
  },
});
