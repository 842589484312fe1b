import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { SourceSpan } from "../../kernel/source-span.ts";
import type { Pathway } from "../model/pathway.ts";
import { pathwayDiagnostics } from "./pathway-diagnostics.ts";

/** Checks that every name used is declared once, and that every ruling-out is guarded. (Proofs are the verifier's.) */
export function checkPathway(pathway: Pathway): readonly Diagnostic[] {
  return [
    ...checkDuplicates(pathway),
    ...checkReferences(pathway),
    ...checkRulingOut(pathway),
    ...checkWindows(pathway),
    ...checkStatedTotals(pathway),
    ...checkUnused(pathway),
  ];
}

const rulesOf = (pathway: Pathway) => pathway.stages.flatMap((stage) => stage.rules);

function checkDuplicates(pathway: Pathway): Diagnostic[] {
  const groups: readonly [string, readonly { readonly id: string; readonly span?: SourceSpan }[]][] = [
    ["rules", rulesOf(pathway)],
    ["stages", pathway.stages],
    ["follow-ups", pathway.followUps],
    ["profiles", pathway.profiles],
    ["recommendations", pathway.recommendations.map(({ code, span }) => ({ id: code, span }))],
    ["inconsistencies", pathway.inconsistencies],
    ["properties", pathway.properties],
  ];
  return groups.flatMap(([kind, members]) =>
    members
      .filter((member, at) => members.findIndex((other) => other.id === member.id) < at)
      .map((member) => pathwayDiagnostics.report("id-duplicate", { kind, id: member.id }, member.span)),
  );
}

function checkReferences(pathway: Pathway): Diagnostic[] {
  const codes = new Set(pathway.recommendations.map((recommendation) => recommendation.code));
  const features = new Set(pathway.features.map((feature) => feature.id));
  const followUps = new Set(pathway.followUps.map((followUp) => followUp.id));
  const profiles = new Set(pathway.profiles.map((profile) => profile.id));
  const scores = new Set(pathway.scores.map((score) => score.id));
  const missing = (kind: string, known: ReadonlySet<string>, ids: readonly string[], span?: SourceSpan) =>
    ids
      .filter((id) => !known.has(id))
      .map((id) => pathwayDiagnostics.report("reference-not-found", { kind, id }, span));
  return [
    ...rulesOf(pathway).flatMap((rule) => [
      ...missing("recommendation", codes, [rule.advise], rule.span),
      ...missing("feature", features, rule.known, rule.span),
      ...missing("profile", profiles, [...rule.profiles, ...profilesOf(rule.followUp?.byProfile)], rule.span),
      ...missing("follow-up", followUps, followUpsOf(rule.followUp), rule.span),
    ]),
    ...pathway.alsoDo.flatMap((also) => [
      ...missing("recommendation", codes, [also.advise, ...also.with, ...also.except], also.span),
      ...missing("follow-up", followUps, also.followUp === undefined ? [] : [also.followUp], also.span),
    ]),
    ...pathway.warnings.flatMap((w) => missing("recommendation", codes, [...w.with, ...w.except], w.span)),
    ...pathway.properties.flatMap((property) => [
      ...missing("recommendation", codes, property.advice, property.span),
      ...missing("profile", profiles, property.profiles, property.span),
    ]),
    ...pathway.inconsistencies.flatMap((i) => missing("feature", features, i.disputes, i.span)),
    ...pathway.scores.flatMap((score) =>
      score.items.flatMap((item) => missing("feature", features, [item.feature], item.span)),
    ),
    ...missing("profile", profiles, [pathway.defaultProfile]),
    ...missing("recommendation", codes, [pathway.outcomes.needs, pathway.outcomes.contradiction]),
    ...missing("score", scores, pathway.decidingScore === undefined ? [] : [pathway.decidingScore]),
  ];
}

function profilesOf(byProfile: Readonly<Record<string, string>> | undefined): readonly string[] {
  return Object.keys(byProfile ?? {}).filter((profile) => profile !== "default");
}

function followUpsOf(
  followUp: { default: string; byProfile: Readonly<Record<string, string>> } | undefined,
): readonly string[] {
  return followUp === undefined ? [] : [followUp.default, ...Object.values(followUp.byProfile)];
}

function checkRulingOut(pathway: Pathway): Diagnostic[] {
  const ruleOut = new Set(pathway.recommendations.filter((r) => r.rulesOut).map((r) => r.code));
  return rulesOf(pathway)
    .filter((rule) => ruleOut.has(rule.advise) && rule.known.length === 0)
    .map((rule) => pathwayDiagnostics.report("ruling-out-unguarded", { rule: rule.id, code: rule.advise }, rule.span));
}

function checkWindows(pathway: Pathway): Diagnostic[] {
  return pathway.followUps
    .filter((followUp) => followUp.windows.some(([from, to]) => from > to))
    .map((followUp) => pathwayDiagnostics.report("window-backwards", { id: followUp.id }, followUp.span));
}

/** What is stated of a score narrows what unknown items may come to, so each item has to be a single yes/no that is known or not. */
function checkStatedTotals({ scores, features }: Pathway): Diagnostic[] {
  const typeOf = (id: string) => features.find((feature) => feature.id === id)?.type;
  return scores.flatMap(({ id, stated: { total, category }, schemes, items, span }) => {
    if (total === undefined && category === undefined) return [];
    const strata = schemes.flatMap((scheme) => scheme.strata.map((stratum) => stratum.id));
    const named = category === undefined ? undefined : typeOf(category);
    const codes = named?.kind === "choice" ? named.choices.map(({ code }) => code) : [];
    const isCategory = codes.length > 0 && codes.every((code) => strata.filter((one) => one === code).length === 1);
    const compound = items.find(({ when, feature }) => when.kind !== "feature" || typeOf(feature)?.kind !== "truth");
    const lacks = [
      ...(total === undefined || typeOf(total)?.kind === "wholeNumber"
        ? []
        : [`\`${total}\` is no whole-number feature`]),
      ...(category === undefined || isCategory ? [] : [`\`${category}\` is no choice among the strata of its schemes`]),
      ...(compound === undefined ? [] : [`item \`${compound.id}\` is more than one yes/no`]),
    ];
    return lacks.map((one) => pathwayDiagnostics.report("stated-total-unusable", { score: id, lacks: one }, span));
  });
}

function checkUnused(pathway: Pathway): Diagnostic[] {
  const used = new Set([
    ...rulesOf(pathway).map((rule) => rule.advise),
    ...pathway.alsoDo.map((also) => also.advise),
    pathway.outcomes.needs,
    pathway.outcomes.contradiction,
  ]);
  return pathway.recommendations
    .filter((recommendation) => !used.has(recommendation.code))
    .map(({ code, span }) => pathwayDiagnostics.report("recommendation-unused", { code }, span));
}
