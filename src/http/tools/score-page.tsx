import { Fragment } from "preact";
import type { Answer } from "../../answer/answer-shape.ts";
import type { Fact } from "../../evidence/fact.ts";
import type { ScoreTool } from "../../library/model/tools.ts";
import { featuresIn } from "../../pathway/language/features-in.ts";
import type { Pathway, Score, Warning } from "../../pathway/model/pathway.ts";
import { CitationMarks } from "../components/citation-marks.tsx";
import { PatientField } from "../components/patient-fields.tsx";
import { ErrorSummary } from "../components/patient-panel.tsx";
import { ScoreScale, stratumWords } from "../components/score-view.tsx";
import { totalWords } from "../components/words.ts";
import { type FormField, findField, formFields } from "../form-fields.ts";
import type { Messages } from "../messages/en.tsx";
import { useMessages } from "../messages/language.tsx";
import { AdviceInShort, Alarm } from "./advice-in-short.tsx";
import { scoreNote } from "./score-note.ts";
import { type ToolContext, ToolFrame } from "./tool-frame.tsx";
import { Carried, FactLine, NoteText } from "./tool-parts.tsx";

export interface ScorePageProps extends ToolContext {
  readonly pathway: Pathway;
  readonly tool: ScoreTool;
  readonly score: Score;
}

type Answered = Answer["scores"][number];

/** The score on one screen: the items, the total as an interval, its category in each scheme, what to know before using it. */
export function ScorePage(props: ScorePageProps) {
  const { topic, pathway, score, tool, state } = props;
  const { again, score: words } = useMessages().tools;
  const fields = formFields(pathway);
  const items = score.items.map(({ feature, points, id }) => ({
    field: findField(fields, feature),
    points,
    more: measuresOf(pathway, fields, feature),
    detail: tool.details.filter(({ item }) => item === id).flatMap(({ field }) => findField(fields, field) ?? []),
  }));
  const checks = tool.checks.flatMap((name) => findField(fields, name) ?? []);
  const shown = [
    ...items.flatMap(({ field, more, detail }) => [...(field ? [field] : []), ...more, ...detail]),
    ...checks,
  ];
  const isTyped = (field: FormField) => (state.reading.typed.get(field.name) ?? "") !== "";
  return (
    <ToolFrame
      {...props}
      current="score"
      title={<span lang="en">{score.label}</span>}
      lede={words.lede(<code>{score.version}</code>)}
    >
      <form class="tool-form patient-form" method="get" action={`/topics/${topic.slug}/score`} data-patient-form>
        <div class="score-list">
          {items.map(({ field, points, more, detail }) =>
            field === undefined ? null : (
              <div class="score-item" key={field.name}>
                <PatientField field={field} reading={state.reading} points={points} />
                {[
                  { summary: words.measured, inside: more },
                  { summary: words.which, inside: detail },
                ].map(({ summary, inside }) =>
                  inside.length === 0 ? null : (
                    <details key={summary} open={inside.some(isTyped)}>
                      <summary>{summary}</summary>
                      <div class="measures">
                        {inside.map((one) => (
                          <PatientField key={one.name} field={one} reading={state.reading} />
                        ))}
                      </div>
                    </details>
                  ),
                )}
              </div>
            ),
          )}
        </div>
        <details class="score-checks" open={checks.some(isTyped)}>
          <summary>{words.isMeant}</summary>
          {checks.map((field) => (
            <PatientField key={field.name} field={field} reading={state.reading} />
          ))}
        </details>
        <Carried fields={fields} shown={shown} reading={state.reading} profile={state.profile} />
        <div class="form-buttons">
          <p role="status" class="result-now" data-patient-status>
            <NowInShort {...props} />
          </p>
          <button type="submit" class="primary">
            {words.work}
          </button>
          <a class="reset" href={`/topics/${topic.slug}/score`}>
            {again}
          </a>
        </div>
      </form>
      <ScoreResult {...props} fields={fields} />
    </ToolFrame>
  );
}

/** Fields that an item can be worked out from instead of being ticked: lengths, days. */
function measuresOf(pathway: Pathway, fields: readonly FormField[], feature: string): readonly FormField[] {
  const found = new Set<string>();
  const follow = (id: string): void => {
    const { derive } = pathway.features.find((one) => one.id === id) ?? {};
    for (const part of derive === undefined ? [] : featuresIn(derive)) {
      if (found.has(part)) continue;
      found.add(part);
      follow(part);
    }
  };
  follow(feature);
  return [...new Set([...found].flatMap((id) => findField(fields, id) ?? []))];
}

function ScoreResult(props: ScorePageProps & { readonly fields: readonly FormField[] }) {
  const { state, score, tool, bibliography, topic, review, fields } = props;
  const { result, score: words } = useMessages().tools;
  const { answer } = state;
  const found = answer?.scores.find((one) => one.score === score.id);
  return (
    <section class="tool-result" aria-labelledby="result">
      <div class="result-head">
        <h2 id="result">{result}</h2>
      </div>
      <div class="tool-answer" data-patient-result>
        <ErrorSummary fields={fields} state={state} />
        <Alarm answer={answer} bibliography={bibliography} />
        {answer !== undefined && found === undefined ? <NotMeant /> : null}
        {found === undefined ? null : <Total {...props} found={found} />}
        <RaisedWarnings {...props} />
        <AdviceInShort topic={topic} state={state} />
        {found === undefined || answer === undefined ? null : (
          <NoteText
            label={words.label}
            text={scoreNote({ topic, tool, score, found, answer, review, profile: state.profile })}
          />
        )}
      </div>
    </section>
  );
}

/** Total and category in one line, in sight while the items are answered. */
function NowInShort({ state: { answer }, score }: ScorePageProps) {
  const messages = useMessages();
  const found = answer?.scores.find((one) => one.score === score.id);
  const [scheme] = score.schemes;
  if (answer?.alarm === true) return <span lang="en">{answer.nextStep?.title}</span>;
  if (found === undefined) return <>{messages.tools.score.noTotal}</>;
  return (
    <>
      <strong>{totalWords(found.lo, found.hi, messages)}</strong>{" "}
      {scheme === undefined ? null : <span lang="en">{stratumWords(scheme, found)}</span>}
    </>
  );
}

/** The score has no value for this patient; why stands among the warnings below it. */
function NotMeant() {
  const words = useMessages().tools.score;
  return (
    <div class="contradictions" role="note">
      <p class="label">{words.noTotal}</p>
      <p>{words.notMeant}</p>
    </div>
  );
}

function totalMeaning({ lo, hi, stated }: Answered, words: Messages["tools"]["score"]): string {
  if (stated) return words.stated;
  return lo === hi ? words.complete : words.possible;
}

function Total(props: ScorePageProps & { readonly found: Answered }) {
  const { score, found, bibliography, tool, topic, pathway, state } = props;
  const messages = useMessages();
  const words = messages.tools.score;
  const standing = tool.standing.flatMap((code) => pathway.warnings.find((one) => one.code === code) ?? []);
  return (
    <>
      <div class="total">
        <p class="total-number">{totalWords(found.lo, found.hi, messages)}</p>
        <p class="total-words">{totalMeaning(found, words)}</p>
        <ScoreScale score={found} scheme={score.schemes[0]} />
      </div>
      <dl class="strata">
        {score.schemes.map((scheme) => (
          <div key={scheme.id}>
            <dt>
              <span lang="en">{scheme.label}</span>{" "}
              <span class="hint">
                {scheme.strata.map((stratum, index) => (
                  <Fragment key={stratum.id}>
                    {index === 0 ? null : " · "}
                    <span lang="en">{stratum.label}</span>: {rangeWords(stratum, words)}
                  </Fragment>
                ))}
              </span>
            </dt>
            <dd lang="en">{stratumWords(scheme, found)}</dd>
          </div>
        ))}
      </dl>
      <OtherVersions scores={state.answer?.scores ?? []} pathway={pathway} current={found} />
      <ul class="standing">
        {standing.map((warning: Warning) => (
          <li key={warning.code}>
            <span lang="en">{warning.text}</span> <CitationMarks citations={warning.cite} bibliography={bibliography} />
          </li>
        ))}
      </ul>
      <Prevalences {...props} facts={topic.facts} />
    </>
  );
}

/** "2 or more". */
function rangeWords(
  { from, to }: { readonly from?: number; readonly to?: number },
  words: Messages["tools"]["score"],
): string {
  if (from === undefined) return words.orLess(to);
  if (to === undefined) return words.orMore(from);
  return from === to ? `${from}` : `${from}–${to}`;
}

/** Other versions of the score with their own total, and whether the category would be another. */
function OtherVersions({
  scores,
  pathway,
  current,
}: {
  readonly scores: readonly Answered[];
  readonly pathway: Pathway;
  readonly current: Answered;
}) {
  const messages = useMessages();
  const words = messages.tools.score;
  const others = scores.filter(({ score }) => score !== current.score);
  return (
    <>
      {others.map((other) => {
        const schemes = pathway.scores.find(({ id }) => id === other.score)?.schemes ?? [];
        const flips = schemes.filter(
          ({ id }) => other.strata[id] !== current.strata[id] && current.strata[id] !== undefined,
        );
        return (
          <p key={other.score} class={flips.length > 0 ? "other-version flips" : "other-version"}>
            {words.version} <code>{other.version}</code>: {totalWords(other.lo, other.hi, messages)},{" "}
            <span lang="en">
              {schemes
                .map((scheme) => `${scheme.label.toLowerCase()} ${stratumWords(scheme, other).toLowerCase()}`)
                .join("; ")}
              .
            </span>
            {flips.length > 0 ? ` ${words.flips}` : ""}
          </p>
        );
      })}
    </>
  );
}

/** Boundary notes and whatever else the pathway says of this patient's score. */
function RaisedWarnings({ state: { answer }, tool, bibliography }: ScorePageProps) {
  const { forPatient } = useMessages().tools.score;
  const raised = answer?.warningTexts.filter(({ code }) => tool.warnings.includes(code)) ?? [];
  if (raised.length === 0) return null;
  return (
    <div class="warnings">
      <p class="label">{forPatient}</p>
      <ul>
        {raised.map(({ code, text, citations }) => (
          <li key={code}>
            <span lang="en">{text}</span> <CitationMarks citations={citations} bibliography={bibliography} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What was found in groups with these categories: of a cohort, never of one person. */
function Prevalences({
  tool,
  score,
  found,
  facts,
  bibliography,
}: ScorePageProps & { readonly found: Answered; readonly facts: ReadonlyMap<string, Fact> }) {
  const words = useMessages().tools.score;
  const groups = tool.prevalences.flatMap((group) => {
    const scheme = score.schemes.find(({ id }) => id === group.scheme);
    const stratum = scheme?.strata.find(({ id }) => id === group.stratum);
    const settled = found.strata[group.scheme] === group.stratum;
    return scheme === undefined || stratum === undefined ? [] : [{ ...group, scheme, stratum, settled }];
  });
  if (groups.length === 0) return null;
  const isSettled = groups.some(({ settled }) => settled);
  return (
    <details class="prevalences" open={isSettled}>
      <summary>{words.prevalences}</summary>
      <p class="hint">{words.cohorts}</p>
      {groups
        .filter(({ settled }) => settled || !isSettled)
        .map(({ scheme, stratum, facts: ids }) => (
          <div key={`${scheme.id} ${stratum.id}`}>
            <h3 lang="en">
              {stratum.label} <span class="hint">({scheme.label.toLowerCase()})</span>
            </h3>
            <ul>
              {ids.flatMap((id) => {
                const fact = facts.get(id);
                return fact === undefined
                  ? []
                  : [
                      <li key={id}>
                        <FactLine fact={fact} bibliography={bibliography} />
                      </li>,
                    ];
              })}
            </ul>
          </div>
        ))}
    </details>
  );
}
