import type { PathwayPicture, PatientPicture } from "../../pathway/draw/draw-pathway.ts";
import type { Flow } from "../../pathway/draw/flow.ts";
import { layoutFlow } from "../../pathway/draw/layout-flow.ts";
import { overviewFlow } from "../../pathway/draw/overview-flow.ts";
import { renderSvg } from "../../pathway/draw/render-svg.ts";
import { treeFlow } from "../../pathway/draw/tree-flow.ts";

interface PathwayChartProps {
  readonly picture: PathwayPicture;
  readonly patient?: PatientPicture;
  readonly hrefs: {
    readonly stage: (id: string) => string;
    readonly question: (feature: string) => string;
  };
}

/** The chart of all stages; for one patient, first the tree of what is still open. */
export function PathwayChart({ picture: { overview }, patient, hrefs }: PathwayChartProps) {
  const { index } = overview.diagrams;
  const way = patient === undefined ? {} : { way: patient.way };
  return (
    <>
      {patient === undefined || patient.tree.kind === "end" ? null : (
        <section aria-labelledby="open-questions">
          <h2 id="open-questions">What can still change the advice</h2>
          <p class="hint">
            Best question first. A dashed box stands for a part that is folded, with what it may end in.
          </p>
          <Drawn flow={treeFlow(index, patient.tree, hrefs.question)} prefix="open" />
        </section>
      )}
      <section aria-labelledby="stages">
        <h2 id="stages">{patient === undefined ? "All stages" : "All stages, with this patient’s way"}</h2>
        {patient === undefined ? (
          <p class="hint">Stages are tried from top to bottom. Each box leads to the decision table of its stage.</p>
        ) : (
          <p class="hint">
            Thick and hatched: this patient’s way. Dashed: may be, something unknown decides. Thin and dotted: not this
            patient’s way.
          </p>
        )}
        <Drawn flow={overviewFlow(overview, { ...way, hrefOf: hrefs.stage })} prefix="stages" />
      </section>
    </>
  );
}

function Drawn({ flow, prefix }: { readonly flow: Flow; readonly prefix: string }) {
  const svg = renderSvg(layoutFlow(flow), { idPrefix: `${prefix}-chart` });
  return (
    <section
      class="drawing-frame"
      aria-label={`${flow.title} (scrolls)`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the chart scrolls by itself and must do so by keyboard (WCAG 2.1.1)
      tabIndex={0}
      // The markup is rendered here, with every text escaped
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
