import type { ComponentChildren as Words } from "preact";

/** Words of the pages around the topics: pathway views, leaflet, codes, editions, questions to the board, sources, quotes. */
export const pagesEn = {
  pathway: {
    title: "Pathway",
    views: { chart: "Chart", outline: "Outline", table: "Decision tables" },
    shownAs: "Shown as",
    drawnFrom: (version: string) =>
      `Drawn from the compiled pathway (version ${version}), the same form that gives the advice. A drawing shows the rules as written; it does not make a guideline right.`,
    noPatient: ", so no patient is drawn",
    correct: "Correct the findings",
    anyPatient: (enter: Words) => <>Shown for any patient. {enter} to see one patient’s way.</>,
    noAdvice: "No advice yet",
    from: "From",
    changeFindings: "Change the findings",
    canChange: "What can still change the advice",
    folded: "Best question first. A dashed box stands for a part that is folded, with what it may end in.",
    allStages: "All stages",
    allStagesLit: "All stages, with this patient’s way",
    stagesHint: "Stages are tried from top to bottom. Each box leads to the decision table of its stage.",
    litHint:
      "Thick and hatched: this patient’s way. Dashed: may be, something unknown decides. Thin and dotted: not this patient’s way.",
    scrolls: "(scrolls)",
    stagesInOrder: "Stages, tried in this order",
    ways: {
      lit: "this patient’s way",
      open: "may be this patient’s way",
      off: "not this patient’s way",
    },
    tablesHint:
      "One table for each stage, in their order. Of those who come to a stage, each fits exactly one row. A dash: this does not matter.",
    notReached: "This patient does not come to it.",
    decisionTable: (stage: string) => `Decision table: ${stage} (scrolls)`,
    advice: "Advice",
    because: "Because",
    thisPatient: "this patient",
    maybePatient: "may be this patient",
    meanings: "What the questions mean",
    noView: "No such view",
    noViewWhy: "A pathway is shown as chart, outline or decision tables.",
    notDrawn: "This pathway cannot be drawn",
    notDrawnWhy: (why: Words) => <>{why}. Its topic can be read.</>,
    readTopic: "Read the topic",
  },

  leaflet: {
    title: "Leaflet",
    onePage: (whole: Words) => <>One A4 page. Print it with your browser, or {whole}.</>,
    readWhole: "read the whole text with its sources",
    forPatients: "Information for patients",
    review: "Review",
    clinic: "Your clinic",
    foot: (sources: string) =>
      `General facts, not advice on one person. Sources: ${sources}. Is this copy still good? Enter its code at /code.`,
  },

  code: {
    title: "Look up a code",
    label: "Code on a copy or print",
    button: "Look it up",
    mistyped: "Type the code on your copy",
    shape: "Ten letters and digits, as in 4F9KD-2M7Q1.",
    mistypedWhy: "What was typed is not such a code: compare it sign by sign.",
    unknown: "This server has never shown a text with this code",
    unknownWhy: "The copy may come from another server. Do not rely on it without asking there.",
    withdrawn: "Withdrawn: do not use this copy",
    withdrawnOn: (topic: Words, day: string, reason: Words) => (
      <>
        {topic} was withdrawn on {day}: {reason}
      </>
    ),
    current: "Current: this is the text as it is shown now",
    changed: "Changed since: do not use this copy without looking at what is other now",
    otherNow: "What is other now",
    statusOf: (topic: Words, status: Words) => (
      <>
        {topic}. Status of the text with this code: {status}
      </>
    ),
  },

  editions: {
    title: "Editions",
    none: "No board has published an edition of this topic yet.",
    published: (day: Words) => <>Published {day}</>,
    confirmed: (day: Words) => <>, confirmed unchanged {day}</>,
    correction: "Emergency correction by the safety officer: ",
    from: "From",
    to: "To",
    compare: "Compare",
    fromTo: (from: number, to: number) => `From edition ${from} to edition ${to}`,
    noSuch: (number: number) => `There is no edition ${number}.`,
  },

  changes: {
    parts: {
      pathway: "Recommendations and rules",
      scope: "Question and population",
      facts: "Numbers",
      clinician: "Clinician’s text",
      student: "Student’s text",
      nurse: "Nurse’s text",
      patient: "Patient’s text",
      citations: "Citations",
    },
    kinds: { added: "Added", removed: "Removed", changed: "Changed" },
    notKept: "The text before is not kept here, so what changed cannot be shown.",
    none: "No recommendation, number, sentence or citation differs.",
  },

  question: {
    titles: { question: "A question for the board", report: "A report for the board" },
    kickers: {
      question: (code: string) => `Question ${code}`,
      report: (code: string) => `Report ${code}`,
    },
    headings: {
      question: {
        unknown: "No question or report has this code here",
        waiting: "The question waits for the board",
        adopted: "Somebody on the board has taken the question up",
        answered: "The question is answered",
        replied: "The board has answered the question",
        declined: "The board has not taken the question up",
      },
      report: {
        unknown: "No question or report has this code here",
        waiting: "The report waits for the board",
        adopted: "Somebody on the board has taken the report up",
        answered: "The report is answered",
        replied: "The board has answered the report",
        declined: "The board has not taken the report up",
      },
    },
    about: (topic: Words) => <>It is about {topic}.</>,
    keep: (address: Words) => <>Keep the code: {address} says what has become of it.</>,
    compare: "Compare the code sign by sign. It may come from another server.",
    undecided: (day: string) => `It was given on ${day}. Nobody has decided on it yet.`,
    noReviewedAnswer: (day: string) => `It was given on ${day}. There is no reviewed answer yet.`,
    noAnswer: (day: string) => `It was given on ${day}. There is no answer yet.`,
    read: "Read the topic that answers it",
  },

  sources: {
    title: "Sources",
    register:
      "What the topics rest on, and how much of each source was read. A mark says what somebody still has to compare with it.",
    heading: "Sources of quotations",
    lede: "Where no topic answers a question, sentences of these sources are quoted, if they are released and their licence allows it.",
    none: (read: Words, list: Words, release: Words) => (
      <>
        There are none yet. {read} reads documents into the store, {list} lists them, {release} lets them be quoted.
      </>
    ),
    states: { pending: "Pending", released: "Released", quarantined: "Quarantined" },
    counts: (documents: string, passages: string) => `${documents} documents, ${passages} passages`,
    imported: (day: string) => `imported ${day}`,
    licence: (name: Words, uses: string) => (
      <>
        Licence {name}: may be {uses}.
      </>
    ),
    grants: { store: "kept and searched", quote: "quoted", model: "given to a model", redistribute: "passed on" },
    noUse: "used for nothing",
    marked: (marked: Words) => <>Not in good standing: {marked}. None but the corrected are quoted.</>,
    outdated: (passages: string) =>
      `${passages} passages of earlier versions no longer stand in the current ones: what was quoted from them no longer holds.`,
    undated: "its documents have no date",
    of: (day: string) => `of ${day}`,
    between: (first: string, last: string) => `from ${first} to ${last}`,
  },

  quotes: {
    title: "Quoted from sources",
    lede: "No topic of this library answers it. These sentences stand in sources that were released for quotation, word for word. Nobody here has reviewed them, and nothing was written for this answer.",
    order: "Guidelines stand before reviews, reviews before trials; newer before older, undated last.",
    leftOut: "Left out",
    passages: (count: number, reason: string) => `${count} ${count === 1 ? "passage" : "passages"}: ${reason}`,
    reasons: {
      current: "current",
      corrected: "corrected",
      concern: "under an expression of concern",
      superseded: "superseded by a newer publication",
      retracted: "retracted",
      withdrawn: "withdrawn",
      licence: "their licence allows searching, not quoting",
      "not-found": "the words are no longer in the stored text",
    },
    differ: "Sources that differ",
    pair: (one: Words, other: Words, message: Words) => (
      <>
        {one} and {other}: {message}
      </>
    ),
    quote: (number: number) => `Quote ${number}`,
    undated: "undated",
    grade: "Grade: ",
    inPlace: "See these words in their place",
    why: "Why this sentence",
    licence: "licence",
  },
};
