import { statementsOfSection } from "../../library/model/article.ts";
import type { ContentCheck } from "../content-check.ts";
import { lintDiagnostics } from "../lint-diagnostics.ts";

/** The page that is taken home holds what must be known in ten seconds, and names no section that is not there. */
export const leafletIncomplete: ContentCheck = {
  code: "leaflet-incomplete",
  asks: "does the leaflet hold every brief sentence of the patient's text?",
  check({ topic: { leaflet, articles }, placeIn }) {
    if (leaflet === undefined) return [];
    const sections = articles.patient?.sections ?? [];
    const report = (what: string, at: number) =>
      lintDiagnostics.report("leaflet-incomplete", { what }, placeIn("topic.yaml", ["leaflet", "sections", at]));
    const unknown = leaflet.sections.flatMap((id, at) =>
      sections.some((section) => section.id === id) ? [] : [report(`the patient's text has no section \`${id}\``, at)],
    );
    const lost = sections
      .filter(({ id }) => !leaflet.sections.includes(id))
      .filter((section) => statementsOfSection(section).some(({ brief }) => brief))
      .map(({ id }) => report(`the leaflet leaves out \`${id}\`, which holds what must be known first`, 0));
    return [...unknown, ...lost];
  },
};
