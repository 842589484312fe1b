import type { ComponentChildren as Words } from "preact";

/** Words of the tools of a topic. Texts for the record are composed of clinical words and stay in their language. */
export const toolsEn = {
  known: "Also known",
  note: { title: "Text for the record", copy: "Copy" },
  result: "Result",
  again: "Start again",
  inFull: "See this patient in full",

  score: {
    lede: (version: Words) => (
      <>Version {version}. What is not asked stays open: the total is a range until every item is answered.</>
    ),
    measured: "Measured instead",
    which: "Which one",
    isMeant: "Is the score meant for this patient?",
    work: "Work it out",
    label: "The score as text for the record",
    noTotal: "No total",
    notMeant: "The score is not meant for a patient of whom this is known, so it is not added up.",
    complete: "points, every item answered",
    possible: "points are still possible, whatever the open items are",
    stated: "points as stated, not every item answered",
    orLess: (to: number | undefined) => `${to} or less`,
    orMore: (from: number) => `${from} or more`,
    version: "Version",
    flips: "The category is not the same: say which version is meant.",
    forPatient: "For this patient",
    prevalences: "How often the disease was found in groups with this score",
    cohorts: "Shares of cohorts, not the chance of one person.",
  },

  cutOff: {
    title: (name: Words) => <>{name}: which cut-off holds?</>,
    lede: "Negative means strictly below the cut-off; the very cut-off is positive. Without unit and basis there is no verdict.",
    compare: "Compare",
    label: "The comparison as text for the record",
    noVerdict: "No verdict",
    verdicts: {
      none: "No verdict",
      noValue: "No value yet",
      open: "Open: it depends on which cut-off holds",
      below: "Below the cut-off",
      belowIf: "Below the cut-off, but see whether that counts",
      equal: "Exactly the cut-off: positive",
      above: "Above the cut-off: positive",
    },
    counts: "A result below the cut-off rules out by itself only where all of these hold",
    leftOpen: "What leaves it open",
    scoreOpen: (score: Words, items: number) => (
      <>
        {score}: {items} {items === 1 ? "item is" : "items are"} not answered
      </>
    ),
    theScore: "The score",
    against: (value: Words, cutOff: Words, adjusted: boolean) => (
      <>
        {value} against {cutOff}
        {adjusted ? ", the age-adjusted cut-off" : ""}.
      </>
    ),
    stillOpen: "a cut-off that is still open",
    onLine: (value: string, cuts: string) => `${value} on a line with ${cuts}`,
    table: "Cut-offs for this patient",
    basis: "Basis",
    laboratory: "Laboratory",
    adjusted: "Age-adjusted",
    holds: "Holds",
    aboveOnly: (age: string) => `above ${age} years only`,
    open: "open",
    notKnown: (usual: Words) => <>not known (usual: {usual})</>,
    presumed: (value: Words) => <>{value}, presumed</>,
    rule: (basis: Words, usual: Words, from: string, step: Words) => (
      <>
        {basis}: {usual}; above {from} years the age times {step}.
      </>
    ),
  },

  chances: {
    title: "What does the result mean?",
    lede: "How often the disease is there before the test decides what a result is worth. Counted in a thousand people with the same chance.",
    ifNegative: "If the test is negative",
    noFigure: "No figure",
    notShown: "No figure can be shown",
    wrong: {
      test: "The test is not one of the list: choose one.",
      prevalence:
        "The chance before the test is a number above 0 and below 100, in per cent, with a point for decimals.",
    },
    modelled: (condition: Words, hasPathway: boolean) => (
      <>
        Modelled by Bayes’ rule from the accuracy of a published group: it takes {condition} to be found equally well in
        everybody. {hasPathway ? "The pathway, not this figure, gives the next step." : ""}
      </>
    ),
    test: "Test",
    before: "Chance before the test",
    show: "Show",
    published: "Published chances to start from",
    inGroups: "In groups with this patient’s score",
    nobodyNegative: "Nobody tests negative",
    inShort: (miss: string, npv: string) => `Miss rate ${miss}, NPV ${npv}`,
    people: (of: Counted) => (
      <>
        Of <strong>{of.all}</strong> people, <strong>{of.affected}</strong> have {of.condition}. The test finds{" "}
        <strong>{of.found}</strong> of them and misses <strong>{of.missed}</strong>. It is negative in{" "}
        <strong>{of.negative}</strong> people, <strong>{of.missed}</strong> of whom have it all the same; and positive
        in <strong>{of.positive}</strong>, <strong>{of.falseAlarms}</strong> of them without it.
      </>
    ),
    shares: {
      missRate: "Miss rate: still has it when negative",
      npv: "NPV: does not have it when negative",
      ppv: "PPV: has it when positive",
      negative: "Tests negative",
    },
    missedIn: (all: string) => `Missed in ${all} tested`,
    nobody: "nobody",
    bounds: (low: string, high: string) =>
      `With both ends of the published intervals the miss rate lies between ${low} and ${high}.`,
    sensitivity: "Sensitivity",
    specificity: "Specificity",
    label: "The figures as text for the record",
    figure: "A thousand people, counted in the list below",
    groups: {
      missed: (condition: Words) => <>{condition}, missed by the test</>,
      found: (condition: Words) => <>{condition}, found by the test</>,
      falseAlarms: () => <>not there, but the test is positive</>,
      cleared: () => <>not there, and the test is negative</>,
    },
    curve: "Miss rate against the chance before the test; the list below says where the lines are passed",
    axis: "chance before the test",
    curveTitle: "Miss rate against the chance before the test",
    neverPassed: (line: string | undefined) => `The ${line} line is never passed.`,
    passedFrom: (line: string | undefined, chance: string) =>
      `The ${line} line is passed from a chance of ${chance} on.`,
    outside: "This chance lies outside the drawing.",
  },

  scan: {
    title: "Scan protocol",
    lede: "Mark each segment as you see it. What is not marked or not visualised makes the scan incomplete, never negative.",
    required: "Required",
    byProtocol: "Where the symptoms or the protocol ask for them",
    about: "About the study",
    focal: "Focal calf pain or a lump: the muscular veins and the spot itself become required",
    protocol: "Protocol",
    notNamed: "Not named",
    protocols: {
      CDUS: "complete duplex: compression to the ankle, colour, spectral Doppler",
      CCUS: "complete compression to the ankle without Doppler",
      ECUS: "compression from thigh to knee",
      "2-CUS": "two regions: common femoral and popliteal",
    },
    named: (code: string, extent: string) => `${code}: ${extent}`,
    limitedBy: "Limited by",
    limits: { cast: "cast", dressing: "dressing or wound", pain: "pain", size: "body size", oedema: "oedema" },
    read: "Read the scan",
    compression: "Compression",
    waveform: "Waveform",
    content: "Content",
    contentWhere: "Content, where it does not compress",
    notMarked: "not marked",
    compressions: { full: "Fully", partly: "Partly", not: "Not", "not-seen": "Not seen" },
    contents: { acute: "Acute", chronic: "Chronic", undecided: "Undecided" },
    waveforms: { normal: "Phasic", abnormal: "Flat or unequal", "not-seen": "Not seen" },
    classes: {
      NOT_STARTED: "Nothing marked yet",
      NORMAL_COMPLETE: "Normal and complete",
      NORMAL_PROXIMAL_ONLY: "Normal, proximal veins only",
      ACUTE_PROXIMAL: "Acute proximal thrombosis",
      ACUTE_ISOLATED_DISTAL: "Acute isolated distal thrombosis",
      CHRONIC_POSTTHROMBOTIC: "Chronic post-thrombotic change",
      INDETERMINATE: "Indeterminate",
      INCOMPLETE: "Incomplete",
      SUPERFICIAL_ONLY: "Superficial vein thrombosis only",
      ABNORMAL_WAVEFORM: "Compression normal, abnormal waveform",
    },
    reading: "Reading",
    noMark: "Not a mark of the list, so the segment stays unmarked",
    takeAlong: "Take this result along to the patient",
    label: "The report as text",
    listed: "Segments and required views as the library lists them.",
    complete: (done: number, required: number) => `${done} of ${required} required segments complete`,
    noWaveform: "waveform not recorded",
    asTable: "The figure as a table",
    segment: "Segment",
    marked: "Marked",
    looks: {
      full: "seen, compresses fully (or normal waveform)",
      acute: "does not compress, acute content",
      chronic: "does not compress, chronic content",
      undecided: "does not compress, content undecided",
      abnormal: "waveform flat or unequal",
      "not-seen": "not visualised: neither clear nor blocked",
      unmarked: "not marked",
    },
    veins: "Veins of the leg, from the groin to the ankle",
    vein: (label: string, look: string) => `${label}: ${look}`,
    legs: { left: "left leg", right: "right leg", unknown: "leg", other: "other leg" },
    schematic: "Schematic, not to scale. A leg scan ends at the groin: the iliac veins are not in this figure.",
    front: "From the front",
    back: "From behind",
  },

  followUp: {
    title: "Follow-up planner",
    lede: "Windows as each guideline has them, counted in days; with the date of the scan, as dates and a calendar file.",
    day0: "Day 0: the date of the scan",
    show: "Show the dates",
    calendar: "Calendar file (.ics)",
    notKept: "The date is not kept and never stands in the address.",
    notDate: (typed: Words) => <>“{typed}” is not a date: write it as year-month-day</>,
    forPatient: "Windows for this patient",
    all: "Windows that the pathway knows",
    told: "Who is told what",
    label: "The plan as text for the record",
    ends: "How it ends",
    between: (first: string, last: string) => `${first} to ${last}`,
  },

  questions: {
    title: "Step by step",
    lede: "One question at a time, the best first. It ends as soon as no answer can change the next step.",
    soFar: "So far",
    label: "What was answered as text for the record",
    sameAs: (outline: Words, tables: Words, form: Words) => (
      <>
        The same as {outline}, {tables} or {form}.
      </>
    ),
    outline: "an outline",
    tables: "decision tables",
    form: "one form",
    mendFirst: "Mend the entry first",
    noMore: "No more questions",
    notSettled: "No more questions, and not settled",
    notKnown: "Not known, and still able to change the next step",
    count: (number: number, left: number) => `Question ${number}, at most ${left} to go`,
    next: "Next",
    nothing: "Nothing was answered yet. What is not asked stays unknown.",
    takeBack: "Take back",
    stillPossible: "Next steps still possible",
  },
};

/** People of a thousand, as the page counts them. */
interface Counted {
  readonly all: string;
  readonly affected: number;
  readonly condition: Words;
  readonly found: number;
  readonly missed: number;
  readonly negative: number;
  readonly positive: number;
  readonly falseAlarms: number;
}
