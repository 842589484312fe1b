import { answerDiagnostics } from "../answer/answer-diagnostics.ts";
import { defineDiagnostics } from "../kernel/diagnostic.ts";
import { failed, ok, type Result } from "../kernel/result.ts";
import { drawPathway, drawPatient, type PathwayPicture, type PatientPicture } from "../pathway/draw/draw-pathway.ts";
import { layoutFlow } from "../pathway/draw/layout-flow.ts";
import { overviewOutline, renderOutline, treeOutline } from "../pathway/draw/outline.ts";
import { overviewFlow } from "../pathway/draw/overview-flow.ts";
import { presentPicture } from "../pathway/draw/present-picture.ts";
import { renderSvg } from "../pathway/draw/render-svg.ts";
import { renderTables } from "../pathway/draw/table-words.ts";
import { parseFindings } from "../pathway/findings/parse-findings.ts";
import type { Pathway } from "../pathway/model/pathway.ts";
import { type CliEffects, type Command, EXIT } from "./command.ts";
import { evaluateDiagnostics, parseRequest } from "./evaluate-command.ts";
import { type ReadArguments, readArguments } from "./read-arguments.ts";
import { reportFailure, reportUsage } from "./report.ts";

export const drawDiagnostics = defineDiagnostics({
  "stage-not-drawn": {
    severity: "error",
    message: ({ stage, known }: { stage: string; known: string }) =>
      `no stage \`${stage}\` is drawn; drawn are ${known}`,
    help: "name a stage of the pathway in which something can be decided under this profile",
  },
});

const FORMS = ["svg", "outline", "table", "json"] as const;
type Form = (typeof FORMS)[number];

/** `wellspring draw`: a pathway as chart, outline, decision tables or data, from its compiled form. */
export const drawCommand: Command = {
  name: "draw",
  usage: `draw <pathway> [--profile <id>] [--as ${FORMS.join("|")}] [--findings <findings.json|->] [--stage <id>]`,
  summary: "draw a pathway from its compiled form; with findings, with one patient's way lit",
  async run(args, effects) {
    const options = { profile: "string", as: "string", findings: "string", stage: "string" } as const;
    const read = readArguments(
      args,
      Object.fromEntries(Object.entries(options).map(([name, type]) => [name, { type }])),
    );
    if (!read.ok) return reportUsage(drawCommand, read.message, effects);
    const [id, ...rest] = read.positionals;
    if (id === undefined || rest.length > 0) return reportUsage(drawCommand, "name a pathway", effects);
    const form = FORMS.find((known) => known === (read.text("as") ?? "outline"));
    if (form === undefined) return reportUsage(drawCommand, `\`--as\` takes ${FORMS.join(", ")}`, effects);
    const opened = await effects.openLibrary();
    if (!opened.ok) return reportFailure(opened.diagnostics, effects);
    const topics = [...opened.value.wellspring.library.topics.values()];
    const pathway = topics.find((topic) => topic.pathway?.id === id)?.pathway;
    if (pathway === undefined) {
      const known = topics.flatMap((topic) => topic.pathway?.id ?? []).join(", ") || "none";
      return reportFailure([evaluateDiagnostics.report("pathway-not-found", { pathway: id, known })], effects);
    }
    const drawn = await draw(pathway, read, form, effects);
    if (!drawn.ok) return reportFailure(drawn.diagnostics, effects, opened.value.files);
    effects.write(drawn.value);
    return EXIT.ok;
  },
};

type Options = Extract<ReadArguments, { ok: true }>;

async function draw(pathway: Pathway, read: Options, form: Form, effects: CliEffects): Promise<Result<string>> {
  const path = read.text("findings");
  const text = path === undefined ? undefined : await effects.readText(path);
  if (text?.ok === false) return text;
  const request = text === undefined || path === undefined ? undefined : parseRequest(path, text.value);
  if (request?.ok === false) return request;
  const profile = read.text("profile") ?? request?.value.profile ?? pathway.defaultProfile;
  if (!pathway.profiles.some((one) => one.id === profile)) {
    const known = pathway.profiles.map((one) => one.id).join(", ");
    return failed(answerDiagnostics.report("profile-not-found", { profile, known }));
  }
  const picture = drawPathway(pathway, profile);
  if (!picture.ok) return picture;
  const stage = read.text("stage");
  const stages = picture.value.overview.stages.map((one) => one.stage.id);
  if (stage !== undefined && !stages.includes(stage))
    return failed(drawDiagnostics.report("stage-not-drawn", { stage, known: stages.join(", ") }));
  const only = stage === undefined ? {} : { only: stage };
  if (request === undefined) return ok(render(picture.value, undefined, form, only));
  const statements = parseFindings(pathway, request.value.findings);
  if (!statements.ok) return statements;
  const patient = drawPatient(pathway, statements.value, profile);
  return patient.ok ? ok(render(picture.value, patient.value, form, only)) : patient;
}

function render(
  { overview, tables }: PathwayPicture,
  patient: PatientPicture | undefined,
  form: Form,
  only: { readonly only?: string },
): string {
  const { index } = overview.diagrams;
  const options = { ...only, ...(patient === undefined ? {} : { way: patient.way }) };
  const shown = tables.filter(({ stage }) => only.only === undefined || stage.id === only.only);
  switch (form) {
    case "svg":
      return `${renderSvg(layoutFlow(overviewFlow(overview, options)), { idPrefix: "pathway", standalone: true })}\n`;
    case "outline": {
      const open = patient === undefined ? "" : `Still open\n${renderOutline([treeOutline(index, patient.tree)])}\n`;
      return `${open}${renderOutline(overviewOutline(overview, options))}`;
    }
    case "table":
      return renderTables(overview, shown);
    case "json":
      return `${JSON.stringify(presentPicture({ overview, tables: shown }, options, patient?.tree), null, 2)}\n`;
  }
}
