import type { PathwayPicture, PatientPicture } from "../../pathway/draw/draw-pathway.ts";
import { layoutFlowDown } from "../../pathway/draw/layout-down.ts";
import { type Drawing, layoutFlow } from "../../pathway/draw/layout-flow.ts";
import { overviewFlow } from "../../pathway/draw/overview-flow.ts";
import { renderSvg } from "../../pathway/draw/render-svg.ts";
import { treeFlow } from "../../pathway/draw/tree-flow.ts";
import { useMessages } from "../messages/language.tsx";

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
  const words = useMessages().pathway;
  const { index } = overview.diagrams;
  const way = patient === undefined ? {} : { way: patient.way };
  const stages = overviewFlow(overview, { ...way, hrefOf: hrefs.stage });
  return (
    <>
      {patient === undefined || patient.tree.kind === "end" ? null : (
        <section aria-labelledby="open-questions">
          <h2 id="open-questions">{words.canChange}</h2>
          <p class="hint">{words.folded}</p>
          <Drawn drawing={layoutFlowDown(treeFlow(index, patient.tree, hrefs.question))} prefix="open" />
        </section>
      )}
      <section aria-labelledby="stages">
        <h2 id="stages">{patient === undefined ? words.allStages : words.allStagesLit}</h2>
        <p class="hint">{patient === undefined ? words.stagesHint : words.litHint}</p>
        <Drawn drawing={layoutFlow(stages)} prefix="stages" when="wide" />
        <Drawn drawing={layoutFlowDown(stages)} prefix="stages-down" when="narrow" />
      </section>
    </>
  );
}

interface DrawnProps {
  readonly drawing: Drawing;
  readonly prefix: string;
  /** In windows of which width it is shown; left out, in all. */
  readonly when?: "wide" | "narrow";
}

function Drawn({ drawing, prefix, when }: DrawnProps) {
  const { scrolls } = useMessages().pathway;
  const svg = renderSvg(drawing, { idPrefix: `${prefix}-chart` });
  return (
    <section
      class={when === undefined ? "drawing-frame" : `drawing-frame when-${when}`}
      aria-label={`${drawing.flow.title} ${scrolls}`}
      lang="en"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the chart scrolls by itself and must do so by keyboard (WCAG 2.1.1)
      tabIndex={0}
      // The markup is rendered here, with every text escaped
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
