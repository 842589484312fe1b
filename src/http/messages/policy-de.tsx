import type { policyEn } from "./policy-en.tsx";

export const policyDe: typeof policyEn = {
  title: "Redaktionelle Grundsätze",
  lede: "Was hinter einer Seite von Wellspring steht, und was nicht.",
  confidences: {
    read: "Die Quelle selbst wurde gelesen, wenigstens der Teil, der angeführt ist.",
    secondary:
      "Gelesen wurde eine Seite über die Quelle, nicht die Quelle. Öffnen Sie die Quelle, bevor Sie sich darauf verlassen.",
    "from-memory": "Aus dem Gedächtnis geschrieben. Noch hat es niemand mit der Quelle verglichen.",
    unresolved:
      "Wir haben die Quelle gesucht und nicht gefunden. Die Zahl wird gezeigt, damit niemand sie für einen Beleg hält.",
    "house-rule":
      "Unsere eigene Zusammenschau, wo Leitlinien schweigen oder sich unterscheiden. Sie ist überall als solche bezeichnet.",
  },
  body: (confidences) => (
    <>
      <h2 id="making">Wie Inhalte entstehen</h2>
      <p>
        Ein Thema wird in Textdateien geschrieben, die eine Ärztin oder ein Arzt lesen kann. Jeder Satz trägt, worauf er
        steht: Quelle, Stelle in der Quelle, Stärke und Gewissheit in den Wörtern von GRADE, und wie sicher wir sind,
        dass die Quelle es sagt. Zahlen werden einmal geschrieben, mit Personenkreis und Quelle, und von dort gedruckt,
        damit Seite, Rechner und Schnittstelle sich nicht widersprechen können. Ein Satz ohne Beleg wird nicht
        angenommen, es sei denn, er ist als Hausregel oder als ungeklärt bezeichnet.
      </p>
      {confidences}

      <h2 id="review">Was die Wörter zum Stand bedeuten</h2>
      <dl class="meanings">
        <div>
          <dt>Eingereicht</dt>
          <dd>
            Der Text ist vollständig und hat jede maschinelle Prüfung bestanden. Niemand im Gremium hat unterschrieben.
          </dd>
        </div>
        <div>
          <dt>In Prüfung</dt>
          <dd>Mitglieder eines ärztlichen Gremiums lesen genau diese Fassung.</dd>
        </div>
        <div>
          <dt>Freigegeben</dt>
          <dd>
            Mindestens eine Person mit klinischer und eine mit methodischer Aufgabe haben genau diese Fassung
            unterschrieben; keine hat sie geschrieben oder einen Interessenkonflikt erklärt. Ihre Namen stehen beim
            Wort, mit dem, was sie erklärt haben. Jede Änderung macht die Unterschriften ungültig.
          </dd>
        </div>
        <div>
          <dt>Ersetzt</dt>
          <dd>
            Eine spätere Ausgabe ist an ihre Stelle getreten, oder eine Notfallkorrektur wurde nicht rechtzeitig
            bestätigt.
          </dd>
        </div>
        <div>
          <dt>Abgelaufen</dt>
          <dd>
            Niemand im Gremium hat sie innerhalb von 90 Tagen nach der Frist angesehen. Aus ihr werden keine Antworten
            mehr gemacht.
          </dd>
        </div>
        <div>
          <dt>Zurückgezogen</dt>
          <dd>Der Text darf nicht mehr verwendet werden. Die Seite sagt, warum, und was an seiner Stelle steht.</dd>
        </div>
      </dl>
      <p>
        Das Wort auf einer Seite wird aus der Akte genau dieser Fassung errechnet, die ihr Hash benennt; kein anderer
        Teil des Systems kann es drucken.{" "}
        <strong>Die mitgelieferten Inhalte warten auf die Prüfung durch Menschen</strong>: sie sagen „Eingereicht“, mit
        einem Vorbehalt, bis das Gremium des Hauses, das sie betreibt, unterschrieben hat.
      </p>

      <p>
        Eine Notfallkorrektur der Sicherheitsbeauftragten allein sagt <em>In Prüfung</em> und erlischt nach 72 Stunden,
        wenn kein Gremium sie bestätigt. Eine zurückgezogene Quelle stellt jeden Text, der sie anführt, wieder in
        Prüfung. Jede Kopie trägt einen kurzen Code: <a href="/code">schlagen Sie ihn nach</a>, um zu erfahren, ob der
        Text aktuell, seither geändert oder zurückgezogen ist.
      </p>

      <h2 id="proof">Was ein Beweis behauptet</h2>
      <p>
        Der Algorithmus eines Themas wird von der Maschine geprüft: Namen, Arten und Einheiten beim Laden; Beispiele von
        Patienten für jede Regel und beide Seiten jeder Grenze; und Beweise über alle Patienten zugleich, dass für jeden
        eine Regel spricht, dass keine zwei sich widersprechen, dass keine Regel tot ist, dass nichts auf eine Annahme
        hin ausgeschlossen wird und dass mehr zu wissen nie einen Schluss zurücknimmt. Ein Beweis sagt, dass der
        Algorithmus tut, was geschrieben steht. Er sagt nicht, dass das Geschriebene richtige Medizin ist, dass die
        Leitlinie dahinter recht hat, oder dass es zu dem Menschen vor Ihnen passt.
      </p>

      <h2 id="unknown">Was nicht bekannt ist</h2>
      <p>
        Nicht gefragt und gefragt, aber nicht bekannt sind beide unbekannt, und keines wird als Nein gelesen. Wo etwas
        angenommen wird, weil niemand es erwähnt hat, führt die Antwort es auf. Eine Antwort führt auch auf, worauf sie
        nicht einging. Wenn die Bibliothek nichts hat, was gut genug ist, sagt sie das und gibt keine Antwort.
      </p>

      <h2 id="privacy">Datenschutz</h2>
      <p>
        Fragen und Befunde dienen der Antwort und werden von Wellspring weder gespeichert noch protokolliert. Die eine
        Ausnahme ist eine Frage, die Sie selbst dem Gremium geben, in Wörtern, die Sie noch einmal gelesen haben; sie
        wird gelöscht, wenn das Gremium sie ablehnt. Sie stehen aber in der Adresse der Seite: lassen Sie weg, was
        jemanden erkennbar macht, und denken Sie an gemeinsam benutzten Rechnern an den Verlauf des Browsers. Seiten
        laden nichts von anderen, setzen kein Cookie außer für die gewählte Sprache (und, für das Gremium, das der
        Anmeldung) und sagen keiner anderen Seite, woher Sie kommen. Verweise auf Quellen öffnen sich nur, wenn Sie
        ihnen folgen. Ihr Browser bewahrt Kopien der Texte für die Zeit ohne Verbindung auf; nie von einer Frage oder
        von einer Seite über einen Patienten.
      </p>

      <h2 id="drugs">Arzneimittel und Dosierungen</h2>
      <p>
        Wellspring nennt keine Dosierungen. Es übergibt an die Arzneimittelliste des Hauses und an die Behandelnden. Ein
        aus einer Quelle zitierter Satz kann die untersuchte Dosis enthalten; er ist ein Zitat, kein Rat.
      </p>

      <h2 id="quotes">Zitate</h2>
      <p>
        Wo kein Thema antwortet, werden Sätze aus Quellen, die das Haus freigegeben hat, wortwörtlich zitiert. Sie
        werden maschinell ausgewählt, nach den Wörtern und Gewichten, die Teil der Bibliothek sind, und niemand hat die
        Auswahl geprüft. Was als zurückgezogen oder ersetzt bekannt ist, wird nicht zitiert. Wenn nichts gut genug
        antwortet, wird nichts zitiert.
      </p>
    </>
  ),
};
