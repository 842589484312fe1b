import type { toolsEn } from "./tools-en.tsx";

export const toolsDe: typeof toolsEn = {
  known: "Außerdem bekannt",
  note: { title: "Text für die Akte", copy: "Kopieren" },
  result: "Ergebnis",
  again: "Neu beginnen",
  inFull: "Diesen Patienten im Ganzen ansehen",

  score: {
    lede: (version) => (
      <>
        Version {version}. Was nicht gefragt ist, bleibt offen: die Summe ist ein Bereich, bis jeder Punkt beantwortet
        ist.
      </>
    ),
    measured: "Stattdessen gemessen",
    which: "Welches davon",
    isMeant: "Ist der Score für diesen Patienten gedacht?",
    work: "Ausrechnen",
    label: "Der Score als Text für die Akte",
    noTotal: "Keine Summe",
    notMeant: "Der Score ist nicht für Patienten gedacht, von denen das bekannt ist; darum wird nicht addiert.",
    complete: "Punkte, alles beantwortet",
    possible: "Punkte sind noch möglich, was immer die offenen Punkte ergeben",
    stated: "Punkte wie angegeben, nicht alles beantwortet",
    orLess: (to) => `${to} oder weniger`,
    orMore: (from) => `${from} oder mehr`,
    version: "Fassung",
    flips: "Die Kategorie ist nicht dieselbe: sagen Sie, welche Fassung gemeint ist.",
    forPatient: "Für diesen Patienten",
    prevalences: "Wie oft die Krankheit in Gruppen mit diesem Score gefunden wurde",
    cohorts: "Anteile in Kohorten, nicht die Chance einer Person.",
  },

  cutOff: {
    title: (name) => <>{name}: welcher Grenzwert gilt?</>,
    lede: "Negativ heißt streng unter dem Grenzwert; genau der Grenzwert ist positiv. Ohne Einheit und Bezug gibt es kein Urteil.",
    compare: "Vergleichen",
    label: "Der Vergleich als Text für die Akte",
    noVerdict: "Kein Urteil",
    verdicts: {
      none: "Kein Urteil",
      noValue: "Noch kein Wert",
      open: "Offen: es hängt davon ab, welcher Grenzwert gilt",
      below: "Unter dem Grenzwert",
      belowIf: "Unter dem Grenzwert, aber sehen Sie nach, ob das zählt",
      equal: "Genau der Grenzwert: positiv",
      above: "Über dem Grenzwert: positiv",
    },
    counts: "Ein Ergebnis unter dem Grenzwert schließt allein nur aus, wo all das gilt",
    leftOpen: "Was es offen lässt",
    scoreOpen: (score, items) => (
      <>
        {score}: {items} {items === 1 ? "Punkt ist" : "Punkte sind"} nicht beantwortet
      </>
    ),
    theScore: "Der Score",
    against: (value, cutOff, adjusted) => (
      <>
        {value} gegen {cutOff}
        {adjusted ? ", den altersangepassten Grenzwert" : ""}.
      </>
    ),
    stillOpen: "einen noch offenen Grenzwert",
    onLine: (value, cuts) => `${value} auf einer Linie mit ${cuts}`,
    table: "Grenzwerte für diesen Patienten",
    basis: "Bezug",
    laboratory: "Labor",
    adjusted: "Altersangepasst",
    holds: "Gilt",
    aboveOnly: (age) => `nur über ${age} Jahren`,
    open: "offen",
    notKnown: (usual) => <>nicht bekannt (üblich: {usual})</>,
    presumed: (value) => <>{value}, angenommen</>,
    rule: (basis, usual, from, step) => (
      <>
        {basis}: {usual}; über {from} Jahren das Alter mal {step}.
      </>
    ),
  },

  chances: {
    title: "Was bedeutet das Ergebnis?",
    lede: "Wie oft die Krankheit vor dem Test vorliegt, entscheidet, was ein Ergebnis wert ist. Gezählt an tausend Menschen mit derselben Chance.",
    ifNegative: "Wenn der Test negativ ist",
    noFigure: "Keine Zahl",
    notShown: "Es kann keine Zahl gezeigt werden",
    wrong: {
      test: "Der Test steht nicht auf der Liste: wählen Sie einen.",
      prevalence:
        "Die Chance vor dem Test ist eine Zahl über 0 und unter 100, in Prozent, mit einem Punkt vor den Dezimalen.",
    },
    modelled: (condition, hasPathway) => (
      <>
        Nach der Regel von Bayes aus der Treffsicherheit in einer veröffentlichten Gruppe berechnet: es gilt als gleich
        gut zu finden bei allen ({condition}).{" "}
        {hasPathway ? "Den nächsten Schritt gibt der Pfad, nicht diese Zahl." : ""}
      </>
    ),
    test: "Test",
    before: "Chance vor dem Test",
    show: "Zeigen",
    published: "Veröffentlichte Chancen zum Anfangen",
    inGroups: "In Gruppen mit dem Score dieses Patienten",
    nobodyNegative: "Niemand ist negativ",
    inShort: (miss, npv) => `Verfehlt ${miss}, NPV ${npv}`,
    people: (of) => (
      <>
        Von <strong>{of.all}</strong> Menschen haben es <strong>{of.affected}</strong> ({of.condition}). Der Test findet{" "}
        <strong>{of.found}</strong> davon und verfehlt <strong>{of.missed}</strong>. Er ist negativ bei{" "}
        <strong>{of.negative}</strong> Menschen, von denen <strong>{of.missed}</strong> es trotzdem haben, und positiv
        bei <strong>{of.positive}</strong>, von denen <strong>{of.falseAlarms}</strong> es nicht haben.
      </>
    ),
    shares: {
      missRate: "Verfehlt: hat es trotz negativem Test",
      npv: "NPV: hat es nicht, wenn negativ",
      ppv: "PPV: hat es, wenn positiv",
      negative: "Negative Tests",
    },
    missedIn: (all) => `Verfehlt unter ${all} Getesteten`,
    nobody: "niemand",
    bounds: (low, high) =>
      `Mit beiden Enden der veröffentlichten Intervalle liegt der verfehlte Anteil zwischen ${low} und ${high}.`,
    sensitivity: "Sensitivität",
    specificity: "Spezifität",
    label: "Die Zahlen als Text für die Akte",
    figure: "Tausend Menschen, gezählt in der Liste darunter",
    groups: {
      missed: (condition) => <>{condition}, vom Test verfehlt</>,
      found: (condition) => <>{condition}, vom Test gefunden</>,
      falseAlarms: () => <>nicht da, aber der Test ist positiv</>,
      cleared: () => <>nicht da, und der Test ist negativ</>,
    },
    curve:
      "Verfehlter Anteil gegen die Chance vor dem Test; die Liste darunter sagt, wo die Linien überschritten werden",
    axis: "Chance vor dem Test",
    curveTitle: "Verfehlter Anteil gegen die Chance vor dem Test",
    neverPassed: (line) => `Die Linie bei ${line} wird nie überschritten.`,
    passedFrom: (line, chance) => `Die Linie bei ${line} wird ab einer Chance von ${chance} überschritten.`,
    outside: "Diese Chance liegt außerhalb der Zeichnung.",
  },

  scan: {
    title: "Untersuchungsprotokoll",
    lede: "Markieren Sie jeden Abschnitt, wie Sie ihn sehen. Was nicht markiert oder nicht dargestellt ist, macht die Untersuchung unvollständig, nie negativ.",
    required: "Erforderlich",
    byProtocol: "Wo Beschwerden oder Protokoll es verlangen",
    about: "Zur Untersuchung",
    focal: "Umschriebener Wadenschmerz oder Knoten: die Muskelvenen und die Stelle selbst werden erforderlich",
    protocol: "Protokoll",
    notNamed: "Nicht genannt",
    protocols: {
      CDUS: "vollständiger Duplex: Kompression bis zum Knöchel, Farbe, Spektraldoppler",
      CCUS: "vollständige Kompression bis zum Knöchel ohne Doppler",
      ECUS: "Kompression vom Oberschenkel bis zum Knie",
      "2-CUS": "zwei Regionen: Leiste und Kniekehle",
    },
    named: (code, extent) => `${code}: ${extent}`,
    limitedBy: "Eingeschränkt durch",
    limits: { cast: "Gips", dressing: "Verband oder Wunde", pain: "Schmerz", size: "Körperfülle", oedema: "Ödem" },
    read: "Auswerten",
    compression: "Kompression",
    waveform: "Flusskurve",
    content: "Inhalt",
    contentWhere: "Inhalt, wo sie sich nicht zusammendrücken lässt",
    notMarked: "nicht markiert",
    compressions: { full: "Ganz", partly: "Teils", not: "Nicht", "not-seen": "Nicht zu sehen" },
    contents: { acute: "Frisch", chronic: "Alt", undecided: "Unentschieden" },
    waveforms: { normal: "Atemmoduliert", abnormal: "Flach oder ungleich", "not-seen": "Nicht zu sehen" },
    classes: {
      NOT_STARTED: "Noch nichts markiert",
      NORMAL_COMPLETE: "Unauffällig und vollständig",
      NORMAL_PROXIMAL_ONLY: "Unauffällig, nur proximale Venen",
      ACUTE_PROXIMAL: "Frische proximale Thrombose",
      ACUTE_ISOLATED_DISTAL: "Frische isolierte distale Thrombose",
      CHRONIC_POSTTHROMBOTIC: "Alte postthrombotische Veränderung",
      INDETERMINATE: "Nicht zu entscheiden",
      INCOMPLETE: "Unvollständig",
      SUPERFICIAL_ONLY: "Nur Thrombose einer oberflächlichen Vene",
      ABNORMAL_WAVEFORM: "Kompression unauffällig, Flusskurve auffällig",
    },
    reading: "Auswertung",
    noMark: "Keine Markierung der Liste, darum bleibt der Abschnitt ohne Markierung",
    takeAlong: "Dieses Ergebnis zum Patienten mitnehmen",
    label: "Der Befund als Text",
    listed: "Abschnitte und erforderliche Einstellungen, wie die Bibliothek sie aufzählt.",
    complete: (done, required) => `${done} von ${required} erforderlichen Abschnitten vollständig`,
    noWaveform: "Flusskurve nicht aufgezeichnet",
    asTable: "Die Zeichnung als Tabelle",
    segment: "Abschnitt",
    marked: "Markiert",
    looks: {
      full: "gesehen, ganz zusammendrückbar (oder Flusskurve normal)",
      acute: "nicht zusammendrückbar, frischer Inhalt",
      chronic: "nicht zusammendrückbar, alter Inhalt",
      undecided: "nicht zusammendrückbar, Inhalt unentschieden",
      abnormal: "Flusskurve flach oder ungleich",
      "not-seen": "nicht dargestellt: weder frei noch verschlossen",
      unmarked: "ohne Markierung",
    },
    veins: "Venen des Beins, von der Leiste bis zum Knöchel",
    vein: (label, look) => `${label}: ${look}`,
    legs: { left: "linkes Bein", right: "rechtes Bein", unknown: "Bein", other: "anderes Bein" },
    schematic:
      "Schema, nicht maßstäblich. Eine Untersuchung des Beins endet an der Leiste: die Beckenvenen stehen nicht in dieser Zeichnung.",
    front: "Von vorn",
    back: "Von hinten",
  },

  followUp: {
    title: "Kontrollen planen",
    lede: "Zeiträume, wie jede Leitlinie sie hat, in Tagen; mit dem Datum der Untersuchung als Daten und als Kalenderdatei.",
    day0: "Tag 0: das Datum der Untersuchung",
    show: "Daten zeigen",
    calendar: "Kalenderdatei (.ics)",
    notKept: "Das Datum wird nicht aufbewahrt und steht nie in der Adresse.",
    notDate: (typed) => <>„{typed}“ ist kein Datum: schreiben Sie Jahr-Monat-Tag</>,
    forPatient: "Zeiträume für diesen Patienten",
    all: "Zeiträume, die der Pfad kennt",
    told: "Wem was gesagt wird",
    label: "Der Plan als Text für die Akte",
    ends: "Wie es endet",
    between: (first, last) => `${first} bis ${last}`,
  },

  questions: {
    title: "Schritt für Schritt",
    lede: "Eine Frage nach der anderen, die beste zuerst. Schluss ist, sobald keine Antwort den nächsten Schritt ändern kann.",
    soFar: "Bis jetzt",
    label: "Die Antworten als Text für die Akte",
    sameAs: (outline, tables, form) => (
      <>
        Dasselbe als {outline}, als {tables} oder als {form}.
      </>
    ),
    outline: "Gliederung",
    tables: "Entscheidungstabellen",
    form: "ein Formular",
    mendFirst: "Berichtigen Sie zuerst die Eingabe",
    noMore: "Keine Fragen mehr",
    notSettled: "Keine Fragen mehr, und nicht entschieden",
    notKnown: "Nicht bekannt, und noch imstande, den nächsten Schritt zu ändern",
    count: (number, left) => `Frage ${number}, höchstens noch ${left}`,
    next: "Weiter",
    nothing: "Noch wurde nichts beantwortet. Was nicht gefragt ist, bleibt unbekannt.",
    takeBack: "Zurücknehmen",
    stillPossible: "Noch mögliche nächste Schritte",
  },
};
