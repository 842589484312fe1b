import type { pagesEn } from "./pages-en.tsx";

export const pagesDe: typeof pagesEn = {
  pathway: {
    title: "Pfad",
    views: { chart: "Diagramm", outline: "Gliederung", table: "Entscheidungstabellen" },
    shownAs: "Dargestellt als",
    drawnFrom: (version) =>
      `Gezeichnet aus dem übersetzten Pfad (Version ${version}), derselben Form, die den Rat gibt. Eine Zeichnung zeigt die Regeln, wie sie geschrieben sind; sie macht keine Leitlinie richtig.`,
    noPatient: ", darum ist kein Patient eingezeichnet",
    correct: "Befunde berichtigen",
    anyPatient: (enter) => <>Für alle gezeigt. {enter}, um den Weg eines Patienten zu sehen.</>,
    noAdvice: "Noch kein Rat",
    from: "Aus",
    changeFindings: "Befunde ändern",
    canChange: "Was den Rat noch ändern kann",
    folded:
      "Die beste Frage zuerst. Ein gestrichelter Kasten steht für einen eingeklappten Teil, mit seinen möglichen Enden.",
    allStages: "Alle Stufen",
    allStagesLit: "Alle Stufen, mit dem Weg dieses Patienten",
    stagesHint:
      "Die Stufen werden von oben nach unten geprüft. Jeder Kasten führt zur Entscheidungstabelle seiner Stufe.",
    litHint:
      "Dick und schraffiert: der Weg dieses Patienten. Gestrichelt: vielleicht, etwas Unbekanntes entscheidet. Dünn und gepunktet: nicht sein Weg.",
    scrolls: "(lässt sich verschieben)",
    stagesInOrder: "Stufen, in dieser Reihenfolge geprüft",
    ways: {
      lit: "Weg dieses Patienten",
      open: "vielleicht der Weg dieses Patienten",
      off: "nicht der Weg dieses Patienten",
    },
    tablesHint:
      "Eine Tabelle für jede Stufe, der Reihe nach. Wer zu einer Stufe kommt, passt in genau eine Zeile. Ein Strich: hier gleichgültig.",
    notReached: "Dieser Patient kommt nicht dorthin.",
    decisionTable: (stage) => `Entscheidungstabelle: ${stage} (lässt sich verschieben)`,
    advice: "Rat",
    because: "Weil",
    thisPatient: "dieser Patient",
    maybePatient: "vielleicht dieser Patient",
    meanings: "Was die Fragen bedeuten",
    noView: "Diese Ansicht gibt es nicht",
    noViewWhy: "Ein Pfad wird als Diagramm, Gliederung oder Entscheidungstabellen gezeigt.",
    notDrawn: "Dieser Pfad kann nicht gezeichnet werden",
    notDrawnWhy: (why) => <>{why}. Sein Thema kann gelesen werden.</>,
    readTopic: "Das Thema lesen",
  },

  leaflet: {
    title: "Merkblatt",
    onePage: (whole) => <>Eine Seite A4. Drucken Sie sie mit Ihrem Browser, oder {whole}.</>,
    readWhole: "lesen Sie den ganzen Text mit seinen Quellen",
    forPatients: "Information für Patientinnen und Patienten",
    review: "Prüfung",
    clinic: "Ihre Klinik",
    foot: (sources) =>
      `Allgemeine Auskunft, kein Rat für eine einzelne Person. Quellen: ${sources}. Gilt dieses Blatt noch? Code eingeben unter /code.`,
  },

  code: {
    title: "Einen Code nachschlagen",
    label: "Code auf einer Kopie oder einem Ausdruck",
    button: "Nachschlagen",
    mistyped: "Geben Sie den Code von Ihrem Blatt ein",
    shape: "Zehn Buchstaben und Ziffern, wie 4F9KD-2M7Q1.",
    mistypedWhy: "Was eingegeben wurde, ist kein solcher Code: vergleichen Sie Zeichen für Zeichen.",
    unknown: "Dieser Server hat nie einen Text mit diesem Code gezeigt",
    unknownWhy:
      "Das Blatt kommt vielleicht von einem anderen Server. Verlassen Sie sich nicht darauf, ohne dort zu fragen.",
    withdrawn: "Zurückgezogen: dieses Blatt nicht verwenden",
    withdrawnOn: (topic, day, reason) => (
      <>
        {topic} wurde am {day} zurückgezogen: {reason}
      </>
    ),
    current: "Aktuell: das ist der Text, wie er jetzt gezeigt wird",
    changed: "Seither geändert: dieses Blatt nicht verwenden, ohne anzusehen, was jetzt anders ist",
    otherNow: "Was jetzt anders ist",
    statusOf: (topic, status) => (
      <>
        {topic}. Stand des Textes mit diesem Code: {status}
      </>
    ),
  },

  editions: {
    title: "Ausgaben",
    none: "Noch hat kein Gremium eine Ausgabe dieses Themas veröffentlicht.",
    published: (day) => <>Veröffentlicht am {day}</>,
    confirmed: (day) => <>, unverändert bestätigt am {day}</>,
    correction: "Notfallkorrektur durch die Sicherheitsbeauftragten: ",
    from: "Von",
    to: "Zu",
    compare: "Vergleichen",
    fromTo: (from, to) => `Von Ausgabe ${from} zu Ausgabe ${to}`,
    noSuch: (number) => `Eine Ausgabe ${number} gibt es nicht.`,
  },

  changes: {
    parts: {
      pathway: "Empfehlungen und Regeln",
      scope: "Frage und Personenkreis",
      facts: "Zahlen",
      clinician: "Text für Ärztinnen und Ärzte",
      student: "Text für Studierende",
      nurse: "Text für Pflegende",
      patient: "Text für Patientinnen und Patienten",
      citations: "Literaturangaben",
    },
    kinds: { added: "Dazu", removed: "Entfernt", changed: "Geändert" },
    notKept: "Der Text davor ist hier nicht aufbewahrt, darum lässt sich nicht zeigen, was sich geändert hat.",
    none: "Keine Empfehlung, keine Zahl, kein Satz und keine Literaturangabe ist anders.",
  },

  question: {
    titles: { question: "Eine Frage an das Gremium", report: "Eine Meldung an das Gremium" },
    kickers: { question: (code) => `Frage ${code}`, report: (code) => `Meldung ${code}` },
    headings: {
      question: {
        unknown: "Keine Frage oder Meldung hat hier diesen Code",
        waiting: "Die Frage wartet auf das Gremium",
        adopted: "Jemand im Gremium hat die Frage aufgenommen",
        answered: "Die Frage ist beantwortet",
        replied: "Das Gremium hat die Frage beantwortet",
        declined: "Das Gremium hat die Frage nicht aufgenommen",
      },
      report: {
        unknown: "Keine Frage oder Meldung hat hier diesen Code",
        waiting: "Die Meldung wartet auf das Gremium",
        adopted: "Jemand im Gremium hat die Meldung aufgenommen",
        answered: "Die Meldung ist beantwortet",
        replied: "Das Gremium hat die Meldung beantwortet",
        declined: "Das Gremium hat die Meldung nicht aufgenommen",
      },
    },
    about: (topic) => <>Es geht um {topic}.</>,
    keep: (address) => <>Bewahren Sie den Code auf: {address} sagt, was daraus geworden ist.</>,
    compare: "Vergleichen Sie den Code Zeichen für Zeichen. Er kommt vielleicht von einem anderen Server.",
    undecided: (day) => `Sie kam am ${day}. Noch hat niemand darüber entschieden.`,
    noReviewedAnswer: (day) => `Sie kam am ${day}. Es gibt noch keine geprüfte Antwort.`,
    noAnswer: (day) => `Sie kam am ${day}. Es gibt noch keine Antwort.`,
    read: "Das Thema lesen, das sie beantwortet",
  },

  sources: {
    title: "Quellen",
    register:
      "Worauf die Themen beruhen, und wie viel von jeder Quelle gelesen wurde. Ein Vermerk sagt, was noch jemand mit ihr vergleichen muss.",
    heading: "Quellen von Zitaten",
    lede: "Wo kein Thema eine Frage beantwortet, werden Sätze dieser Quellen zitiert, wenn sie freigegeben sind und ihre Lizenz es erlaubt.",
    none: (read, list, release) => (
      <>
        Noch gibt es keine. {read} liest Dokumente ein, {list} zählt sie auf, {release} gibt sie zum Zitieren frei.
      </>
    ),
    states: { pending: "Wartet auf Freigabe", released: "Freigegeben", quarantined: "Gesperrt" },
    counts: (documents, passages) => `${documents} Dokumente, ${passages} Abschnitte`,
    imported: (day) => `eingelesen am ${day}`,
    licence: (name, uses) => (
      <>
        Lizenz {name}: darf {uses} werden.
      </>
    ),
    grants: {
      store: "aufbewahrt und durchsucht",
      quote: "zitiert",
      model: "einem Modell gegeben",
      redistribute: "weitergegeben",
    },
    noUse: "zu nichts verwendet",
    marked: (marked) => <>Nicht in gutem Stand: {marked}. Nur die berichtigten werden zitiert.</>,
    outdated: (passages) =>
      `${passages} Abschnitte früherer Fassungen stehen nicht mehr in den jetzigen: was daraus zitiert wurde, gilt nicht mehr.`,
    undated: "ihre Dokumente haben kein Datum",
    of: (day) => `vom ${day}`,
    between: (first, last) => `vom ${first} bis zum ${last}`,
  },

  quotes: {
    title: "Aus Quellen zitiert",
    lede: "Kein Thema dieser Bibliothek beantwortet es. Diese Sätze stehen wortwörtlich in Quellen, die zum Zitieren freigegeben wurden. Niemand hier hat sie geprüft, und nichts wurde für diese Antwort geschrieben.",
    order: "Leitlinien stehen vor Übersichten, Übersichten vor Studien; neuere vor älteren, undatierte zuletzt.",
    leftOut: "Weggelassen",
    passages: (count, reason) => `${count} ${count === 1 ? "Abschnitt" : "Abschnitte"}: ${reason}`,
    reasons: {
      current: "gültig",
      corrected: "berichtigt",
      concern: "unter dem Vorbehalt der Herausgeber",
      superseded: "durch eine neuere Veröffentlichung ersetzt",
      retracted: "zurückgezogen von der Zeitschrift",
      withdrawn: "zurückgezogen",
      licence: "die Lizenz erlaubt Suchen, nicht Zitieren",
      "not-found": "die Wörter stehen nicht mehr im gespeicherten Text",
    },
    differ: "Quellen, die sich unterscheiden",
    pair: (one, other, message) => (
      <>
        {one} und {other}: {message}
      </>
    ),
    quote: (number) => `Zitat ${number}`,
    undated: "ohne Datum",
    grade: "Grad: ",
    inPlace: "Diese Wörter an ihrem Ort ansehen",
    why: "Warum dieser Satz",
    licence: "Lizenz",
  },
};
