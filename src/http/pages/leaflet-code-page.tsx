import type { Topic } from "../../library/model/topic.ts";
import type { Assets } from "../assets.ts";
import { Layout } from "../components/layout.tsx";

/** What became of the copy that a code was typed from. */
export type CodeVerdict =
  | { readonly kind: "unasked" }
  | { readonly kind: "mistyped" }
  | { readonly kind: "current"; readonly topic: Topic }
  | { readonly kind: "withdrawn"; readonly topic: Topic }
  | { readonly kind: "not-current" };

interface LeafletCodePageProps {
  readonly assets: Assets;
  readonly typed: string;
  readonly verdict: CodeVerdict;
}

/** Is the printed copy in somebody's hand still what is said today? */
export function LeafletCodePage({ assets, typed, verdict }: LeafletCodePageProps) {
  return (
    <Layout title="Is this leaflet still good?" assets={assets} index={false}>
      <div class="page page-alone">
        <h1>Is this leaflet still good?</h1>
        <Verdict verdict={verdict} />
        <form class="ask" action="/leaflet-code" method="get">
          <label for="code">Code at the foot of the leaflet</label>
          <div class="ask-row">
            <input
              id="code"
              name="code"
              type="text"
              required
              maxlength={20}
              autocomplete="off"
              spellcheck={false}
              value={typed}
              aria-describedby={verdict.kind === "unasked" ? undefined : "verdict"}
            />
            <button type="submit" class="primary">
              Check
            </button>
          </div>
        </form>
      </div>
    </Layout>
  );
}

function Verdict({ verdict }: { readonly verdict: CodeVerdict }) {
  switch (verdict.kind) {
    case "unasked":
      return null;
    case "mistyped":
      return (
        <p id="verdict" class="caution" role="status">
          No leaflet can have this code. Look at it again: eight letters and figures.
        </p>
      );
    case "current":
      return (
        <p id="verdict" class="verdict-good" role="status">
          This is the leaflet as it is today:{" "}
          <a href={`/topics/${verdict.topic.slug}/leaflet`}>{verdict.topic.patientQuestion}</a>
        </p>
      );
    case "withdrawn":
      return (
        <p id="verdict" class="contradictions" role="status">
          The text of this leaflet has been withdrawn. Do not use it.
        </p>
      );
    default:
      return (
        <p id="verdict" class="caution" role="status">
          No leaflet of today has this code. The text has changed since it was printed, or it was printed elsewhere. Ask
          for a new copy.
        </p>
      );
  }
}
