import { CONFIDENCES } from "../../evidence/confidence.ts";
import type { Assets } from "../assets.ts";
import { Layout } from "../components/layout.tsx";
import { useMessages } from "../messages/language.tsx";

/** How content is made, what the words of the status strip mean, what is proven and what is not, what happens to questions. */
export function PolicyPage({ assets }: { readonly assets: Assets }) {
  const { evidence, policyPage: words } = useMessages();
  return (
    <Layout title={words.title} assets={assets} index translated>
      <article class="page page-alone prose">
        <h1>{words.title}</h1>
        <p class="lede">{words.lede}</p>
        {words.body(
          <dl class="meanings">
            {CONFIDENCES.map((confidence) => (
              <div key={confidence}>
                <dt>{evidence.confidence[confidence]}</dt>
                <dd>{words.confidences[confidence]}</dd>
              </div>
            ))}
          </dl>,
        )}
      </article>
    </Layout>
  );
}
