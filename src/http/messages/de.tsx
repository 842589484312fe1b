import type { Messages } from "./en.tsx";
import { inLanguage } from "./in-language.ts";
import { pagesDe } from "./pages-de.tsx";
import { policyDe } from "./policy-de.tsx";
import { toolsDe } from "./tools-de.tsx";

const { date, day, list, count } = inLanguage("de");
const kinds = {
  name: "Name",
  record: "Fallnummer",
  phone: "Telefonnummer",
  address: "Adresse",
  birthDate: "Geburtsdatum",
  email: "E-Mail-Adresse",
};

/** Every word of the interface in German. Clinical texts stay in the language in which they were reviewed. */
export const de: Messages = {
  date,
  day,
  count,
  list,
  truth: { yes: "ja", no: "nein", unknown: "nicht bekannt" },
  to: (low, high) => `${low} bis ${high}`,

  layout: {
    skip: "Zum Inhalt springen",
    menu: "Menü",
    site: "Website",
    topics: "Themen",
    sources: "Quellen",
    policy: "Redaktionelle Grundsätze",
    feedTitle: "Was sich geändert hat",
    disclaimer:
      "Wellspring unterstützt das Urteil qualifizierter Ärztinnen, Ärzte und Pflegender und ersetzt es nicht. Es kann unvollständig oder falsch sein; prüfen Sie die Quellen, die Regeln Ihres Hauses und den Menschen vor Ihnen. Es nennt keine Dosierungen. Im Notfall gilt zuerst Ihr Notfallablauf.",
    privacy: "Fragen und Befunde werden auf diesem Server beantwortet und nicht gespeichert.",
    code: "Code nachschlagen",
    keyboard: "Tastatur",
    feed: "Feed",
    api: "API",
    language: "Sprache",
    clinicalTextsNote: "Die Bedienung ist auf Deutsch. Klinische Texte stehen in der geprüften Sprache, auf Englisch.",
    pageNote: "Diese Seite gibt es nur auf Englisch.",
  },

  ask: { label: "Eine klinische Frage stellen", button: "Fragen", otherWords: "Mit anderen Worten fragen" },

  home: {
    title: "Klinische Antworten, mit den Belegen im Blick",
    lede: "Das Wichtigste zuerst, jede Aussage belegt, und der Algorithmus der Leitlinie auf den Menschen vor Ihnen angewandt.",
    label: "Ihre Frage oder Fallbeschreibung",
    hint: "In einfachen Worten, auf Englisch. Ohne Namen, Geburtsdaten und Fallnummern; nichts wird gespeichert.",
    instance: "Zum Beispiel:",
    topics: "Themen",
    updated: (day) => `Zuletzt geändert am ${day}`,
    empty: "Die Bibliothek enthält noch kein Thema.",
    nothingAsked: "Schreiben Sie zuerst eine Frage.",
    tooLong: (length, most) =>
      `Die Frage hat ${length} Zeichen; höchstens ${most} können gelesen werden. Kürzen Sie sie.`,
    noSuchReader: (readers) => `Die Leserschaft ist eine von: ${readers}.`,
    confirmed: "Was angenommen war, trifft zu.",
  },

  errors: {
    notFound: "Diese Seite gibt es nicht",
    withheld: "Dieser Text kann nicht gezeigt werden",
    withheldWhy: (edition) =>
      `Das Gremium steht hinter Ausgabe ${edition} dieses Themas. Dieser Server kann sie nicht so zeigen, wie sie unterschrieben ist; er zeigt nichts anderes unter ihrem Namen und beantwortet keine Frage daraus. Wer den Server betreibt, kennt den Grund.`,
    notFoundWhy:
      "Vielleicht ist die Adresse falsch geschrieben, vielleicht gab es die Seite nie. Zurückgezogene Themen behalten ihre Adresse und sagen es.",
    notOffered: "Hier nicht vorgesehen",
    takes: (methods) => `Diese Adresse nimmt nur ${methods}.`,
    fault: "Etwas ist schiefgegangen",
    faultWhy:
      "Der Fehler liegt bei uns, nicht bei Ihnen. Was Sie geschrieben haben, wurde nicht gespeichert. Versuchen Sie es noch einmal oder melden Sie es der Administration.",
    tooLarge: "Das ist zu viel auf einmal",
    tooLargeWhy: (kilobytes) =>
      `Höchstens ${kilobytes} Kilobyte können auf einmal gelesen werden. Nichts wurde gespeichert. Gehen Sie zurück und kürzen Sie.`,
    unreachable: {
      "record-unreachable": {
        what: "Die Aufzeichnung der Prüfung ist nicht lesbar",
        why: "Ohne sie kann hier nichts sagen, ob es noch gilt; darum wird nichts gezeigt. Versuchen Sie es in einer Minute noch einmal.",
      },
      "evidence-unreachable": {
        what: "Die Sammlung der Belege ist nicht lesbar",
        why: "Was freigegebene Quellen sagen, lässt sich jetzt nicht zeigen. Themen werden wie immer beantwortet. Versuchen Sie es in einer Minute noch einmal.",
      },
    },
    noReader: "Kein Text für diese Leserschaft",
    noReaderWhy: "Dieses Thema ist für die verlangte Leserschaft nicht geschrieben.",
    readAs: (reader) => `Den Text lesen für: ${reader}`,
    noDepth: "Diesen Teil des Textes gibt es nicht",
    noDepthWhy: "Dieser Text ist nicht auf die verlangte Länge gekürzt.",
    offline: "Sie sind offline",
    offlineWhy:
      "Es gibt keine Verbindung, und diese Seite liegt nicht auf Ihrem Gerät. Ohne Verbindung werden keine Fragen beantwortet und keine Pfade gerechnet. Diese Texte liegen auf dem Gerät:",
  },

  status: {
    label: "Stand der Prüfung",
    status: "Stand: ",
    words: {
      Submitted: "Eingereicht",
      "Under review": "In Prüfung",
      Approved: "Freigegeben",
      Replaced: "Ersetzt",
      Expired: "Abgelaufen",
      Withdrawn: "Zurückgezogen",
    },
    updated: (day) => <>Zuletzt geändert am {day}</>,
    edition: (number) => `Ausgabe ${number}`,
    version: "Fassung",
    code: "Code",
    editions: "Ausgaben",
    how: "Wie geprüft wird",
    signedBy: "Unterschrieben von",
    signer: (name, capacity, day, interests) => (
      <>
        Unterschrieben von {name} (<span lang="en">{capacity}</span>) am {day}
        {interests.length === 0 ? null : (
          <>
            ; erklärte Interessen: <span lang="en">{interests.join("; ")}</span>
          </>
        )}
      </>
    ),
    askedBy: (day) => <>Prüfung erbeten bis {day}</>,
    due: (day) => <>Nächste Prüfung bis {day}</>,
  },

  paper: {
    until: "Nicht verwenden nach dem",
    notAtAll: "Nicht verwenden: gilt nicht mehr",
    stillGood: "Noch gültig? Code eingeben unter /code.",
    quoted:
      "Wörter einer Quelle stehen in Anführungszeichen, wo jemand sie festgehalten hat; alles andere sind unsere eigenen.",
  },

  readers: {
    writtenFor: "Geschrieben für",
    names: { clinician: "Ärztlich", patient: "Patienten", student: "Studium", nurse: "Pflege" },
    notWritten: " (noch nicht geschrieben)",
    howMuch: "Wie viel zu lesen ist",
    readIn: "Lesen in",
    depths: { brief: "10 Sekunden", minute: "1 Minute", full: "Alles" },
    fallback: (reader) => `Für diese Leserschaft (${reader}) noch nicht geschrieben. Es folgt der ärztliche Text.`,
  },

  topic: {
    part: "Dies ist ein Teil des Textes.",
    everything: "Alles lesen",
    refused: (why) => (
      <>Der Pfad dieses Themas wird nicht gerechnet, weil er einen Fehler hat: {why}. Der Text steht, wie er ist.</>
    ),
    contents: "Auf dieser Seite",
    pathwayViews: "Den Pfad als Diagramm, Gliederung oder Entscheidungstabellen ansehen",
    leafletForPatient: "Merkblatt für Patienten, eine Seite",
    leafletToPrint: "Als Merkblatt drucken, eine Seite",
    scope: "Für wen das gilt",
    includes: "Eingeschlossen",
    not: "Nicht",
    changed: "Was sich geändert hat",
    versionOf: (version, day) => (
      <>
        Fassung {version}, {day}
      </>
    ),
    tools: "Werkzeuge dieses Themas",
    toolNames: {
      questions: "Schritt für Schritt",
      score: "Score",
      "cut-off": "Grenzwert",
      chances: "Wahrscheinlichkeiten",
      scan: "Untersuchungsprotokoll",
      "follow-up": "Kontrolle",
    },
    pathway: "Pfad",
    table: (columns) => `Tabelle: ${columns}`,
    evidenceColumn: "Beleg",
    meaningOf: (term) => `Was ${term} bedeutet`,
    close: "Schließen",
  },

  evidence: {
    label: "Beleg",
    button: "Beleg: ",
    source: "Quelle ",
    houseRule: "Hausregel",
    retracted: "Zurückgezogene Quelle",
    notFound: "Quelle nicht gefunden",
    toVerify: "Noch zu prüfen",
    none: "Keine Quelle",
    basis: {
      cited: undefined,
      signpost: undefined,
      "house-rule":
        "Unsere eigene Zusammenschau, wo Leitlinien schweigen oder sich widersprechen. Keine Aussage einer Leitlinie.",
      unresolved: "Die Quelle dieser Zahl haben wir nicht gefunden. Verlassen Sie sich nicht darauf.",
    },
    strengthOf: "Empfehlungsgrad",
    certaintyOf: "Vertrauenswürdigkeit",
    readingOf: "Wie wir es gelesen haben",
    notRegistered: "Dieser Schlüssel steht nicht im Verzeichnis der Quellen.",
    strength: { strong: "stark", weak: "schwach (bedingt)", "not-graded": "nicht angegeben" },
    certainty: {
      high: "hoch",
      moderate: "moderat",
      low: "niedrig",
      "very-low": "sehr niedrig",
      "not-graded": "nicht angegeben",
    },
    recommendation: (strength) => `Empfehlung: ${strength}`,
    certain: (certainty) => `Vertrauenswürdigkeit: ${certainty}`,
    confidence: {
      read: "in der Quelle gelesen",
      secondary: "auf einer Seite über die Quelle gelesen, nicht in ihr",
      "from-memory": "aus dem Gedächtnis, noch zu prüfen",
      unresolved: "Quelle nicht gefunden",
      "house-rule": "Hausregel",
    },
    verify: (fields) => `noch zu prüfen: ${fields}`,
    references: "Literatur",
    citedAt: "Zitiert: ",
    notChecked: "Stand nicht geprüft",
    verifyLink: " noch zu prüfen",
  },

  patient: {
    title: "Diese Person",
    enterToSee:
      "Tragen Sie ein, was bekannt ist; der nächste Schritt erscheint hier. Was offen bleibt, bleibt unbekannt und wird nie als Nein gelesen.",
    chart: "Den Pfad als Diagramm ansehen",
    ownChart: "Den Weg dieser Person im Diagramm ansehen",
    enter: "Befunde eintragen",
    notAllUsed: "Nicht alles konnte verwendet werden",
    notAFinding: "ist kein Befund dieses Pfades und wurde nicht verwendet",
    stillNeeded: "Was noch fehlt, die beste Frage zuerst",
    guideline: "Befolgte Leitlinie",
    show: "Den nächsten Schritt zeigen",
    again: "Neu beginnen",
    answers: { "": "Nicht gefragt", yes: "Ja", no: "Nein", unknown: "Nicht bekannt" },
    wholeNumber: (low, high) => `${low} bis ${high}, oder unknown`,
    number: "eine Zahl, oder unknown",
    printedNumber: "der Wert mit Einheit und Bezug, wie das Labor ihn druckt",
    unit: "Einheit und Bezug",
    unitOf: (label) => `Einheit und Bezug von ${label}`,
    warnings: "Warnungen",
    contradictions: "Das kann nicht alles stimmen",
    presumed: "Vorausgesetzt, weil nichts gesagt wurde",
    trace: "Wie dies zustande kam",
    lookedAt: "Betrachtet",
    sameStep: "Der nächste Schritt ist derselbe wie zuvor.",
    changedStep: "Der nächste Schritt hat sich geändert.",
    was: "Er war",
    profilesAgree: (number) => `Alle ${number} Leitlinien dieses Pfades führen hier zum selben Schritt.`,
    profilesDiffer: "Die Leitlinien unterscheiden sich hier",
    followedHere: " (hier befolgt)",
    correct: { change: "Ändern", so: "Es ist so", notSo: "Es ist nicht so" },
  },

  step: {
    now: "Jetzt",
    open: "Noch nicht entschieden",
    next: "Nächster Schritt",
    detail: "Der Schritt im Einzelnen",
    alsoDo: "Außerdem",
    followUp: "Kontrolle.",
    possible: "Noch möglich, und warum",
  },

  secondReading: {
    title: "Zwei Lesarten des Textes weichen voneinander ab",
    why: (first, second, texts) => (
      <>
        Was daraus gelesen wurde, führt zu „{first}“. Als Ganzes, verglichen mit {texts} Beispielen, ähnelt der Text
        eher denen von Kranken, für die „{second}“ richtig ist. Bis Sie nachgesehen haben, gilt der sicherere Schritt.
      </>
    ),
    look: (found) => <>Sehen Sie nach, {found}: Fehlt etwas, oder ist etwas falsch gelesen?</>,
    found: "was gelesen wurde",
    confirm: "Alles ist richtig gelesen",
  },

  score: {
    others: "Andere Fassungen des Scores",
    stated: "wie angegeben, hier nicht ausgezählt",
    items: "Punkt für Punkt",
    open: "offen",
    or: " oder ",
    scale: (label, total, low, high) => `${label}: ${total} in einem Bereich von ${low} bis ${high}`,
  },

  answer: {
    yourQuestion: "Ihre Frage",
    yourFollowUp: "Ihre Anschlussfrage",
    bottomLine: "Das Wichtigste",
    bottomLineAfter: "Das Wichtigste, wenn der Notfall versorgt ist",
    whole: "Das ganze Thema lesen",
    correct: "Diese Befunde berichtigen oder ergänzen",
    noFinding: "In der Frage wurde kein Befund zu einer Person erkannt.",
    follows: (count) => `Folgt daraus (${count})`,
    from: {
      stated: "angegeben",
      presumed: "vorausgesetzt",
      derived: "folgt aus dem Übrigen",
      supposed: "nur angenommen",
    },
    change: "Ändern",
    readAs: (finding) => `Gelesen als ${finding}`,
    evidenceSays: "Was die Belege sagen",
    inShort: "Das Thema in Kürze",
    forOnePatient: "Für eine Patientin oder einen Patienten",
    isGeneral:
      "Dies beantwortet eine allgemeine Frage. Für eine einzelne Person beschreiben Sie sie in einer Frage oder tragen Sie Befunde ein.",
    runPathway: "Pfad durchlaufen",
    added: "Was Sie ergänzt haben",
    needed: "Was noch fehlt",
    bestFirst: "Die beste Frage zuerst: Ihre Antwort kann den Rest überflüssig machen.",
    otherNeeds: (number) => (number === 1 ? "Eine weitere Frage" : `${number} weitere Fragen`),
    more: (number) => `und ${number} weitere, falls diese es nicht entscheiden`,
    sentAlong: "Frage, die mitgeschickt wird",
    question: "Frage",
    update: "Antwort erneuern",
    related: "Verwandte Fragen",
    notYet: "Hier noch nicht beantwortet.",
    reviewed: "Stand der Prüfung dieses Themas",
    notAnswered: "Hier nicht beantwortet",
    followUp: "Eine Anschlussfrage stellen",
    followUpLabel: "Ihre Anschlussfrage",
    followUpAlone: "Nennen Sie noch einmal, was zählt: Es wird nur übernommen, was Sie schreiben.",
    followUpHint:
      "Was oben verstanden wurde, wird übernommen. Fragen Sie auf Englisch, zum Beispiel: what if the scan is negative? and if she is pregnant? why? how sure are you?",
    onlySupposed: "Bisher nur angenommen",
    isSo: "Es ist so: als Befund übernehmen",
    urgent: "Mit keinem davon warten",
    urgentHouseRule: "Hausregel: Zu diesen Zeichen ist keine Quelle angegeben.",
    urgentSources: (sources) => `Quellen: ${sources}.`,
  },

  followed: {
    title: "Was das ändert",
    carried: "Aus Ihren früheren Fragen übernommen",
    dropped: "Nicht mehr angenommen",
    guideline: "Leitlinie",
    becomes: " wird zu ",
    nothing: "Die Frage selbst ändert an den Befunden nichts.",
    notSaid: "nicht gesagt",
    setAside: "beiseitegelegt",
    supposed: "nur angenommen",
    decides: "das allein entscheidet",
    same: "Der nächste Schritt bleibt derselbe",
    before: "Vorher",
    now: "Jetzt",
    none: "keiner",
    open: "Das Wort lässt das Ergebnis offen. Es führt zu:",
  },

  thread: {
    title: "Dieses Gespräch",
    kept: "Diese Seite hält die Fragen und das Verstandene; der Server behält nichts davon.",
    leftOut: (number) =>
      number === 1
        ? "Die erste Frage ist nicht mehr aufgeführt. Was sie über die Person sagte, wird weiter übernommen."
        : `Die ersten ${number} Fragen sind nicht mehr aufgeführt. Was sie über die Person sagten, wird weiter übernommen.`,
    unanswered: "Die Frage oben wurde nicht beantwortet; das Gespräch bleibt, wie es war.",
    question: (number) => `Frage ${number}`,
    confirmed: "Was angenommen war, ist so.",
    step: "Nächster Schritt",
    stays: "wie zuvor",
    was: "vorher: ",
    carried: (number) => (number === 1 ? "Übernommen: 1 Befund" : `Übernommen: ${number} Befunde`),
    outdated:
      "Der Text des Themas hat sich seither geändert; zeigen Sie die Antwort erneut, um zu lesen, was er jetzt sagt.",
    here: "Oben vollständig gezeigt",
    again: "Diese Antwort erneut zeigen",
    tooLong: "Zu lang, um ganz gehalten zu werden; stellen Sie die Frage neu, um die Antwort zu lesen.",
    anew: "Ein neues Gespräch beginnen",
    goneBack: (number) =>
      `Sie sind zu Frage ${number} zurückgegangen. Was Sie jetzt fragen, folgt auf sie, und die späteren Fragen entfallen.`,
  },

  refusal: {
    title: "Keine Antwort",
    reasons: {
      "no-topic": "Dazu hat die Bibliothek kein Thema",
      "not-understood": "Das Hinzugefügte wurde nicht verstanden",
      "too-little-said": "Die Frage sagt zu wenig für eine Antwort",
      "not-clinical": "Hier steht dazu nichts",
      "outside-scope": "Das liegt außerhalb dessen, was die Bibliothek abdeckt",
      "drug-dose": "Wellspring nennt keine Dosierungen",
      "emergency-first": "Dies zuerst: sofort Notfallhilfe",
      "not-in-force": "Das Thema dazu gilt nicht mehr",
      unreadable: "Die Frage konnte nicht gelesen werden",
      "other-language": "Fragen werden auf Englisch gelesen",
    },
    nearest: "Nächstliegende Themen",
  },

  identifiers: {
    title: "Lassen Sie weg, was die Person benennt",
    notAsked: "Noch nicht gefragt",
    kinds,
    holds: (kinds) =>
      `Die Frage enthält anscheinend: ${list(kinds)}. Die Antwort braucht das nicht, und nichts wurde gespeichert.`,
    without: "Die Frage ohne diese Angaben",
    mistaken:
      "Irrtümlich erkannt? Die Wörter in Klammern ändern die Antwort nicht: Fragen Sie so, oder schreiben Sie es anders.",
  },

  board: {
    give: "Diese Frage dem Beirat geben",
    words: "Die Frage, in Worten, die aufbewahrt werden dürfen. Ohne alles, was eine Person betrifft.",
    agree: "Ich habe diese Worte gelesen; der Beirat darf sie aufbewahren.",
    button: "Dem Beirat geben",
    notKept: { question: "Die Frage wurde nicht aufbewahrt", report: "Die Meldung wurde nicht aufbewahrt" },
    nothingWritten: { question: "Schreiben Sie erst eine Frage.", report: "Schreiben Sie erst, was nicht stimmt." },
    tooLong: (characters, most) =>
      `Das sind ${characters} Zeichen; aufbewahrt werden höchstens ${most}. Gehen Sie zurück und kürzen Sie.`,
    notAgreed: "Ohne Ihre Zustimmung wird nichts aufbewahrt. Gehen Sie zurück und setzen Sie das Häkchen.",
    otherForm: "Das Formular gehört nicht zu dieser Seite. Öffnen Sie die Seite noch einmal.",
    notTaken: "Sie kann dem Beirat hier nicht gegeben werden: Dieser Server kann zurzeit nichts aufbewahren.",
    hint: "Ein Thema wird daraus nur, wenn ein Mensch sie aufgreift. Sie bekommen einen Code, um zu sehen, was daraus wird.",
  },

  report: {
    title: "Einen Fehler auf dieser Seite melden",
    kind: "Was ist es?",
    kinds: {
      wrong: "Etwas ist falsch",
      outdated: "Etwas ist veraltet",
      unclear: "Etwas ist nicht zu verstehen",
      missing: "Etwas fehlt",
      source: "Die Quelle sagt das nicht",
      page: "Die Seite funktioniert nicht",
      other: "Etwas anderes",
    },
    part: "Wo?",
    wholePage: "Die ganze Seite",
    words: "Was nicht stimmt, in Worten, die aufbewahrt werden dürfen. Ohne alles, was eine Person betrifft.",
    button: "Melden",
    hint: "Es geht an den Beirat. Sie bekommen einen Code, um zu sehen, was daraus wird; über Sie wird nichts aufbewahrt. Nicht für Notfälle.",
  },

  withdrawn: {
    title: (topic) => `Zurückgezogen: ${topic}`,
    heading: "Dieses Thema wurde zurückgezogen",
    advice: "Handeln Sie nicht nach Kopien davon. Fragen Sie neu, oder sehen Sie bei den anderen Themen nach.",
    successor: "An seiner Stelle",
  },

  keyboard: {
    title: "Tastatur",
    lede: "Eine oder zwei Tasten, außerhalb von Eingabefeldern.",
    keys: "Tasten",
    effect: "Was sie tun",
    followedBy: "dann",
    switchLabel: "Diese Kurztasten auf diesem Gerät verwenden",
    switchHint: "Alles ist auch mit Tab und Enter zu erreichen. Die Wahl bleibt allein in diesem Browser.",
    shortcuts: {
      ask: "Zum Fragefeld",
      nextSection: "Nächster Abschnitt",
      previousSection: "Abschnitt davor",
      evidence: "Den Beleg der nächsten Aussage öffnen",
      findings: "Befunde eintragen",
      home: "Startseite",
      help: "Diese Liste",
    },
  },

  ...pagesDe,
  policyPage: policyDe,
  tools: toolsDe,

  script: {
    topicsFound: { one: "1 Thema passt", other: "{count} Themen passen" },
    topics: "Themen",
    copied: "Kopiert",
    copyByHand: "Strg+C oder ⌘C drücken: Der Text ist markiert",
    notUpdated: "Das Ergebnis konnte nicht erneuert werden. Versuchen Sie es mit der Schaltfläche.",
    takenOut: "Herausgenommen: {kinds}. Nichts wurde gesendet. Sehen Sie den Text an, dann fragen Sie noch einmal.",
    times: "{kind} ({count}-mal)",
    kinds,
    close: "Schließen",
    copyAsOf:
      "Sie sind offline. Dies ist eine Kopie vom {moment} UTC; der Text kann seither geändert oder zurückgezogen worden sein.",
    notAnswered: "Was eingetragen wurde, wird ohne Verbindung nicht beantwortet.",
  },
};
