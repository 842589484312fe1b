import { IDENTIFIER_KINDS, type Identifier } from "../../privacy/identifier.ts";
import type { Assets } from "../assets.ts";
import { AskForm } from "../components/ask-form.tsx";
import { printable } from "../components/findings-list.tsx";
import { Layout } from "../components/layout.tsx";

interface IdentifiersPageProps {
  readonly assets: Assets;
  readonly question: string;
  readonly identifiers: readonly Identifier[];
  /** The question with each identifier replaced by what kind of thing it is. */
  readonly masked: string;
  /** Held when the question followed an earlier answer. */
  readonly exchange?: string | undefined;
}

/** Shown instead of an answer when a text would tell who the patient is: what was recognised, and the text without it. */
export function IdentifiersPage({ assets, question, identifiers, masked, exchange }: IdentifiersPageProps) {
  const kinds = [...new Set(identifiers.map(({ kind }) => IDENTIFIER_KINDS[kind]))];
  return (
    <Layout title="Leave out what names the patient" assets={assets} index={false} ownAskBox>
      <div class="page page-alone refusal">
        <p class="kicker">Not asked yet</p>
        <h1>Leave out what names the patient</h1>
        <p class="lede">
          The question holds what looks like {LIST.format(kinds.map((kind) => `${article(kind)} ${kind}`))}. The answer
          does not need it, and nothing was stored.
        </p>
        <p class="identified" dir="auto">
          {marked(question, identifiers)}
        </p>
        <search>
          <AskForm label="The question without it" question={printable(masked)} exchange={exchange} />
        </search>
        <p class="hint">
          Recognised by mistake? The words in brackets do not change the answer: ask as it stands, or write it another
          way.
        </p>
      </div>
    </Layout>
  );
}

const LIST = new Intl.ListFormat("en-GB");
const article = (kind: string) => (/^[aeiou]/.test(kind) ? "an" : "a");

function marked(question: string, identifiers: readonly Identifier[]) {
  const parts = identifiers.flatMap(({ kind, start, end }, at) => [
    printable(question.slice(identifiers[at - 1]?.end ?? 0, start)),
    <mark key={start} title={IDENTIFIER_KINDS[kind]}>
      {printable(question.slice(start, end))}
      <span class="visually-hidden"> ({IDENTIFIER_KINDS[kind]})</span>
    </mark>,
  ]);
  return [...parts, printable(question.slice(identifiers.at(-1)?.end ?? 0))];
}
