import type { Identifier, IdentifierKind } from "../../privacy/identifier.ts";
import type { Assets } from "../assets.ts";
import { AskForm } from "../components/ask-form.tsx";
import { printable } from "../components/findings-list.tsx";
import { Layout } from "../components/layout.tsx";
import { useMessages } from "../messages/language.tsx";

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
  const words = useMessages().identifiers;
  const kinds = [...new Set(identifiers.map(({ kind }) => words.kinds[kind]))];
  return (
    <Layout title={words.title} assets={assets} index={false} ownAskBox translated>
      <div class="page page-alone refusal">
        <p class="kicker">{words.notAsked}</p>
        <h1>{words.title}</h1>
        <p class="lede">{words.holds(kinds)}</p>
        <p class="identified" dir="auto" lang="en">
          {marked(question, identifiers, words.kinds)}
        </p>
        <search>
          <AskForm label={words.without} question={printable(masked)} exchange={exchange} />
        </search>
        <p class="hint">{words.mistaken}</p>
      </div>
    </Layout>
  );
}

function marked(question: string, identifiers: readonly Identifier[], kinds: Readonly<Record<IdentifierKind, string>>) {
  const parts = identifiers.flatMap(({ kind, start, end }, at) => [
    printable(question.slice(identifiers[at - 1]?.end ?? 0, start)),
    <mark key={start} title={kinds[kind]}>
      {printable(question.slice(start, end))}
      <span class="visually-hidden"> ({kinds[kind]})</span>
    </mark>,
  ]);
  return [...parts, printable(question.slice(identifiers.at(-1)?.end ?? 0))];
}
