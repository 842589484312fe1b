import type { ComponentChildren as Words } from "preact";
import { CONFIDENCE_WORDS } from "../../evidence/confidence.ts";
import { IDENTIFIER_KINDS, type IdentifierKind } from "../../privacy/identifier.ts";
import { inLanguage } from "./in-language.ts";
import { pagesEn } from "./pages-en.tsx";
import { policyEn } from "./policy-en.tsx";
import type { ScriptWords } from "./script-words.ts";
import { toolsEn } from "./tools-en.tsx";

const { date, day, list, count } = inLanguage("en-GB");
const kinds: Readonly<Record<IdentifierKind, string>> = IDENTIFIER_KINDS;

/** Every word of the interface in English. Another language has the same shape, or it does not compile. */
export const en = {
  date,
  day,
  count,
  list,
  truth: { yes: "yes", no: "no", unknown: "not known" },
  to: (low: string, high: string) => `${low} to ${high}`,

  layout: {
    skip: "Skip to content",
    menu: "Menu",
    site: "Site",
    topics: "Topics",
    sources: "Sources",
    policy: "Editorial policy",
    feedTitle: "What has changed",
    disclaimer:
      "Wellspring supports the judgement of a qualified clinician and does not replace it. It can be incomplete or wrong; check the sources, local policy and the patient in front of you. It gives no drug doses. In an emergency, follow your emergency procedure first.",
    privacy: "Questions and findings are answered on this server and not stored.",
    code: "Look up a code",
    keyboard: "Keyboard",
    feed: "Feed",
    api: "API",
    language: "Language",
    clinicalTextsNote: "",
    pageNote: "",
  },

  ask: { label: "Ask a clinical question", button: "Ask", otherWords: "Ask in other words" },

  home: {
    title: "Clinical answers, with the evidence in view",
    lede: "Bottom line first, every statement cited, and the guideline's algorithm running on the patient in front of you.",
    label: "Your question or vignette",
    hint: "In plain words. Leave out names, dates of birth and record numbers; nothing is stored.",
    instance: "For instance:",
    topics: "Topics",
    updated: (day: string) => `Last updated ${day}`,
    empty: "The library holds no topic yet.",
    nothingAsked: "Write a question first.",
    tooLong: (length: number, most: number) =>
      `The question has ${length} characters; at most ${most} can be read. Shorten it.`,
    noSuchReader: (readers: string) => `The reader is one of: ${readers}.`,
    confirmed: "What was supposed is so.",
  },

  errors: {
    notFound: "There is no such page",
    withheld: "This text cannot be shown",
    withheldWhy: (edition: number) =>
      `The board stands behind edition ${edition} of this topic. This server cannot show it as it was signed, shows nothing else in its name, and answers no question from it. Whoever runs the server has been told why.`,
    notFoundWhy:
      "The address may be misspelt, or the page may never have existed. Withdrawn topics keep their address and say so.",
    notOffered: "Not offered here",
    takes: (methods: string) => `This address takes ${methods} only.`,
    fault: "Something went wrong",
    faultWhy: "The fault is ours, not yours. What you typed was not stored. Try again, or tell your administrator.",
    tooLarge: "That is too much to be sent",
    tooLargeWhy: (kilobytes: number) =>
      `At most ${kilobytes} kilobytes can be read at once. Nothing was stored. Go back and shorten it.`,
    unreachable: {
      "record-unreachable": {
        what: "The record of review cannot be read",
        why: "Without it nothing here could say whether it still holds, so nothing is shown. Try again in a minute.",
      },
      "evidence-unreachable": {
        what: "The store of evidence cannot be read",
        why: "What released sources say cannot be told now. Topics are answered as always. Try again in a minute.",
      },
    },
    noReader: "No text for this reader",
    noReaderWhy: "This topic has not been written for the reader asked for.",
    readAs: (reader: string) => `Read the text for: ${reader}`,
    noDepth: "No such part of the text",
    noDepthWhy: "This text is not cut to the length asked for.",
    offline: "You are offline",
    offlineWhy:
      "There is no connection, and this page is not kept on your device. Questions are not answered and pathways not run without one. These texts are kept:",
  },

  status: {
    label: "Review status",
    status: "Status: ",
    words: {
      Submitted: "Submitted",
      "Under review": "Under review",
      Approved: "Approved",
      Replaced: "Replaced",
      Expired: "Expired",
      Withdrawn: "Withdrawn",
    },
    updated: (day: Words) => <>Last updated {day}</>,
    edition: (number: number | string) => `Edition ${number}`,
    version: "Version",
    code: "Code",
    editions: "Editions",
    how: "How this is reviewed",
    signedBy: "Signed by",
    signer: (name: Words, capacity: string, day: Words, interests: readonly string[]) => (
      <>
        Signed by {name} ({capacity} reviewer) on {day}
        {interests.length === 0 ? null : `; declared interests: ${interests.join("; ")}`}
      </>
    ),
    askedBy: (day: Words) => <>Review asked for by {day}</>,
    due: (day: Words) => <>Next review by {day}</>,
  },

  paper: {
    until: "Do not use after",
    notAtAll: "Do not use: no longer in force",
    stillGood: "Still good? Enter the code at /code.",
    quoted: "Words of a source stand in quotation marks, where somebody wrote them down; all else is in our own words.",
  },

  readers: {
    writtenFor: "Written for",
    names: { clinician: "Clinician", patient: "Patient", student: "Student", nurse: "Nurse" },
    notWritten: " (not written yet)",
    howMuch: "How much to read",
    readIn: "Read in",
    depths: { brief: "10 seconds", minute: "1 minute", full: "Everything" },
    fallback: (reader: string) =>
      `Not written for this reader yet (${reader.toLowerCase()}). What follows is the clinician's text.`,
  },

  topic: {
    part: "This is a part of the text.",
    everything: "Read everything",
    refused: (why: Words) => (
      <>The pathway of this topic is not run, because it has an error: {why}. The text is shown as it is.</>
    ),
    contents: "On this page",
    pathwayViews: "See the pathway as chart, outline or decision tables",
    leafletForPatient: "Leaflet for the patient, one page",
    leafletToPrint: "Print this as a leaflet, one page",
    scope: "Whom this is about",
    includes: "Includes",
    not: "Not",
    changed: "What changed",
    versionOf: (version: string, day: Words) => (
      <>
        Version {version}, {day}
      </>
    ),
    tools: "Tools of this topic",
    toolNames: {
      questions: "Step by step",
      score: "Score",
      "cut-off": "cut-off",
      chances: "Chances",
      scan: "Scan protocol",
      "follow-up": "Follow-up",
    },
    pathway: "Pathway",
    table: (columns: string) => `Table: ${columns}`,
    evidenceColumn: "Evidence",
    meaningOf: (term: string) => `What ${term} means`,
    close: "Close",
  },

  evidence: {
    label: "Evidence",
    button: "Evidence: ",
    source: "Source ",
    houseRule: "House rule",
    retracted: "Retracted source",
    notFound: "Source not found",
    toVerify: "To be verified",
    none: "No source",
    basis: {
      cited: undefined,
      signpost: undefined,
      "house-rule": "Our own synthesis, where guidelines are silent or disagree. It is not a guideline's statement.",
      unresolved: "We did not find the source of this figure. Do not rely on it.",
    },
    strengthOf: "Strength",
    certaintyOf: "Certainty",
    readingOf: "Our reading",
    notRegistered: "This key is not in the register of sources.",
    strength: { strong: "strong", weak: "weak (conditional)", "not-graded": "not graded" },
    certainty: {
      high: "high",
      moderate: "moderate",
      low: "low",
      "very-low": "very low",
      "not-graded": "not graded",
    },
    recommendation: (strength: string) => `${strength} recommendation`,
    certain: (certainty: string) => `${certainty} certainty`,
    confidence: CONFIDENCE_WORDS,
    verify: (fields: string) => `to be verified: ${fields}`,
    references: "References",
    citedAt: "Cited: ",
    notChecked: "status not checked",
    verifyLink: " to be verified",
  },

  patient: {
    title: "This patient",
    enterToSee:
      "Enter what is known; the next step appears here. What is left open stays unknown and is never read as no.",
    chart: "See the pathway as a chart",
    ownChart: "See this patient’s way on the chart",
    enter: "Enter findings",
    notAllUsed: "Not everything could be used",
    notAFinding: "is not a finding of this pathway and was not used",
    stillNeeded: "Still needed, best question first",
    guideline: "Guideline followed",
    show: "Show the next step",
    again: "Start again",
    answers: { "": "Not asked", yes: "Yes", no: "No", unknown: "Not known" },
    wholeNumber: (low: number, high: number) => `${low} to ${high}, or unknown`,
    number: "a number, or unknown",
    printedNumber: "the value with the unit and basis as the laboratory printed them",
    unit: "Unit and basis",
    unitOf: (label: string) => `Unit and basis of ${label}`,
    warnings: "Warnings",
    contradictions: "This cannot all be true",
    presumed: "Presumed, because nothing was said",
    trace: "How this was reached",
    lookedAt: "Looked at",
    sameStep: "The next step is the same as before.",
    changedStep: "The next step has changed.",
    was: "It was",
    profilesAgree: (number: number) =>
      `All ${number} guidelines of this pathway lead to the same step for this patient.`,
    profilesDiffer: "Guidelines differ for this patient",
    followedHere: " (followed here)",
    correct: { change: "Change", so: "It is so", notSo: "It is not so" },
  },

  step: {
    now: "Now",
    open: "Not settled yet",
    next: "Next step",
    detail: "The step in detail",
    alsoDo: "Also do",
    followUp: "Follow-up.",
    possible: "Still possible, and why",
  },

  secondReading: {
    title: "Two readings of the text differ",
    why: (first: Words, second: Words, texts: number) => (
      <>
        What was read of it leads to “{first}”. Taken as a whole, and compared with {texts} example patients, it is more
        like those of patients for whom “{second}” is right. The safer step leads until you have looked.
      </>
    ),
    look: (found: Words) => <>Look at {found}: is anything missing, or read wrongly?</>,
    found: "what was read",
    confirm: "All of it was read rightly",
  },

  score: {
    others: "Other versions of the score",
    stated: "as stated, not counted here",
    items: "Item by item",
    open: "open",
    or: " or ",
    scale: (label: string, total: string, low: string, high: string) =>
      `${label}: ${total} on a range from ${low} to ${high}`,
  },

  answer: {
    yourQuestion: "Your question",
    yourFollowUp: "Your follow-up",
    bottomLine: "Bottom line",
    bottomLineAfter: "Bottom line, once the emergency is dealt with",
    whole: "Read the whole topic",
    correct: "Correct or complete these findings",
    noFinding: "No finding about a patient was recognised in the question.",
    follows: (count: number) => `Follows from these (${count})`,
    from: { stated: "stated", presumed: "presumed", derived: "follows from the rest", supposed: "only supposed" },
    change: "Change",
    readAs: (finding: string) => `Read as ${finding}`,
    evidenceSays: "What the evidence says",
    inShort: "The topic in short",
    forOnePatient: "For one patient",
    isGeneral: "This answers a general question. For one patient, describe them in a question or enter findings.",
    runPathway: "Run the pathway",
    added: "What you added",
    needed: "What is still needed",
    bestFirst: "Best question first: the answer to one may make the rest unnecessary.",
    otherNeeds: (number: number) => (number === 1 ? "Another question" : `${number} other questions`),
    more: (number: number) => `and ${number} more, if these do not settle it`,
    sentAlong: "Question that is sent along",
    question: "Question",
    update: "Update the answer",
    related: "Related questions",
    notYet: "Not answered here yet.",
    reviewed: "Review status of that topic",
    notAnswered: "Not answered here",
    followUp: "Ask a follow-up",
    followUpLabel: "Your follow-up question",
    followUpAlone: "Say again what matters about the patient: nothing is carried over but what you write.",
    followUpHint:
      "What was understood above is carried over. For instance: what if the scan is negative? and if she is pregnant? why? how sure are you?",
    onlySupposed: "Only supposed so far",
    isSo: "It is so: take it as found",
    urgent: "Do not wait with any of these",
    urgentHouseRule: "House rule: no source is cited for these signs.",
    urgentSources: (sources: string) => `Sources: ${sources}.`,
  },

  followed: {
    title: "What this changes",
    carried: "Carried over from your earlier questions",
    dropped: "No longer supposed",
    guideline: "Guideline",
    becomes: " becomes ",
    nothing: "The question itself changes nothing about the patient.",
    notSaid: "not said",
    setAside: "set aside",
    supposed: "only supposed",
    decides: "this alone decides it",
    same: "The next step stays the same",
    before: "Before",
    now: "Now",
    none: "none",
    open: "The word leaves the result open. It leads to:",
  },

  thread: {
    title: "This conversation",
    kept: "This page holds the questions and what was understood; the server keeps nothing of them.",
    leftOut: (number: number) =>
      number === 1
        ? "The first question is no longer listed. What it said of the patient is still carried over."
        : `The first ${number} questions are no longer listed. What they said of the patient is still carried over.`,
    unanswered: "The question above was not answered, so the conversation stays as it was.",
    question: (number: number) => `Question ${number}`,
    confirmed: "What was supposed is so.",
    step: "Next step",
    stays: "as before",
    was: "before: ",
    carried: (number: number) => (number === 1 ? "Carried over: 1 finding" : `Carried over: ${number} findings`),
    outdated: "The text of the topic has changed since; show the answer again to read what it says now.",
    here: "Shown in full above",
    again: "Show this answer again",
    tooLong: "Too long to be held whole; ask it anew to read its answer.",
    anew: "Start a new conversation",
    goneBack: (number: number) =>
      `You have gone back to question ${number}. What you ask now follows it, and the questions after it are left out.`,
  },

  refusal: {
    title: "No answer given",
    reasons: {
      "no-topic": "The library has no topic on this",
      "not-understood": "What was added was not understood",
      "too-little-said": "The question says too little to answer",
      "not-clinical": "Nothing here answers this",
      "outside-scope": "This is outside what the library covers",
      "drug-dose": "Wellspring gives no drug doses",
      "emergency-first": "This comes first: emergency help now",
      "not-in-force": "The topic on this is no longer in force",
      unreadable: "The question could not be read",
      "other-language": "Questions are read in English",
    },
    nearest: "Nearest topics",
  },

  identifiers: {
    title: "Leave out what names the patient",
    notAsked: "Not asked yet",
    kinds,
    holds: (kinds: readonly string[]) =>
      `The question holds what looks like ${list(kinds.map((kind) => `${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}`))}. The answer does not need it, and nothing was stored.`,
    without: "The question without it",
    mistaken:
      "Recognised by mistake? The words in brackets do not change the answer: ask as it stands, or write it another way.",
  },

  board: {
    give: "Give this question to the board",
    words: "The question, in words that may be kept. Leave out everything about a person.",
    agree: "I have read these words; the board may keep them.",
    button: "Give it to the board",
    hint: "It becomes a topic only if a person takes it up. You get a code to see what has become of it.",
    notKept: { question: "The question was not kept", report: "The report was not kept" },
    nothingWritten: { question: "Write a question first.", report: "Write what is wrong first." },
    tooLong: (characters: number, most: number) =>
      `These are ${characters} characters; at most ${most} are kept. Go back and shorten them.`,
    notAgreed: "Nothing is kept unless you agree to it. Go back and tick the box.",
    otherForm: "The form is not the one of this page. Open the page again.",
    notTaken: "It cannot be given to the board here: this server cannot keep anything at present.",
  },

  report: {
    title: "Report a problem with this page",
    kind: "What is it?",
    kinds: {
      wrong: "Something is wrong",
      outdated: "Something is out of date",
      unclear: "Something cannot be understood",
      missing: "Something is missing",
      source: "The source does not say this",
      page: "The page does not work",
      other: "Something else",
    },
    part: "Where?",
    wholePage: "The whole page",
    words: "What is wrong, in words that may be kept. Leave out everything about a person.",
    button: "Report it",
    hint: "It goes to the board. You get a code to see what has become of it; nothing about you is kept. It is not for emergencies.",
  },

  withdrawn: {
    title: (topic: string) => `Withdrawn: ${topic}`,
    heading: "This topic has been withdrawn",
    advice: "Do not act on copies of it. Ask again, or look among the other topics.",
    successor: "In its place",
  },

  keyboard: {
    title: "Keyboard",
    lede: "One or two keys, typed outside of entry fields.",
    keys: "Keys",
    effect: "What they do",
    followedBy: "then",
    switchLabel: "Use these shortcuts on this device",
    switchHint: "Everything can be reached with Tab and Enter as well. The choice is kept in this browser alone.",
    shortcuts: {
      ask: "Go to the ask box",
      nextSection: "Next section",
      previousSection: "Section before",
      evidence: "Open the evidence of the next statement",
      findings: "Enter findings of this patient",
      home: "Home page",
      help: "This list",
    },
  },

  ...pagesEn,
  policyPage: policyEn,
  tools: toolsEn,

  script: {
    topicsFound: { one: "1 topic fits", other: "{count} topics fit" },
    topics: "Topics",
    copied: "Copied",
    copyByHand: "Press Ctrl+C or ⌘C: the text is selected",
    notUpdated: "The result could not be updated. Use the button to try again.",
    takenOut: "Taken out: {kinds}. Nothing was sent. Look at the text, then ask again.",
    times: "{kind} ({count} times)",
    kinds,
    close: "Close",
    copyAsOf: "You are offline. This is a copy as of {moment} UTC; it may have been changed or withdrawn since.",
    notAnswered: "What was entered is not answered without a connection.",
  } satisfies ScriptWords,
};

/** The words of one language. A language that lacks one does not compile. */
export type Messages = typeof en;
