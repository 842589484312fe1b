import type { ComponentChildren as Words } from "preact";

/** The editorial policy as prose, with the list of how surely a source says something in its place. */
export const policyEn = {
  title: "Editorial policy",
  lede: "What stands behind a page of Wellspring, and what does not.",
  confidences: {
    read: "The source itself was read, at least the part that is cited.",
    secondary: "A page about the source was read, not the source. Open the source before you rely on it.",
    "from-memory": "Written from memory. Nobody has compared it with the source yet.",
    unresolved:
      "We looked for the source and did not find it. The figure is shown so that nobody takes it for evidence.",
    "house-rule": "Our own synthesis where guidelines are silent or disagree. It is labelled wherever it is printed.",
  },
  body: (confidences: Words) => (
    <>
      <h2 id="making">How content is made</h2>
      <p>
        A topic is written as text files that a clinician can read. Each sentence carries the evidence it stands on:
        source, place in the source, strength and certainty in the words of GRADE, and how sure we are that the source
        says so. Numbers are written once, with population and source, and printed from there, so that the page, the
        calculator and the interfaces cannot disagree. A sentence without evidence does not pass the build unless it is
        labelled as a house rule or as unresolved.
      </p>
      {confidences}

      <h2 id="review">What the status words mean</h2>
      <dl class="meanings">
        <div>
          <dt>Submitted</dt>
          <dd>The text is complete and has passed every automatic check. No one on a board has signed it.</dd>
        </div>
        <div>
          <dt>Under review</dt>
          <dd>Members of a medical advisory board are reading exactly this version.</dd>
        </div>
        <div>
          <dt>Approved</dt>
          <dd>
            At least one clinical and one methods reviewer have signed exactly this version, and neither wrote it nor
            has declared a conflict of interest. Their names stand beside the word with what they declared. Any edit
            voids the signatures.
          </dd>
        </div>
        <div>
          <dt>Replaced</dt>
          <dd>A later edition has taken its place, or an emergency correction was not ratified in time.</dd>
        </div>
        <div>
          <dt>Expired</dt>
          <dd>
            Nobody on the board has looked at it within 90 days of its due date. Answers are no longer made from it.
          </dd>
        </div>
        <div>
          <dt>Withdrawn</dt>
          <dd>The text must no longer be used. The page says why, and what stands in its place.</dd>
        </div>
      </dl>
      <p>
        The word on a page is computed from the record of that exact version, named by its hash; no other part of the
        system can print it. <strong>The content that ships with Wellspring awaits human review</strong>: it says
        Submitted, with a caution, until the board of the hospital that runs it has signed.
      </p>

      <p>
        An emergency correction by the safety officer alone says <em>Under review</em> and lapses after 72 hours unless
        a board ratifies it. A retracted source puts every text that cites it under review again. Each copy carries a
        short code: <a href="/code">look it up</a> to learn whether the text is current, changed since, or withdrawn.
      </p>

      <h2 id="proof">What a proof claims</h2>
      <p>
        The algorithm of a topic is checked by machine: names, types and units when it is loaded; example patients for
        every rule and both sides of every boundary; and proofs over all patients at once, that some rule speaks for
        each, that no two contradict each other, that no rule is dead, that nothing is ruled out on a presumption, and
        that learning more never takes a conclusion back. A proof says that the algorithm does what is written. It does
        not say that what is written is right medicine, that the guideline behind it is right, or that it suits the
        patient in front of you.
      </p>

      <h2 id="unknown">What is not known</h2>
      <p>
        Not asked and asked but not known are both unknown, and neither is read as no. Where something is presumed
        because nobody mentioned it, the answer lists it. An answer also lists what it did not address. When the library
        has nothing good enough, it says so and gives no answer.
      </p>

      <h2 id="privacy">Privacy</h2>
      <p>
        Questions and findings are used to make the answer and are not stored or logged by Wellspring. The one exception
        is a question that you give to the board yourself, in words you have read again; they are deleted when the board
        declines it. They do stand in the address of the page, so leave out anything that identifies a person, and mind
        your browser's history on a shared computer. Pages load nothing from any other site, set no cookie but the
        language you choose (and, for the board, the one that keeps them signed in), and tell no other site where you
        came from. Links to sources open only when you follow them. Your browser keeps copies of the texts for the time
        without a connection; never of a question or of a page about a patient.
      </p>

      <h2 id="drugs">Drugs and doses</h2>
      <p>
        Wellspring names no doses. It hands over to the local formulary and the treating team. A sentence quoted from a
        source may hold the dose that was studied; it is a quotation, not advice.
      </p>

      <h2 id="quotes">Quotations</h2>
      <p>
        Where no topic answers, sentences of sources that the hospital has released are quoted word for word. They are
        chosen by machine, by the words and weights that are part of the library, and nobody has reviewed the choice.
        What is known to be retracted, withdrawn or superseded is not quoted. When nothing answers well enough, nothing
        is quoted.
      </p>
    </>
  ),
};
